// SPDX-License-Identifier: Apache-2.0

import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

import type { QuantizedCache } from "../../wasm/js/worker/load_types.js";
import { openFile } from "./folder.js";
import { writeWhole } from "./whole_file.js";

const leastBytes = 64 * 2 ** 20;

/** Quantised weights in the user's cache folder: `$XLMR_NER_CACHE`, or `xlmr-ner/quantized` in it. */
export function quantizedCache(
  folder: string = process.env["XLMR_NER_CACHE"] ?? defaultFolder(),
  least: number = leastBytes,
): QuantizedCache {
  const fileOf = (key: string): string => path.join(folder, `${key}.q8.safetensors`);
  return {
    leastBytes: least,
    open: (key) => openFile(fileOf(key)),
    keep: async (key, write) => {
      await mkdir(folder, { recursive: true });
      await writeWhole(fileOf(key), write);
    },
  };
}

function defaultFolder(): string {
  const cache = process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache");
  return path.join(cache, "xlmr-ner", "quantized");
}
