// SPDX-License-Identifier: Apache-2.0
//
// The most bytes of a model's file that is read as a whole. It is checked before anything is read or
// downloaded, and while bytes of an unknown number come: a text of JSON takes six times its bytes in
// memory. Weights are read by ranges and have no limit.
//
//     checkFileSize("config.json", 600_000_000, "acme/ner") // ModelFileError: … of at most 16 MiB …

import { ModelFileError } from "./errors.js";

const mebibyte = 2 ** 20;

/** By the end of a file's name; the first that fits counts. */
const limits: readonly (readonly [RegExp, number])[] = [
  // A quarter of a million pieces are 5 MB, as JSON 17 MB.
  [/(?:^|\/)tokenizer\.json$/, 256],
  [/\.bpe\.model$/, 64],
  // The tokens that were added: a thousand are 0.2 MB.
  [/(?:^|\/)(?:tokenizer_config|special_tokens_map|added_tokens)\.json$/, 64],
  [/\.index\.json$/, 8], // ShardIndex::kMaxBytes
  [/\.json$/, 16],
];

export function mostBytesOf(file: string): number {
  const [, most = Infinity] = limits.find(([name]) => name.test(file)) ?? [];
  return most * mebibyte;
}

/** Throws a ModelFileError where a file of so many bytes is none that is read. */
export function checkFileSize(file: string, size: number | undefined, model: string): void {
  const most = mostBytesOf(file);
  if (size === undefined || size <= most) return;
  throw new ModelFileError(
    `expected ${file} of at most ${most / mebibyte} MiB in the model ${model}, found ${size} bytes`,
  );
}
