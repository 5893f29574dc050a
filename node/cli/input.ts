// SPDX-License-Identifier: Apache-2.0
//
// The records of what was named, whatever its form. What cannot be read stands as a BadRecord where a record
// was expected, and what can be read behind it follows: the next line, sentence or row, or the next file.

import type { BadRecord, Failure, InputRecord, Writer } from "../formats/record.js";
import { listFiles, statNamed } from "../files/file_list.js";
import type { Source } from "./source_args.js";
import { formReaders } from "./input_forms.js";
import type { InputFile } from "./input_lines.js";
import { InputPosition } from "./input_position.js";
import { entryOf, inputName, openInput } from "./open_input.js";
import type { TagForms } from "./tag_forms.js";
import { UsageError } from "./usage.js";

export type InputOptions = Pick<TagForms, "format" | "column" | "textColumn"> &
  Pick<Writer, "onHeader">;

/** Texts, one a line. */
export const plainText: InputOptions = { format: "text", column: 1, textColumn: "text" };

/**
 * The files of a source by their names, `-` for stdin. Rejects at once where nothing can come: with a UsageError
 * where nothing is named, and as statNamed() where there is none of the files.
 */
export async function inputFiles({ texts, files }: Source): Promise<string[]> {
  if (texts.length > 0) return [];
  if (files.length > 0) {
    const names = await listFiles(files);
    const found = await Promise.allSettled(
      names.map(async (name) => (name === "-" ? undefined : statNamed(name))),
    );
    const [first] = found;
    if (first?.status === "rejected" && found.every(({ status }) => status === "rejected")) {
      throw first.reason;
    }
    return names;
  }
  if (!process.stdin.isTTY) return ["-"];
  throw new UsageError("expected TEXT, --file or texts on standard input, found none");
}

/** How many bytes there are to read; undefined where one of the files ends when another program says so. */
export async function inputSize(files: readonly string[]): Promise<number | undefined> {
  let size = 0;
  for (const name of files) {
    const entry = await entryOf(name);
    if (entry?.isFile() === false) return undefined;
    size += entry?.size ?? 0;
  }
  return size;
}

/** The records of the arguments, or of the files that inputFiles() gave. An abort ends a read that waits for more. */
export async function* readRecords(
  { texts, encoding }: Source,
  files: readonly string[],
  options: InputOptions,
  signal: AbortSignal,
  position = new InputPosition(),
): AsyncGenerator<InputRecord> {
  let number = 0;
  for (const text of texts) {
    number++;
    yield { id: String(number), text, members: [] };
  }
  for (const name of files) {
    const where = inputName(name);
    try {
      if (name !== "-") await statNamed(name);
      const bytes = position.count(await openInput(name, signal));
      const file: InputFile = { bytes, position, where, encoding, isNamed: name !== "-", number };
      for await (const record of formReaders[options.format](file, options)) {
        number++;
        yield record;
      }
    } catch (error) {
      if (signal.aborted || !isSystems(error)) throw error;
      number++;
      yield unreadable(where, error);
    }
  }
}

/** What stands for a file that cannot be opened, or not to its end. */
function unreadable(where: string, { code = "", message }: NodeJS.ErrnoException): BadRecord {
  const error: Failure = {
    code,
    message: message.includes(where) ? message : `${where}: ${message}`,
  };
  return { id: JSON.stringify(where), file: where, error };
}

function isSystems(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === "string";
}
