// SPDX-License-Identifier: Apache-2.0

import type { ModelInput, PipelineOptions } from "../base/types.js";
import type { CompiledCore } from "../core/compile.js";
import type { GivenParts } from "../files/given_files.js";
import { checkModel } from "../files/model_source.js";
import type { ModelSource } from "../files/model_source.js";
import type { AssetSettings } from "../options/asset_options.js";
import { checkPipelineOptions, checkTask } from "../options/load_options.js";
import type { PipelineSettings } from "../options/load_options.js";
import { Client } from "../rpc/client.js";
import type { WorkerPort } from "../rpc/client.js";
import type { NamedWeights } from "../weights/choose_weights.js";
import { createClassifier } from "./classifier.js";
import type { TokenClassifier } from "./classifier.js";

/** What a platform injects. */
export interface Platform {
  spawnWorker(assets: AssetSettings): WorkerPort;
  compileCore(assets: AssetSettings, signal: AbortSignal | undefined): Promise<CompiledCore>;
  /** The model used where none is named. */
  defaultModel(assets: AssetSettings): string;
}

/** The task of a pipeline; `ner` is another name for `token-classification`. */
export type Task = "token-classification" | "ner";

/** What is to be loaded, and what in place of the model's own files. */
export interface Loading {
  /** Undefined for the embedded model. */
  model: ModelSource | undefined;
  settings: PipelineSettings;
  weights?: NamedWeights | undefined;
  given?: GivenParts | undefined;
}

export async function createPipeline(
  platform: Platform,
  task: Task,
  model?: ModelInput,
  options?: PipelineOptions,
): Promise<TokenClassifier> {
  checkTask(task);
  return loadPipeline(platform, {
    model: checkModel(model),
    settings: checkPipelineOptions(options),
  });
}

export async function loadPipeline(
  platform: Platform,
  { model: named, settings: checked, weights, given }: Loading,
): Promise<TokenClassifier> {
  const { signal, onProgress, assets, ...settings } = checked;
  const source = named ?? platform.defaultModel(assets);
  signal?.throwIfAborted();
  const client = new Client(platform.spawnWorker(assets));
  try {
    const compiled = await platform.compileCore(assets, signal);
    const params = { compiled, model: source, ...settings, weights, given };
    return createClassifier(
      client,
      await client.call("loadClassifier", params, { signal, onProgress }),
    );
  } catch (error) {
    await client.dispose();
    throw error;
  }
}
