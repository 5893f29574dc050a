// SPDX-License-Identifier: Apache-2.0
//
// A file of a corpus as text, its lines, and the error that names one of them. Every reader of this folder
// takes such a source and says what is wrong as `test.jsonl:7: expected …, found …`.

import { TextFormatError } from "../../wasm/js/base/errors.js";
import { maxLine } from "../files/lines.js";

export interface CorpusSource {
  /** Its name for people. */
  readonly where: string;
  /** Without its byte order mark. */
  readonly text: string;
}

export interface SourceLine {
  /** Without its `\n`, and without the `\r` before that. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** `test.jsonl:7` */
  readonly place: string;
}

/** What was wrong with a file, and where. */
export function corpusError(place: string, wanted: string, found: string): TextFormatError {
  return new TextFormatError(`${place}: expected ${wanted}, found ${found}`);
}

/** A value of JSON in a message. */
export function shown(value: unknown): string {
  const json = (JSON.stringify(value) as string | undefined) ?? "nothing";
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

/** The lines that are not empty. Throws a TextFormatError for one that is too long or has a NUL. */
export function* filledLines(source: CorpusSource): Generator<SourceLine> {
  for (const line of sourceLines(source)) if (line.text.trim() !== "") yield line;
}

/** All lines; of a text that ends with `\n` there is none behind it. */
export function* sourceLines({ where, text }: CorpusSource, most = maxLine): Generator<SourceLine> {
  let number = 0;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const place = `${where}:${++number}`;
    checkLine(text.slice(start, Math.min(end, start + most + 1)), place, end - start, most);
    yield { text: text.slice(start, end).replace(/\r$/, ""), number, place };
    start = end + 1;
  }
}

/** All lines, as checkLine() does it. */
export function checkLines(source: CorpusSource, most = maxLine): void {
  const lines = sourceLines(source, most);
  while (lines.next().done !== true);
}

/** Throws a TextFormatError that names the line. */
export function checkLine(line: string, place: string, length = line.length, most = maxLine): void {
  if (length > most) {
    throw corpusError(place, `a line of at most ${most} characters`, String(length));
  }
  if (line.includes("\0")) throw corpusError(place, "text", "NUL");
}

/** The number of the line in which a place of a text is, from 1. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) {
    line++;
  }
  return line;
}

/** What stands in place of records where a file has none. */
export function refuseEmpty(
  records: readonly unknown[],
  { where }: CorpusSource,
  what: string,
): void {
  if (records.length === 0)
    throw corpusError(`${where}:1`, `at least one line with ${what}`, "none");
}
