// SPDX-License-Identifier: Apache-2.0

import type { TextFormatError } from "../../wasm/js/base/errors.js";
import { TextReader } from "../../wasm/js/base/text_file.js";
import { marks } from "../../wasm/js/base/unicode_bytes.js";
import type { UnicodeEncoding } from "../../wasm/js/base/unicode_bytes.js";
import { maxLine } from "./lines.js";

/** A file as one text. */
export interface Document {
  /** As it is, ends of lines included; of more than maxLine units the first maxLine + 1 or a few more. */
  readonly text: string;
  /** Whose byte order mark it begins with. */
  readonly mark: UnicodeEncoding | undefined;
  /** What is wrong with the text's bytes. */
  readonly problem: TextFormatError | undefined;
}

/** A text's bytes, as decodeText() reads them, in bounded memory; by lines it may have NULs, as TextReader says. */
export async function readDocument(
  bytes: AsyncIterable<Uint8Array>,
  encoding?: string,
  isByLines = false,
): Promise<Document> {
  const reader = new TextReader(encoding, isByLines);
  let text = "";
  let start = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (start.length < 4) start = Buffer.concat([start, chunk.subarray(0, 4)]);
    text += reader.write(chunk);
    if (reader.problem !== undefined || text.length > maxLine) break;
  }
  text += reader.end();
  const [mark] = marks.find(([, bytesOf]) => bytesOf.every((byte, i) => byte === start[i])) ?? [];
  return { text, mark, problem: reader.problem };
}
