// SPDX-License-Identifier: Apache-2.0

import { ModelFileError, OfflineError } from "./errors.js";
import { configFile, tokenizerFilesOf } from "./model.js";
import type { ModelFiles, ReadOptions } from "./model.js";
import type { BackendName, Dtype } from "./types.js";
import { chooseWeights } from "./weights.js";
import type { WeightsChoice } from "./weights.js";

/** Has ready all that a pipeline needs of a model, and no other file: the weights that it will load. */
export async function fetchModel(
  files: ModelFiles,
  backend: BackendName | "auto",
  dtype: Dtype | "auto",
  options: ReadOptions,
): Promise<WeightsChoice> {
  const choice = await chooseWeights(files, backend, dtype).catch((error: unknown) => {
    if (files.offline === undefined || !(error instanceof ModelFileError)) throw error;
    throw new OfflineError(`${error.message}; ${files.offline}`, { cause: error });
  });
  await files.fetch([configFile, ...(await tokenizerFilesOf(files)), choice.file], options);
  return choice;
}
