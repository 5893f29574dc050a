// SPDX-License-Identifier: Apache-2.0

import { ModelFileError } from "./errors.js";
import type { Progress } from "./types.js";

/** How one host reads one model's files, whatever they lie in. */
export interface ModelFiles {
  /** For messages and `info()`: the folder. */
  readonly name: string;
  has(file: string): Promise<boolean>;
  /** Rejects with a ModelFileError that names file and folder. */
  read(file: string, options: ReadOptions): Promise<Uint8Array>;
}

export interface ReadOptions {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

export const configFile = "config.json";
export const tokenizerFile = "sentencepiece.bpe.model";

/** In the order in which they are preferred. */
const weightsFiles = [
  "onnx/model_quantized.onnx",
  "onnx/model.onnx",
  "model_quantized.onnx",
  "model.onnx",
];

export async function findWeights(files: ModelFiles): Promise<string> {
  for (const file of weightsFiles) {
    if (await files.has(file)) return file;
  }
  throw new ModelFileError(
    `expected weights in the model folder ${files.name}, found none of ${weightsFiles.join(", ")}`,
  );
}
