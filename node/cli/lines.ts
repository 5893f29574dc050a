// SPDX-License-Identifier: Apache-2.0

import { StringDecoder } from "node:string_decoder";

/** Longest line kept, in UTF-16 units: beyond any text the core takes, however JSON escapes it. */
export const maxLine = 8 * 2 ** 20;

/**
 * The lines of a UTF-8 byte stream, without their `\n` or `\r\n` and without a byte order mark, in
 * bounded memory: of a line above maxLine units the rest is dropped. `node:readline` is not used
 * because it also splits at U+2028, which may stand inside a JSON string.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let line = "";
  let first = true;
  const take = (part: string): void => {
    if (line.length <= maxLine) line += part.slice(0, maxLine + 1 - line.length);
  };
  const finish = (): string => {
    const done = (first ? line.replace(/^\uFEFF/, "") : line).replace(/\r$/, "");
    line = "";
    first = false;
    return done;
  };
  for await (const chunk of bytes) {
    const parts = decoder.write(Buffer.from(chunk)).split("\n");
    const rest = parts.pop() ?? "";
    for (const part of parts) {
      take(part);
      yield finish();
    }
    take(rest);
  }
  take(decoder.end());
  if (line !== "") yield finish();
}
