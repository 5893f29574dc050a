// SPDX-License-Identifier: Apache-2.0

import type { Block, Edit, Piece } from "./document.js";

/** A cell: where it stands, without its quotes. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/**
 * The rows of a CSV text (RFC 4180), whose lines end with LF, CR or CRLF, in linear time. What stands behind a closing
 * quotation mark makes the whole a cell without quotes.
 */
export function* csvRows(csv: string, delimiter: string, from: number): Generator<Cell[]> {
  const ends = new RegExp(`[\\r\\n${delimiter}]`, "gu");
  let row: Cell[] = [];
  let at = from;
  while (at < csv.length || row.length > 0) {
    const cell = quotedAt(csv, delimiter, at) ?? plainAt(csv, ends, at);
    row.push(cell);
    at = cell.end + Number(cell.isQuoted);
    if (csv[at] === delimiter) {
      at += 1;
      continue;
    }
    yield row;
    row = [];
    at += csv.startsWith("\r\n", at) ? 2 : 1;
  }
}

function quotedAt(csv: string, delimiter: string, at: number): Cell | undefined {
  if (csv[at] !== '"') return undefined;
  let end = csv.indexOf('"', at + 1);
  while (end >= 0 && csv[end + 1] === '"') end = csv.indexOf('"', end + 2);
  const next = csv[end + 1];
  const isOne = end >= 0 && (next === undefined || next === delimiter || /[\r\n]/u.test(next));
  return isOne ? { start: at + 1, end, isQuoted: true } : undefined;
}

function plainAt(csv: string, ends: RegExp, start: number): Cell {
  ends.lastIndex = start;
  return { start, end: ends.exec(csv)?.index ?? csv.length, isQuoted: false };
}

/** How rows are parted, and where they begin. */
export interface CsvForm {
  readonly delimiter: string;
  readonly start: number;
}

/** What a text says of itself: Excel's `sep=;`, or which of the usual delimiters its first row has most of. */
export function csvForm(csv: string): CsvForm {
  const mark = csv.startsWith("\ufeff") ? 1 : 0;
  const told = /^sep=([^\r\n])\r?\n/u.exec(csv.slice(mark, mark + 10));
  if (told?.[1] !== undefined && isDelimiter(told[1])) {
    return { delimiter: told[1], start: mark + told[0].length };
  }
  const line = /^(?:"(?:[^"]|"")*"|[^\r\n"])*/u.exec(csv.slice(mark, mark + 10_000))?.[0] ?? "";
  const outside = line.replace(/"[^"]*"/gu, "");
  const counts = [",", ";", "\t", "|"].map((each) => [each, outside.split(each).length] as const);
  const [delimiter] = counts.reduce((a, b) => (b[1] > a[1] ? b : a));
  return { delimiter, start: mark };
}

/** None that a placeholder or a name may have. */
export function isDelimiter(text: string): boolean {
  return /^[,;|\t:!/~^ ]$/u.test(text);
}

/** A cell as a text. */
export function cellBlock(csv: string, { start, end, isQuoted }: Cell, delimiter: string): Block {
  const text = csv.slice(start, end);
  if (!isQuoted) {
    const writing = {
      encode: (value: string): string => value,
      decode: (): undefined => undefined,
    };
    // Quotes that are against the rules stay, and part what is between them: they say where other cells end.
    const parts = [...text.matchAll(/[^"]+/gu)];
    return {
      pieces: parts.map(({ 0: part, index }) => ({
        text: part,
        start: start + index,
        end: start + index + part.length,
      })),
      writing,
      also: (edits) => quotesFor(csv, start, end, edits, delimiter),
    };
  }
  const pieces: Piece[] = [];
  let at = start;
  for (const { index } of text.matchAll(/""/gu)) {
    const mark = start + index;
    if (mark > at) pieces.push({ text: csv.slice(at, mark), start: at, end: mark });
    pieces.push({ text: '"', start: mark, end: mark + 2 });
    at = mark + 2;
  }
  if (end > at) pieces.push({ text: csv.slice(at, end), start: at, end });
  return { pieces, writing: { encode: doubled, decode: () => undefined } };
}

function doubled(text: string): string {
  return text.replaceAll('"', '""');
}

/** The quotation marks of a cell that has none and needs them now. */
function quotesFor(
  csv: string,
  start: number,
  end: number,
  edits: readonly Edit[],
  delimiter: string,
): Edit[] {
  const breaks = ({ start: at, text }: Edit): boolean =>
    text.includes(delimiter) || /[\r\n]/u.test(text) || (at === start && text.startsWith('"'));
  if (!edits.some(breaks)) return [];
  for (const edit of edits) edit.text = doubled(edit.text);
  const inner = [...csv.slice(start, end).matchAll(/"/gu)].map(({ index }) => start + index);
  const isFree = (at: number): boolean => edits.every((each) => at < each.start || at >= each.end);
  return [
    { start, end: start, text: '"' },
    ...inner.filter(isFree).map((at) => ({ start: at, end: at, text: '"' })),
    { start: end, end, text: '"' },
  ];
}
