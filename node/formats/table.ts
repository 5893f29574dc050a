// SPDX-License-Identifier: Apache-2.0
//
// Tables: tab-separated (IANA's text/tab-separated-values: no quotes, so that no cell has a tab or a line's
// end) and comma-separated (RFC 4180: cells in quotes may have anything). Where commas are decimal points,
// spreadsheets write semicolons between cells; so a table has what its header has. A row comes back with one
// cell more, `entities`, which is JSON; its offsets are UTF-16 units of the cell with the text. A first line `sep=;`
// is Excel's, for what stands between the cells.
//
//     id,text          id,text,entities
//     1,Emma sings  →  1,Emma sings,"[{""entity_group"":""PER"",…}]"

import { CsvError, parse } from "csv-parse/sync";

import { isFailed } from "./record.js";
import type { Failure, Outcome, TableHeader, Writer } from "./record.js";

export type TableForm = "tsv" | "csv";
/** What may stand between the cells of a CSV, the likelier first. */
const separators = [",", ";", "\t"] as const;

/** The name of the column that is added. */
const added = "entities";

export interface Row {
  readonly cells: readonly string[];
  /** The number of its first line. */
  readonly number: number;
  readonly problem: Failure | undefined;
  /** What ends it. */
  readonly ending: string;
  /** Of CSV: what stands between its cells. */
  readonly separator?: string | undefined;
  /** Of CSV: whether a first line says so. */
  readonly saysSeparator?: boolean;
}

/** How a table is read. */
export interface TableOptions {
  readonly form: TableForm;
  /** A column that the header has to have. */
  readonly textColumn: string;
  /** UTF-16 units of the longest row. */
  readonly mostUnits: number;
  readonly fail: (number: number, message: string) => Failure;
}

/** A line, and what is wrong with it. */
export interface TableLine {
  readonly text: string;
  readonly number: number;
  /** What ended it, which a cell in quotes keeps. */
  readonly ending: string;
  readonly problem?: Failure | undefined;
}

/** The rows of lines, without empty lines. A quote that nothing closes is its line's problem alone. */
export async function* readRows(
  lines: AsyncIterable<TableLine>,
  options: TableOptions,
): AsyncGenerator<Row> {
  if (options.form === "csv") {
    const open = new OpenRow(options);
    for await (const line of lines) yield* open.add(line);
    yield* open.end();
    return;
  }
  for await (const { text, number, problem, ending } of lines) {
    const cells = text.split("\t");
    if (text !== "" || problem !== undefined) yield { cells, number, problem, ending };
  }
}

/** The lines of a row that is not whole yet. */
class OpenRow {
  readonly #options: TableOptions;
  #separator: string | undefined;
  #saysSeparator = false;
  #lines: TableLine[] = [];
  #units = 0;
  #quotes = 0;

  constructor(options: TableOptions) {
    this.#options = options;
  }

  /** The rows that a line makes whole. */
  *add(line: TableLine): Generator<Row> {
    if (line.text !== "" && this.#separator === undefined) {
      const said = /^sep=([^"])$/iu.exec(line.text)?.[1];
      this.#separator = said ?? separatorOf(line.text, this.#options.textColumn);
      this.#saysSeparator = said !== undefined;
      if (this.#saysSeparator && line.problem === undefined) return;
    }
    const waiting = [line]; // the next one last
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      this.#lines.push(next);
      this.#units += next.text.length + 1;
      this.#quotes += next.text.split('"').length - 1;
      // While a quote is open their number is odd.
      const mayGoOn = this.#units <= this.#options.mostUnits;
      if (mayGoOn && this.#lines.length > 1 && this.#quotes % 2 === 1) continue;
      const { cells, isOpen, message } = parseCells(this.#rowText(), this.#separator);
      if (mayGoOn && isOpen === true) continue;
      const lines = this.#take();
      if (message === undefined) {
        const problem = lines.find((each) => each.problem !== undefined)?.problem;
        // An empty line is no row.
        if (cells.length > 0 || problem !== undefined) {
          const { number } = lines[0] ?? next;
          const separator = this.#separator;
          const saysSeparator = this.#saysSeparator;
          yield { cells, number, problem, ending: next.ending, separator, saysSeparator };
        }
      } else {
        yield this.#wrong(lines[0] ?? next, message);
        // What is behind a line that is wrong may be right.
        for (let i = lines.length - 1; i > 0; i--) waiting.push(lines[i] ?? next);
      }
    }
  }

  /** The rows of what is left: where a quote is open, its line is wrong and those behind it are read again. */
  *end(): Generator<Row> {
    for (let lines = this.#take(); lines.length > 0; lines = this.#take()) {
      const [first, ...rest] = lines;
      if (first !== undefined) yield this.#wrong(first, unclosed);
      for (const line of rest) yield* this.add(line);
    }
  }

  #wrong({ text, number, problem, ending }: TableLine, message: string): Row {
    return {
      cells: [text],
      number,
      problem: problem ?? this.#options.fail(number, message),
      ending,
    };
  }

  #take(): TableLine[] {
    const lines = this.#lines;
    this.#lines = [];
    this.#units = this.#quotes = 0;
    return lines;
  }

  #rowText(): string {
    const last = this.#lines.length - 1;
    return this.#lines.map(({ text, ending }, i) => (i < last ? text + ending : text)).join("");
  }
}

/** What stands between the cells of a header: what leaves it the column, if anything does. */
function separatorOf(header: string, column: string): string {
  const found = separators.find((each) => parseCells(header, each).cells.includes(column));
  return found ?? separators[0];
}

const unclosed = "expected a quote that ends the cell, found none";

/** The cells of one row; none of an empty line. */
function parseCells(
  text: string,
  separator: string = separators[0],
): { cells: string[]; isOpen?: boolean; message?: string } {
  // Without quotes there are separators only, and no work for a parser.
  if (!text.includes('"')) return { cells: text === "" ? [] : text.split(separator) };
  const record_delimiter = ["\n", "\r\n"];
  try {
    const options = { relax_column_count: true, record_delimiter, delimiter: separator };
    return { cells: parse(text, options)[0] ?? [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
    const found = error.message.replace(/ (?:at|on) line \d+/, "");
    const message = isOpen ? unclosed : `expected CSV as in RFC 4180, found ${found}`;
    return { cells: [], isOpen, message };
  }
}

/**
 * The input's columns, and the entities in one more; of several tables the first one's columns. Lines end as those
 * of the input.
 */
export function tableWriter(form: TableForm): Writer {
  let first: TableHeader | undefined;
  let isWritten = false;
  let names: string[] = [];
  let last: readonly string[] | undefined;
  let places: number[] = [];
  const lineOf = (all: string[], separator = ",", ending = ""): string =>
    (form === "tsv" ? tsvLine(all) : csvLine(all, separator)) + (ending || "\n");
  const head = (): string => {
    if (first === undefined || isWritten) return "";
    isWritten = true;
    names = first.header.filter((name) => name !== added);
    const { separator = ",", saysSeparator, ending } = first;
    const said = saysSeparator && form === "csv" ? `sep=${separator}${ending || "\n"}` : "";
    return said + lineOf([...names, added], separator, ending);
  };
  return {
    onHeader(header) {
      first ??= header;
    },
    write(outcome) {
      const { table, ending } = outcome.record;
      const { header = [], cells = [], separator } = table ?? {};
      if (table !== undefined)
        first ??= { header, separator, saysSeparator: false, ending: ending ?? "" };
      const start = table === undefined ? "" : head();
      if (header !== last) places = placesOf(names, header);
      last = header;
      const row = places.map((at) => cells[at] ?? "");
      return start + lineOf([...row, JSON.stringify(resultOf(outcome))], separator, ending);
    },
    // Of a table without rows.
    get tail() {
      return head();
    },
  };
}

/** Where each of the names stands in a header, one that is there twice at both places. */
function placesOf(names: readonly string[], header: readonly string[]): number[] {
  const left: (string | undefined)[] = [...header];
  return names.map((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left[at] = undefined;
    return at;
  });
}

function resultOf(outcome: Outcome): unknown {
  return isFailed(outcome) ? { error: outcome.record.error } : outcome.entities;
}

/** What separates cells and rows is a space within one. */
function tsvLine(cells: readonly string[]): string {
  return cells.map((cell) => cell.replace(/\r\n|[\t\r\n]/g, " ")).join("\t");
}

function csvLine(cells: readonly string[], separator: string): string {
  return cells
    .map((cell) =>
      cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(separator);
}
