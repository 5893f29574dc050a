// SPDX-License-Identifier: Apache-2.0

import { Client } from "./client.js";
import type { WorkerPort } from "./client.js";
import {
  checkModel,
  checkPipelineOptions,
  checkTagOptions,
  checkTask,
  checkTexts,
} from "./options.js";
import type {
  AggregationStrategy,
  EntityOf,
  PipelineInfo,
  PipelineOptions,
  TagOptions,
} from "./types.js";

/** A loaded model: call it with one text or a list of texts. */
export interface TokenClassifier extends AsyncDisposable {
  <S extends AggregationStrategy = "none">(
    text: string,
    options?: TagOptions<S>,
  ): Promise<EntityOf<S>[]>;
  <S extends AggregationStrategy = "none">(
    texts: readonly string[],
    options?: TagOptions<S>,
  ): Promise<EntityOf<S>[][]>;
  /** One list of records for each text, in order, holding one text at a time. */
  stream<S extends AggregationStrategy = "none">(
    texts: Iterable<string> | AsyncIterable<string>,
    options?: TagOptions<S>,
  ): AsyncGenerator<EntityOf<S>[], void, undefined>;
  info(): PipelineInfo;
  /** Stops the worker and frees its memory; calls that are still running reject with a DisposedError. */
  dispose(): Promise<void>;
}

/** What a platform injects. */
export interface Platform {
  spawnWorker(): WorkerPort;
  /** The model used where none is named. */
  defaultModel: string;
}

/** The task of a pipeline; `ner` is another name for `token-classification`. */
export type Task = "token-classification" | "ner";

export async function createPipeline(
  platform: Platform,
  task: Task,
  model?: string,
  options?: PipelineOptions,
): Promise<TokenClassifier> {
  checkTask(task);
  const folder = checkModel(model) ?? platform.defaultModel;
  const { threads, signal, onProgress } = checkPipelineOptions(options);
  signal?.throwIfAborted();
  const client = new Client(platform.spawnWorker());
  try {
    const params = { model: folder, threads };
    return createClassifier(
      client,
      await client.call("loadClassifier", params, { signal, onProgress }),
    );
  } catch (error) {
    await client.dispose();
    throw error;
  }
}

function createClassifier(client: Client, info: PipelineInfo): TokenClassifier {
  const classify = async (input: unknown, options?: unknown): Promise<unknown> => {
    const texts = checkTexts(input);
    const { signal, ...settings } = checkTagOptions(options);
    const lists = await client.call("classify", { texts, settings }, { signal });
    return typeof input === "string" ? lists[0] : lists;
  };
  const classifier = classify as unknown as TokenClassifier;
  const dispose = (): Promise<void> => client.dispose();
  return Object.assign(classifier, {
    async *stream<S extends AggregationStrategy = "none">(
      texts: Iterable<string> | AsyncIterable<string>,
      options?: TagOptions<S>,
    ): AsyncGenerator<EntityOf<S>[], void, undefined> {
      for await (const text of texts) yield await classifier(text, options);
    },
    info: () => structuredClone(info),
    dispose,
    [Symbol.asyncDispose]: dispose,
  });
}
