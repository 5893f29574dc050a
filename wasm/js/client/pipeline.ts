// SPDX-License-Identifier: Apache-2.0

import type { ModelInput, PipelineOptions } from "../base/types.js";
import { checkModel } from "../files/model_source.js";
import type { AssetSettings } from "../options/asset_options.js";
import { checkPipelineOptions, checkTask } from "../options/load_options.js";
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

/** @internal */
export async function createPipeline(
  platform: Platform,
  task: Task,
  model?: ModelInput,
  options?: PipelineOptions,
): Promise<TokenClassifier> {
  checkTask(task);
  const named = checkModel(model);
  const { signal, onProgress, assets, ...settings } = checkPipelineOptions(options);
  const params = { model: named ?? platform.defaultModel(assets), ...settings };
  const workers = await loadWorker(platform, assets, "loadClassifier", params, {
    signal,
    onProgress,
  });
  return createClassifier(workers);
}
