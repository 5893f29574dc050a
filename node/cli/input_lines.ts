// SPDX-License-Identifier: Apache-2.0
//
// The lines of an input, each with its place and what is wrong with it, so that a message names both.

import type { TextFormatError } from "../../wasm/js/base/errors.js";
import { maxLine, readNumberedLines } from "../files/lines.js";
import type { Line } from "../files/lines.js";
import type { BadRecord, Failure } from "../formats/record.js";
import type { InputPosition } from "./input_position.js";

export interface InputFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Told of each line. */
  readonly position: InputPosition;
  /** Its name for people. */
  readonly where: string;
  readonly encoding: string | undefined;
  /** It is a file, and not what another program gives. */
  readonly isNamed: boolean;
  /** How many records came before it. */
  readonly number: number;
}

/** A line, and where it is and what is wrong with it, in words. */
export interface PlacedLine {
  readonly text: string;
  readonly number: number;
  readonly ending: Line["ending"];
  readonly place: string;
  readonly problem: Failure | undefined;
  readonly isCut: boolean;
}

export async function* linesOf(file: InputFile): AsyncGenerator<PlacedLine> {
  const { bytes, position, where, encoding } = file;
  let isEmpty = file.isNamed;
  for await (const line of readNumberedLines(bytes, encoding)) {
    isEmpty = false;
    const { text, number, ending, isCut } = line;
    const place = `${where}, line ${number}`;
    position.pass(Buffer.byteLength(text) + ending.length);
    yield { text, number, ending, place, problem: lineProblem(line, place, file), isCut };
  }
  if (isEmpty) throw new EmptyFileError(where);
}

/** As an error of the system: there is nothing to read. */
class EmptyFileError extends Error {
  override readonly name = "EmptyFileError";
  readonly code = "invalid_record";

  constructor(where: string) {
    super(emptyFile(where).error.message);
  }
}

export function emptyFile(where: string): BadRecord {
  const error = invalid(`${where}, line 1: expected text, found an empty file`);
  return { id: JSON.stringify(where), file: where, error };
}

function lineProblem(
  { text, problem }: Line,
  place: string,
  { where, encoding }: InputFile,
): Failure | undefined {
  return problem === undefined ? textProblem(text, place, encoding) : wrongBytes(problem, where);
}

export function textProblem(
  text: string,
  place: string,
  encoding: string | undefined,
): Failure | undefined {
  if (text.length > maxLine) {
    const message = `${place}: expected at most ${maxLine} characters, found ${text.length} or more`;
    return { code: "text_too_long", message };
  }
  // With a named encoding somebody has decided.
  const nul = encoding === undefined ? text.indexOf("\0") : -1;
  if (nul < 0) return undefined;
  return {
    code: "text_format",
    message: `${place}: expected text, found a NUL behind ${nul} characters`,
  };
}

/** The error with the name of what was read, and encodingAdvice(). */
export function wrongBytes(problem: TextFormatError, where: string): Failure {
  const { code, message } = problem;
  return { code, message: `${where}: ${message}${encodingAdvice(problem)}` };
}

/** How such bytes can be read after all; behind a message. */
export function encodingAdvice({ looks_like: looksLike, encoding }: TextFormatError): string {
  const others =
    looksLike?.startsWith("damaged") === true ? ", with U+FFFD in place of what is damaged" : "";
  return encoding === undefined ? "" : `; --encoding ${encoding} reads it as that${others}`;
}

export function failIn({ where }: InputFile): (number: number, message: string) => Failure {
  return (number, message) => invalid(`${where}, line ${number}: ${message}`);
}

export function invalid(message: string): Failure {
  return { code: "invalid_record", message };
}
