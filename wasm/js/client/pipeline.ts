// SPDX-License-Identifier: Apache-2.0

import type { ModelInput, PipelineOptions } from "../base/types.js";
import type { GivenParts } from "../files/given_files.js";
import { checkModel } from "../files/model_source.js";
import type { ModelSource } from "../files/model_source.js";
import type { AssetSettings } from "../options/asset_options.js";
import { checkPipelineOptions, checkTask } from "../options/load_options.js";
import type { PipelineSettings } from "../options/load_options.js";
import type { NamedWeights } from "../weights/choose_weights.js";
import { createClassifier } from "./classifier.js";
import type { TokenClassifier } from "./classifier.js";
import { loadWorker } from "./load_worker.js";
import type { WorkerHost } from "./load_worker.js";

/**
 * What a platform injects.
 *
 * @internal
 */
export interface Platform extends WorkerHost {
  /** The model used where none is named. */
  defaultModel(assets: AssetSettings): string;
}

/** The task of a pipeline; `ner` is another name for `token-classification`. */
export type Task = "token-classification" | "ner";

/**
 * What is to be loaded, and what in place of the model's own files.
 *
 * @internal
 */
export interface Loading {
  /** Undefined for the embedded model. */
  model: ModelSource | undefined;
  settings: PipelineSettings;
  weights?: NamedWeights | undefined;
  given?: GivenParts | undefined;
}

/** @internal */
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

/** @internal */
export async function loadPipeline(
  platform: Platform,
  { model: named, settings: checked, weights, given }: Loading,
): Promise<TokenClassifier> {
  const { signal, onProgress, assets, ...settings } = checked;
  const params = { model: named ?? platform.defaultModel(assets), ...settings, weights, given };
  const workers = await loadWorker(platform, assets, "loadClassifier", params, {
    signal,
    onProgress,
  });
  return createClassifier(workers);
}
