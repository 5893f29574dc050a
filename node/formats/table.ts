// SPDX-License-Identifier: Apache-2.0
//
// Tables: tab-separated (IANA's text/tab-separated-values: no quotes, so that no cell has a tab or a line's
// end) and comma-separated (RFC 4180: cells in quotes may have anything). A row comes back with one cell more,
// `entities`, which is JSON; its offsets are UTF-16 units of the cell with the text.
//
//     id,text          id,text,entities
//     1,Emma sings  →  1,Emma sings,"[{""entity_group"":""PER"",…}]"

import { CsvError, parse } from "csv-parse/sync";

import { isFailed } from "./record.js";
import type { Failure, Outcome, Writer } from "./record.js";

export type TableForm = "tsv" | "csv";

/** The name of the column that is added. */
const added = "entities";

export interface Row {
  readonly cells: readonly string[];
  /** The number of its first line. */
  readonly number: number;
  readonly problem: Failure | undefined;
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
  form: TableForm,
  mostUnits: number,
  fail: (number: number, message: string) => Failure,
): AsyncGenerator<Row> {
  if (form === "csv") {
    const open = new OpenRow(mostUnits, fail);
    for await (const line of lines) yield* open.add(line);
    yield* open.end();
    return;
  }
  for await (const { text, number, problem } of lines) {
    if (text !== "" || problem !== undefined) yield { cells: text.split("\t"), number, problem };
  }
}

/** The lines of a row that is not whole yet. */
class OpenRow {
  readonly #mostUnits: number;
  readonly #fail: (number: number, message: string) => Failure;
  #lines: TableLine[] = [];
  #units = 0;
  #quotes = 0;

  constructor(mostUnits: number, fail: (number: number, message: string) => Failure) {
    this.#mostUnits = mostUnits;
    this.#fail = fail;
  }

  /** The rows that a line makes whole. */
  *add(line: TableLine): Generator<Row> {
    const waiting = [line]; // the next one last
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      this.#lines.push(next);
      this.#units += next.text.length + 1;
      this.#quotes += next.text.split('"').length - 1;
      // While a quote is open their number is odd.
      const mayGoOn = this.#units <= this.#mostUnits;
      if (mayGoOn && this.#lines.length > 1 && this.#quotes % 2 === 1) continue;
      const { cells, isOpen, message } = parseCells(this.#rowText());
      if (mayGoOn && isOpen === true) continue;
      const lines = this.#take();
      if (message === undefined) {
        const problem = lines.find((each) => each.problem !== undefined)?.problem;
        yield* rowsOf(cells, lines[0]?.number ?? 0, problem);
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

  #wrong({ text, number, problem }: TableLine, message: string): Row {
    return { cells: [text], number, problem: problem ?? this.#fail(number, message) };
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

/** An empty line is no row. */
function* rowsOf(cells: readonly string[], number: number, problem?: Failure): Generator<Row> {
  if (cells.length > 0 || problem !== undefined) yield { cells, number, problem };
}

const options = { relax_column_count: true, record_delimiter: ["\n", "\r\n"] };
const unclosed = "expected a quote that ends the cell, found none";

/** The cells of one row; none of an empty line. */
function parseCells(text: string): { cells: string[]; isOpen?: boolean; message?: string } {
  // Without quotes there are commas only, and no work for a parser.
  if (!text.includes('"')) return { cells: text === "" ? [] : text.split(",") };
  try {
    return { cells: parse(text, options)[0] ?? [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
    const found = error.message.replace(/ (?:at|on) line \d+/, "");
    const message = isOpen ? unclosed : `expected CSV as in RFC 4180, found ${found}`;
    return { cells: [], isOpen, message };
  }
}

/** The input's columns, and the entities in one more; of several tables the first one's columns. */
export function tableWriter(form: TableForm): Writer {
  let names: string[] | undefined;
  const line = form === "tsv" ? tsvLine : csvLine;
  return {
    write(outcome) {
      const { header = [], cells = [] } = outcome.record.table ?? {};
      const isFirst = names === undefined && header.length > 0;
      if (isFirst) names = header.filter((name) => name !== added);
      const head = isFirst ? `${line([...(names ?? []), added])}\n` : "";
      const row = (names ?? []).map((name) => cells[header.indexOf(name)] ?? "");
      return `${head}${line([...row, JSON.stringify(resultOf(outcome))])}\n`;
    },
  };
}

function resultOf(outcome: Outcome): unknown {
  return isFailed(outcome) ? { error: outcome.record.error } : outcome.entities;
}

/** What separates cells and rows is a space within one. */
function tsvLine(cells: readonly string[]): string {
  return cells.map((cell) => cell.replace(/\r\n|[\t\r\n]/g, " ")).join("\t");
}

function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");
}
