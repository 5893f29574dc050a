// SPDX-License-Identifier: Apache-2.0

import { stat } from "node:fs/promises";

import { InvalidArgumentError, ModelFileError } from "../../wasm/js/base/errors.js";
import type { Core } from "../../wasm/js/core/core.js";
import { packTexts } from "../../wasm/js/core/text_batch.js";
import { why } from "../files/folder.js";
import { readLines } from "../files/lines.js";
import { openText } from "../files/text_input.js";

const linesPerBatch = 2048;

/**
 * How often each piece comes in the lines of a file, [pieces]. The core has the tokenizer.
 *
 *     await countPieces(core, 'corpus.txt', 250002, { signal, onProgress })
 */
export async function countPieces(
  core: Core,
  corpus: string,
  pieces: number,
  options: { signal: AbortSignal; onProgress: (loaded: number, total: number) => void },
): Promise<Uint32Array> {
  const { signal, onProgress } = options;
  const file = await openText(corpus, signal).catch((cause: unknown) => {
    throw new ModelFileError(`expected a corpus at ${corpus}, found ${why(cause)}`, { cause });
  });
  try {
    const { size } = await stat(corpus);
    const counts = new Uint32Array(pieces);
    let lines: string[] = [];
    let loaded = 0;
    const count = (): void => {
      const { ids, ends } = core.encode(packTexts(lines, 0), "hf", "none", "utf16");
      for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
      // Each text has <s> and </s>, which it does not use.
      for (const id of [ids[0] ?? 0, ids[(ends[0] ?? 1) - 1] ?? 0]) {
        counts[id] = (counts[id] ?? 0) - lines.length;
      }
      lines = [];
    };
    for await (const line of readLines(file)) {
      lines.push(line);
      loaded += Buffer.byteLength(line) + 1;
      if (lines.length < linesPerBatch) continue;
      count();
      signal.throwIfAborted();
      onProgress(Math.min(loaded, size), size);
    }
    if (lines.length > 0) count();
    if (counts.some((each) => each > 0)) return counts;
    throw new InvalidArgumentError(`expected text in the corpus ${corpus}, found none`);
  } finally {
    file.destroy();
  }
}
