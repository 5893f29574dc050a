// SPDX-License-Identifier: Apache-2.0

import type { ModelInput, PipelineOptions } from "../base/types.js";
import type { CompiledCore } from "../core/compile.js";
import { checkModel } from "../files/model_source.js";
import type { AssetSettings } from "../options/asset_options.js";
import { checkPipelineOptions, checkTask } from "../options/load_options.js";
import { Client } from "../rpc/client.js";
import type { WorkerPort } from "../rpc/client.js";
import { createClassifier } from "./classifier.js";
import type { TokenClassifier } from "./classifier.js";

/**
 * What a platform injects.
 *
 * @internal
 */
export interface Platform {
  spawnWorker(assets: AssetSettings): WorkerPort;
  compileCore(assets: AssetSettings, signal: AbortSignal | undefined): Promise<CompiledCore>;
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
  const source = named ?? platform.defaultModel(assets);
  signal?.throwIfAborted();
  const client = new Client(platform.spawnWorker(assets));
  try {
    const compiled = await platform.compileCore(assets, signal);
    const params = { compiled, model: source, ...settings };
    return createClassifier(
      client,
      await client.call("loadClassifier", params, { signal, onProgress }),
    );
  } catch (error) {
    await client.dispose();
    throw error;
  }
}
