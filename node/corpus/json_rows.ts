// SPDX-License-Identifier: Apache-2.0
//
// The JSON values of a file: one a line, or the elements of one list, or one value over many lines. Each has
// the line in which it begins, so that a message names it.
//
//     {"id": 1}          [                  {
//     {"id": 2}            {"id": 1},         "id": 1
//                          {"id": 2}        }
//                        ]

import { corpusError, filledLines, lineAt, refuseEmpty, shown } from "./source.js";
import type { CorpusSource, SourceLine } from "./source.js";

export interface JsonRow {
  readonly value: unknown;
  /** As it is written, from its first character; names and values of members can be read from it. */
  readonly place: string;
}

/** Throws a TextFormatError that names the line, for what is no JSON and where there is none. */
export function jsonRows(source: CorpusSource, what: string): JsonRow[] {
  const rows = isLines(source) ? lineRows(source) : wholeRows(source);
  refuseEmpty(rows, source, what);
  return rows;
}

/** A row's value as an object; throws a TextFormatError for any other. */
export function objectOf({ value, place }: JsonRow, what: string): Record<string, unknown> {
  if (isObject(value)) return value;
  throw corpusError(place, what, shown(value));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a form's first line says of it; undefined where it is no JSON. */
export function firstValue(source: CorpusSource): unknown {
  try {
    return jsonRows(source, "JSON")[0]?.value;
  } catch {
    return undefined;
  }
}

/** Whether each line is a value: of a list that is in one line, whether its elements are no records. */
function isLines({ text }: CorpusSource): boolean {
  const [line = ""] = /^.*\S.*$/m.exec(text.slice(0, firstLineEnd(text))) ?? [];
  const value = parsed(line);
  if (value === undefined) return parsed(text) === undefined;
  return !(Array.isArray(value) && isObject(value[0]) && isRecord(value[0]));
}

function firstLineEnd(text: string): number {
  const start = text.search(/\S/);
  const end = start < 0 ? -1 : text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

/** Entities have offsets and no text of a record. */
function isRecord(element: Record<string, unknown>): boolean {
  return ["text", "tokens", "paragraphs", "data"].some((name) => name in element);
}

function lineRows(source: CorpusSource): JsonRow[] {
  return Array.from(filledLines(source), (line) => ({ value: parseLine(line), place: line.place }));
}

function parseLine({ text, place }: SourceLine): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw corpusError(place, "a line of JSON", (error as Error).message);
  }
}

function wholeRows({ where, text }: CorpusSource): JsonRow[] {
  const value = parsed(text);
  if (!Array.isArray(value)) {
    return [{ value, place: `${where}:${lineAt(text, text.search(/\S/))}` }];
  }
  const lines = elementLines(text);
  return value.map((element: unknown, at) => {
    return { value: element, place: `${where}:${lines[at] ?? 1}` };
  });
}

/** The line in which each element of a list begins. */
function elementLines(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let isNext = false;
  for (let at = 0; at < text.length; at++) {
    const found = text[at] ?? "";
    if (found === "\n") line++;
    if (/\s/.test(found)) continue;
    if (depth === 1 && isNext && found !== "]") {
      lines.push(line);
      isNext = false;
    }
    if (found === '"') at = endOfString(text, at);
    else if (found === "{" || found === "[") depth++;
    else if (found === "}" || found === "]") depth--;
    if (depth === 1 && (found === "," || lines.length === 0)) isNext = true;
  }
  return lines;
}

/** Where the quote is that ends the string which begins at `at`. */
function endOfString(text: string, at: number): number {
  for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === "\\") at++;
  return at;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
