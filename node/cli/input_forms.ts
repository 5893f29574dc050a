// SPDX-License-Identifier: Apache-2.0
//
// A file's bytes as records, for each form of input.

import { readDocument } from "../files/documents.js";
import { maxLine } from "../files/lines.js";
import { readSentences } from "../formats/conll.js";
import { readJsonl } from "../formats/jsonl.js";
import type { BadRecord, InputRecord, Member, Writer } from "../formats/record.js";
import { readRows } from "../formats/table.js";
import type { TableForm } from "../formats/table.js";
import { emptyFile, failIn, invalid, linesOf, textProblem, wrongBytes } from "./input_lines.js";
import type { InputFile, PlacedLine } from "./input_lines.js";
import type { InputForm, TagForms } from "./tag_forms.js";

type Reader = (file: InputFile, options: ReaderOptions) => AsyncIterable<InputRecord>;
type ReaderOptions = Pick<TagForms, "column" | "textColumn"> & Pick<Writer, "onHeader">;

export const formReaders: Record<InputForm, Reader> = {
  text: readTexts,
  document: readWhole,
  jsonl: readObjects,
  conll: readColumns,
  tsv: (file, options) => readTable(file, "tsv", options),
  csv: (file, options) => readTable(file, "csv", options),
};

async function* readTexts(file: InputFile): AsyncGenerator<InputRecord> {
  let { number } = file;
  for await (const line of linesOf(file)) {
    const id = String(++number);
    const { text, place, problem } = line;
    yield problem === undefined
      ? { id, text, members: [], place }
      : badLine({ id, text, place, error: problem }, line);
  }
}

async function* readObjects(file: InputFile): AsyncGenerator<InputRecord> {
  for await (const line of linesOf(file)) {
    const { text, place, problem } = line;
    const fail = (message: string, id = "null"): BadRecord => {
      return { id, place, error: invalid(`${place}: ${message}`) };
    };
    const record = readJsonl(text, fail);
    // What is wrong with a line's bytes may leave its id.
    if (problem === undefined) yield { ...record, place };
    else
      yield badLine({ id: record.id, members: record.members ?? [], place, error: problem }, line);
  }
}

async function* readColumns(
  file: InputFile,
  { column }: ReaderOptions,
): AsyncGenerator<InputRecord> {
  let { number } = file;
  const fail = failIn(file);
  for await (const sentence of readSentences(linesOf(file), column, fail)) {
    const id = String(++number);
    const { words, rows, ending, problem } = sentence;
    const place = `${file.where}, line ${sentence.number}`;
    const record = { id, text: words.join(" "), words, members: [], rows, ending, place };
    yield problem === undefined ? record : { ...record, error: problem };
  }
}

async function* readTable(
  file: InputFile,
  form: TableForm,
  { textColumn, onHeader }: ReaderOptions,
): AsyncGenerator<InputRecord> {
  let { number } = file;
  let header: readonly string[] | undefined;
  let names: readonly string[] = [];
  let ending = "";
  const fail = failIn(file);
  const options = { form, textColumn, mostUnits: maxLine, fail };
  for await (const row of readRows(linesOf(file), options)) {
    const { cells, separator, saysSeparator = false } = row;
    if (header === undefined) {
      const found = cells.slice(0, 20).join(", ").slice(0, 200);
      const message = `expected a header with the column ${textColumn}, found ${found}`;
      const error = row.problem ?? fail(row.number, message);
      if (row.problem !== undefined || !cells.includes(textColumn)) {
        yield { id: JSON.stringify(file.where), file: file.where, error };
        return;
      }
      header = cells;
      names = memberNames(header);
      ending = row.ending;
      onHeader?.({ header, separator, saysSeparator, ending });
      continue;
    }
    number++;
    const own = cells[header.indexOf("id")];
    const id = header.includes("id") && own !== undefined ? JSON.stringify(own) : String(number);
    const members = names.flatMap((name, i): Member[] =>
      name === "id" || name === textColumn ? [] : [[name, JSON.stringify(cells[i] ?? "")]],
    );
    const place = `${file.where}, line ${row.number}`;
    const text = cells[header.indexOf(textColumn)] ?? "";
    const table = { header, cells, separator };
    const record = { id, text, members, table, ending, place };
    const columns = `expected ${header.length} columns as in the header, found ${cells.length}`;
    const isRight = cells.length === header.length;
    const problem = row.problem ?? (isRight ? undefined : fail(row.number, columns));
    yield problem === undefined ? record : { ...record, error: problem };
  }
}

/** The columns as names of members; a second `x` is `x.1`, as pandas has it. */
function memberNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((name) => {
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}.${before}`;
  });
}

async function* readWhole(file: InputFile): AsyncGenerator<InputRecord> {
  const { where, encoding, isNamed } = file;
  const id = JSON.stringify(where);
  const { text, mark, problem } = await readDocument(file.bytes, encoding);
  if (isNamed && text === "" && problem === undefined) {
    yield emptyFile(where);
    return;
  }
  const record = { id, text, members: [], file: where, place: where, mark };
  const error =
    problem === undefined ? textProblem(text, where, encoding) : wrongBytes(problem, where);
  if (error === undefined) yield record;
  else yield { id, file: where, error };
}

/** Behind a line that is cut there is nothing: then the file is what is wrong. */
function badLine(record: BadRecord, { isCut }: PlacedLine): BadRecord {
  return isCut ? { ...record, file: record.place?.replace(/, line \d+$/, "") } : record;
}
