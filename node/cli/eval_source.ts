// SPDX-License-Identifier: Apache-2.0

import { TextFormatError } from "../../wasm/js/base/errors.js";
import { TextReader } from "../../wasm/js/base/text_file.js";
import type { BratFiles } from "../corpus/brat_files.js";
import type { BratPair } from "../corpus/brat_pair.js";
import { checkLines, corpusError } from "../corpus/source.js";
import type { CorpusSource } from "../corpus/source.js";
import { readDocument } from "../files/documents.js";
import { openText } from "../files/text_input.js";
import { encodingAdvice } from "./input_lines.js";
import { inputName, openInput } from "./open_input.js";

/** Most characters of a file, which is one string. */
const mostCharacters = 2 ** 28;

/** A file, or standard input, as one text. Rejects with a TextFormatError that names the line for what is none. */
export async function readSource(
  file: string,
  encoding: string | undefined,
  signal: AbortSignal,
): Promise<CorpusSource> {
  const where = inputName(file);
  const bytes: AsyncIterable<Uint8Array> = await openInput(file, signal);
  const reader = new TextReader(encoding, true); // a NUL is its line's problem
  let text = "";
  const check = (): void => {
    if (reader.problem !== undefined) throw wrongBytes(reader.problem, where, text);
    if (text.length <= mostCharacters) return;
    throw corpusError(`${where}:1`, `a file of at most ${mostCharacters} characters`, "more");
  };
  for await (const chunk of bytes) {
    signal.throwIfAborted();
    text += reader.write(chunk);
    check();
  }
  text += reader.end();
  check();
  return { where, text };
}

/** A text and its annotations. */
export async function readBratFiles(
  { name, text: textFile, annotations }: BratFiles,
  encoding: string | undefined,
  signal: AbortSignal,
): Promise<BratPair> {
  const bytes = await openText(textFile, signal);
  const { text, mark, problem } = await readDocument(bytes, encoding, true);
  if (problem !== undefined) throw wrongBytes(problem, textFile, text);
  const source = { where: textFile, text };
  checkLines(source);
  return {
    name,
    text: source,
    before: mark === undefined ? 0 : 1,
    annotations: await readSource(annotations, encoding, signal),
  };
}

function wrongBytes(problem: TextFormatError, where: string, before: string): TextFormatError {
  const { message, looks_like: looksLike, encoding, offset } = problem;
  const details = { looks_like: looksLike, encoding, offset, cause: problem };
  const place = `${where}:${before.split("\n").length}: `;
  return new TextFormatError(place + message + encodingAdvice(problem), details);
}
