// SPDX-License-Identifier: Apache-2.0

import { TextReader } from "../../wasm/js/base/text_file.js";
import type { TextFormatError } from "../../wasm/js/base/errors.js";

/** Longest line kept, in UTF-16 units: beyond any text the core takes, however JSON escapes it. */
export const maxLine = 8 * 2 ** 20;

/** A line of a text, and what is wrong with its bytes. */
export interface Line {
  /** Without its `\n` or `\r\n`; of more than maxLine units the first maxLine + 1; U+FFFD for wrong bytes. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** What ended it; of a last line it may be nothing. */
  readonly ending: "\n" | "\r\n" | "";
  readonly problem: TextFormatError | undefined;
  /** Nothing can be read behind the problem. */
  readonly isCut: boolean;
}

/**
 * The lines of a text's bytes, as decodeText() reads them, in bounded memory. A byte of UTF-8 that is wrong
 * is its line's problem, and later lines come; after any other problem nothing can be read, so that the line
 * with it, which may be empty, is the last.
 * `node:readline` is not used because it also splits at U+2028, which may stand inside a JSON string.
 *
 *     for await (const line of readNumberedLines([Buffer.from("a\nb\xff\nc", "latin1")]))
 *       console.log(line.text, line.problem?.offset); // a undefined, b\ufffd 3, c undefined
 */
export async function* readNumberedLines(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding?: string,
): AsyncGenerator<Line> {
  const reader = new TextReader(encoding, true);
  const lines = new LineSplitter();
  for await (const chunk of bytes) {
    yield* lines.take(reader.write(chunk));
    if (!(yield* behindProblems(reader, lines, () => ""))) return;
  }
  yield* lines.take(reader.end());
  if (yield* behindProblems(reader, lines, () => reader.end())) yield* lines.end();
}

/** The lines behind each problem, and what `rest` has after them; false where nothing more can be read. */
function* behindProblems(
  reader: TextReader,
  lines: LineSplitter,
  rest: () => string,
): Generator<Line, boolean> {
  while (reader.problem !== undefined) {
    lines.problem = reader.problem;
    const more = reader.resume();
    if (more === undefined) {
      yield* lines.end(true);
      return false;
    }
    yield* lines.take(more + rest());
  }
  return true;
}

/** The lines' texts; throws the TextFormatError of the first line that has one. */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  encoding?: string,
): AsyncGenerator<string> {
  for await (const { text, problem } of readNumberedLines(bytes, encoding)) {
    if (problem !== undefined) throw problem;
    yield text;
  }
}

/** Makes lines of a text that comes in parts. */
class LineSplitter {
  /** Of the line that is not whole yet. */
  problem: TextFormatError | undefined;
  #text = "";
  #number = 1;

  *take(text: string): Generator<Line> {
    const parts = text.split("\n");
    const rest = parts.pop() ?? "";
    for (const part of parts) {
      this.#add(part);
      yield this.#finish("\n");
    }
    this.#add(rest);
  }

  *end(isCut = false): Generator<Line> {
    if (this.#text !== "" || this.problem !== undefined) yield this.#finish("", isCut);
  }

  #add(part: string): void {
    if (this.#text.length <= maxLine) this.#text += part.slice(0, maxLine + 1 - this.#text.length);
  }

  #finish(end: "\n" | "", isCut = false): Line {
    const hasReturn = this.#text.endsWith("\r");
    const line: Line = {
      text: hasReturn ? this.#text.slice(0, -1) : this.#text,
      number: this.#number++,
      ending: hasReturn && end === "\n" ? "\r\n" : end,
      problem: this.problem,
      isCut,
    };
    this.#text = "";
    this.problem = undefined;
    return line;
  }
}
