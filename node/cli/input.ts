// SPDX-License-Identifier: Apache-2.0

import { fstatSync } from "node:fs";
import { addAbortSignal } from "node:stream";
import type { Readable } from "node:stream";

import { TextFormatError } from "../../wasm/js/base/errors.js";
import { maxLine, readLines } from "../files/lines.js";
import { IrregularFileError } from "../files/regular_file.js";
import { openText } from "../files/text_input.js";
import { UsageError } from "./args.js";
import type { Source } from "./args.js";

/** One text to work on, or what is wrong with its line. Items of JSONL have an id. */
export type Item = { id?: unknown; text: string } | { id?: unknown; error: string };

/**
 * The items of a source, in order: its TEXT arguments, each one text, or a file's or stdin's lines.
 * Throws at once where nothing can come; an abort ends a read that waits for more.
 */
export function readItems(
  source: Source,
  format: "text" | "jsonl",
  signal: AbortSignal,
): AsyncIterable<Item> {
  if (source.texts.length === 0 && source.file === undefined && process.stdin.isTTY) {
    throw new UsageError("expected TEXT, --file or texts on standard input, found none");
  }
  return items(source, format === "jsonl" ? jsonlItem : textItem, signal);
}

async function* items(
  { texts, file, encoding }: Source,
  toItem: (line: string) => Item,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  if (texts.length > 0) {
    for (const text of texts) yield { text };
    return;
  }
  const stream = file === undefined ? standardInput(signal) : await openText(file, signal);
  try {
    for await (const line of readLines(stream, encoding)) {
      yield toItem(line);
    }
  } catch (error) {
    throw error instanceof TextFormatError ? named(error, file ?? "standard input") : error;
  }
}

function standardInput(signal: AbortSignal): Readable {
  // Node reads a folder as if it were empty.
  if (isFolder(0)) throw new IrregularFileError("standard input", "a folder");
  return addAbortSignal(signal, process.stdin);
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false; // where a process has no input
  }
}

/** The error with the name of what was read, and how it can be read after all. */
function named(error: TextFormatError, where: string): TextFormatError {
  const { message, looks_like: looksLike, encoding, offset } = error;
  const others =
    looksLike?.startsWith("damaged") === true ? ", with U+FFFD in place of what is damaged" : "";
  const advice = encoding === undefined ? "" : `; --encoding ${encoding} reads it as that${others}`;
  const details = { looks_like: looksLike, encoding, offset, cause: error };
  return new TextFormatError(`${where}: ${message}${advice}`, details);
}

function textItem(line: string): Item {
  return line.length > maxLine ? { error: tooLong(line) } : { text: line };
}

/** A line of JSON: `{"id": 7, "text": "Emma"}`. A line without an id has the id null. */
function jsonlItem(line: string): Item {
  if (line.length > maxLine) return { id: null, error: tooLong(line) };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { id: null, error: `expected a line of JSON: ${(error as Error).message}` };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { id: null, error: 'expected an object {"id", "text"}' };
  }
  const { id = null, text } = value as { id?: unknown; text?: unknown };
  return typeof text === "string" ? { id, text } : { id, error: "text: expected a string" };
}

function tooLong(line: string): string {
  return `expected a line of at most ${maxLine} characters, found ${line.length} or more`;
}
