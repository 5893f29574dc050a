// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../base/call_context.js";
import { ModelFileError, OfflineError } from "../base/errors.js";
import { configFile, tokenizerFilesOf } from "../files/model_files.js";
import type { ModelFiles } from "../files/model_files.js";
import { chooseWeights, publishedWeights } from "./choose_weights.js";
import type { ChosenWeights, WeightsRequest } from "./choose_weights.js";
import { refuseQuantized } from "./refuse_quantized.js";

/**
 * Has ready all that a pipeline needs of a model, and no other file: the weights that it will load. With
 * `configJson`, not where that says that they cannot be loaded.
 */
export async function fetchModel(
  files: ModelFiles,
  request: WeightsRequest,
  options: CallContext,
  configJson?: string,
): Promise<ChosenWeights> {
  const choice = await chooseWeights(files, request).catch((error: unknown) => {
    if (files.offline === undefined || !(error instanceof ModelFileError)) throw error;
    throw new OfflineError(`${error.message}; ${files.offline}`, { cause: error });
  });
  if (configJson !== undefined && publishedWeights.includes(choice.file)) {
    refuseQuantized(configJson, `${files.name}/${configFile}`);
  }
  const shards = await shardsOf(files, choice.file, options);
  const needed = [configFile, ...(await tokenizerFilesOf(files)), choice.file, ...shards];
  await files.fetch(needed, options);
  return choice;
}

/**
 * The files that an index of shards names, `{"weight_map": {"classifier.bias": "model-1.safetensors"}}`;
 * none where the weights are one file. What is wrong with an index is said where its weights are read.
 */
export async function shardsOf(
  files: ModelFiles,
  weightsFile: string,
  options: CallContext,
): Promise<string[]> {
  if (!weightsFile.endsWith(".index.json")) return [];
  const text = new TextDecoder().decode(await files.read(weightsFile, options));
  try {
    const index = JSON.parse(text) as { weight_map?: unknown } | null;
    const names = Object.values(Object(index?.weight_map) as Record<string, unknown>);
    return [...new Set(names.filter((name) => typeof name === "string"))];
  } catch {
    return [];
  }
}
