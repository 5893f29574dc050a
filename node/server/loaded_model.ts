// SPDX-License-Identifier: Apache-2.0

import type { EntityList, PipelineInfo, Progress } from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { errorOfTagging } from "./api_error.js";
import { Batcher } from "./batcher.js";
import type { Pass, PassParameters } from "./batcher.js";
import type { TagParameters } from "./request_body.js";

/** Loads one worker's model; undefined is the one in this package. */
export type LoadWorker = (
  source: string | undefined,
  options: { signal: AbortSignal; onProgress: (progress: Progress) => void },
) => Promise<TokenClassifier>;

/** How a model runs. */
export interface RunSettings {
  load: LoadWorker;
  /** Workers, each with the model. */
  jobs: number;
  /** Texts of one pass. */
  maxBatch: number;
  onPass: (texts: number) => void;
}

/** A model in its workers, whose requests share passes. */
export class LoadedModel {
  readonly #workers: readonly TokenClassifier[];
  readonly #batcher: Batcher;

  private constructor(workers: readonly TokenClassifier[], { maxBatch, onPass }: RunSettings) {
    this.#workers = workers;
    this.#batcher = new Batcher(workers.map(passOf), maxBatch, onPass);
  }

  /** Loads all workers, or none. */
  static async load(
    source: string | undefined,
    settings: RunSettings,
    options: Parameters<LoadWorker>[1],
  ): Promise<LoadedModel> {
    const failed = new AbortController();
    const signal = AbortSignal.any([options.signal, failed.signal]);
    const loading = Array.from({ length: settings.jobs }, async () => {
      try {
        return await settings.load(source, { signal, onProgress: options.onProgress });
      } catch (error) {
        failed.abort(error);
        throw error;
      }
    });
    try {
      return new LoadedModel(await Promise.all(loading), settings);
    } catch (error) {
      for (const each of await Promise.allSettled(loading)) {
        if (each.status === "fulfilled") await each.value.dispose();
      }
      throw error;
    }
  }

  /** The records of the Python pipeline, in every field. */
  async tag(
    texts: readonly string[],
    parameters: TagParameters,
    signal: AbortSignal,
  ): Promise<EntityList[]> {
    return this.#pass(texts, Object.assign({ compat: "hf" as const }, parameters), signal);
  }

  /** The package's own entities: of the whole of a long text, too, and with offsets in UTF-16 units. */
  async find(texts: readonly string[], signal: AbortSignal): Promise<EntityList[]> {
    return this.#pass(texts, { aggregation_strategy: "simple" }, signal);
  }

  async #pass(
    texts: readonly string[],
    parameters: PassParameters,
    signal: AbortSignal,
  ): Promise<EntityList[]> {
    try {
      return await this.#batcher.tag(texts, parameters, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw errorOfTagging(error);
    }
  }

  info(): PipelineInfo | undefined {
    return this.#workers[0]?.info();
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.dispose()));
  }
}

function passOf(ner: TokenClassifier): Pass {
  return (texts, parameters, signal) => ner(texts, Object.assign({ signal }, parameters));
}
