// SPDX-License-Identifier: Apache-2.0
//
// The JSON values of a file: one a line, or the elements of one list, or one value over many lines. Each has
// the line in which it begins, so that a message names it.
//
//     {"id": 1}          [                  {
//     {"id": 2}            {"id": 1},         "id": 1
//                          {"id": 2}        }
//                        ]

import type { TextFormatError } from "../../wasm/js/base/errors.js";
import { endOfString } from "../formats/json_members.js";
import { checkLines, corpusError, filledLines, lineAt, shown } from "./source.js";
import type { CorpusSource, SourceLine } from "./source.js";

export interface JsonRow {
  readonly value: unknown;
  /** `test.jsonl:7` */
  readonly place: string;
}

/** None of an empty file. Throws a TextFormatError that names the line for what is no JSON. */
export function jsonRows(source: CorpusSource): JsonRow[] {
  return isLines(source) ? lineRows(source) : wholeRows(source);
}

/** A row's value as an object; throws a TextFormatError for any other. */
export function objectOf({ value, place }: JsonRow, what: string): Record<string, unknown> {
  if (isObject(value)) return value;
  throw corpusError(place, what, shown(value));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first of them; undefined where it is no JSON. */
export function firstValue(source: CorpusSource): unknown {
  if (isLines(source)) return parsed(firstLine(source.text));
  const value = parsed(source.text);
  return Array.isArray(value) ? (value as unknown[])[0] : value;
}

/** Whether each line is a value; a list in one line is one where its elements are records of their own. */
function isLines({ text }: CorpusSource): boolean {
  const value = parsed(firstLine(text));
  if (value === undefined) return parsed(text) === undefined && isBroken(text);
  return !(Array.isArray(value) && isObject(value[0]) && isRecord(value[0]));
}

/** Whether the first line alone is wrong: the second is a value. */
function isBroken(text: string): boolean {
  const start = text.indexOf(firstLine(text)) + firstLine(text).length;
  const second = parsed(firstLine(text.slice(start)));
  return typeof second === "object" && second !== null;
}

/** The first line that is not empty. */
function firstLine(text: string): string {
  return text.slice(Math.max(text.search(/\S/), 0), firstLineEnd(text));
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
  const value = parsed(text);
  if (value === undefined) throw corpusError(place, "a line of JSON", messageOf(text));
  return value;
}

function wholeRows(source: CorpusSource): JsonRow[] {
  const { where, text } = source;
  if (text.trim() === "") return [];
  checkLines(source, Infinity);
  const value = parsed(text);
  if (value === undefined) throw brokenJson(source);
  if (!Array.isArray(value)) {
    return [{ value, place: `${where}:${lineAt(text, text.search(/\S/))}` }];
  }
  const lines = elementLines(text);
  return value.map((element: unknown, at) => {
    return { value: element, place: `${where}:${lines[at] ?? 1}` };
  });
}

/** Names the line: the first with which the lines up to it are no beginning of JSON. */
function brokenJson({ where, text }: CorpusSource): TextFormatError {
  const lines = text.trimEnd().split("\n");
  let low = 1;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeginning(lines.slice(0, middle).join("\n"))) low = middle + 1;
    else high = middle;
  }
  return corpusError(`${where}:${low}`, "JSON", messageOf(text));
}

/** Whether what is wrong with it is its end. */
function isBeginning(text: string): boolean {
  const message = messageOf(text);
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return message.includes("end of JSON") || Number(position ?? -1) >= text.trimEnd().length;
}

function messageOf(json: string): string {
  try {
    JSON.parse(json);
    return "end of JSON";
  } catch (error) {
    return (error as Error).message;
  }
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

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
