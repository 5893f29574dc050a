// SPDX-License-Identifier: Apache-2.0

import { Client } from "./client.js";
import type { WorkerPort } from "./client.js";
import { createClassifier } from "./classifier.js";
import type { TokenClassifier } from "./classifier.js";
import { compileCore } from "./compile.js";
import type { ReadAsset } from "./compile.js";
import { checkModel, checkPipelineOptions, checkTask } from "./options.js";
import type { PipelineOptions } from "./types.js";

/** What a platform injects. */
export interface Platform {
  spawnWorker(): WorkerPort;
  readonly readAsset: ReadAsset;
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
  const { signal, onProgress, ...settings } = checkPipelineOptions(options);
  signal?.throwIfAborted();
  const client = new Client(platform.spawnWorker());
  try {
    const compiled = await compileCore(platform.readAsset);
    const params = { compiled, model: folder, ...settings };
    return createClassifier(
      client,
      await client.call("loadClassifier", params, { signal, onProgress }),
    );
  } catch (error) {
    await client.dispose();
    throw error;
  }
}
