// SPDX-License-Identifier: Apache-2.0

import { TextReader } from "../../wasm/js/base/text_file.js";

/** Longest line kept, in UTF-16 units: beyond any text the core takes, however JSON escapes it. */
export const maxLine = 8 * 2 ** 20;

/**
 * The lines of a text's bytes, as decodeText() reads them, without their `\n` or `\r\n` and in bounded
 * memory: of a line above maxLine units the rest is dropped. Lines before a byte that is wrong come, then
 * a TextFormatError. `node:readline` is not used because it also splits at U+2028, which may stand inside
 * a JSON string.
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  encoding?: string,
): AsyncGenerator<string> {
  const reader = new TextReader(encoding);
  let line = "";
  const take = (part: string): void => {
    if (line.length <= maxLine) line += part.slice(0, maxLine + 1 - line.length);
  };
  const finish = (): string => {
    const done = line.replace(/\r$/, "");
    line = "";
    return done;
  };
  for await (const chunk of bytes) {
    const parts = reader.write(chunk).split("\n");
    const rest = parts.pop() ?? "";
    for (const part of parts) {
      take(part);
      yield finish();
    }
    take(rest);
    if (reader.problem !== undefined) throw reader.problem;
  }
  take(reader.end());
  if (reader.problem !== undefined) throw reader.problem;
  if (line !== "") yield finish();
}
