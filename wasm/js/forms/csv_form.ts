// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkFlag, checkNames, checkSignal, isCount } from "../base/checks.js";
import type { AbortSignal } from "../base/host_types.js";
import type { MaskSession, Masked, Unmasked } from "../masking/index.js";
import { checkDocument } from "./check_document.js";
import { cellBlock, csvForm, csvRows, isDelimiter } from "./csv.js";
import type { CsvForm } from "./csv.js";
import { maskBlocks, unmaskBlocks } from "./document.js";
import type { Block } from "./document.js";

/** What `unmaskCsv` may be told. */
export interface UnmaskCsvOptions {
  /** Which columns have values: by their names in the first row, or their places from 0. Default: all. */
  columns?: readonly (string | number)[] | undefined;
  /** Whether the first row has the columns' names, which stay. Default: whether `columns` has names. */
  header?: boolean | undefined;
  /** What stands between cells. Default: what most of the first row's usual ones are, or what `sep=` says. */
  delimiter?: string | undefined;
}

/** What `maskCsv` may be told. */
export interface MaskCsvOptions extends UnmaskCsvOptions {
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Masks the cells of a CSV text (RFC 4180), each by itself. Quotes, delimiters and line ends stay. Rejects as `mask`
 * does, and with an InvalidArgumentError where there is no such column.
 *
 *     await maskCsv(session, "Name,Age\r\nEmma,7\r\n", { columns: ["Name"] })   // "Name,Age\r\n[PER_1],7\r\n"
 */
export async function maskCsv(
  session: MaskSession,
  csv: string,
  options?: MaskCsvOptions,
): Promise<Masked> {
  const given = checkNames("option", options, ["columns", "header", "delimiter", "signal"]);
  const { text } = checkDocument(session, csv, "csv");
  const signal = checkSignal(given["signal"]);
  return maskBlocks(session, text, blocksOf(text, given), signal);
}

/** Puts values back into the cells of a CSV text, quoted where that is needed. */
export function unmaskCsv(session: MaskSession, csv: string, options?: UnmaskCsvOptions): Unmasked {
  const given = checkNames("option", options, ["columns", "header", "delimiter"]);
  const { text } = checkDocument(session, csv, "csv");
  return unmaskBlocks(session, text, blocksOf(text, given));
}

type Columns = readonly (string | number)[] | undefined;

function blocksOf(csv: string, given: Readonly<Record<string, unknown>>): Block[] {
  const { delimiter, start } = readForm(csv, given["delimiter"]);
  const columns = readColumns(given["columns"]);
  const hasNames = columns?.some((each) => typeof each === "string") ?? false;
  const header = checkFlag("header", given["header"] ?? hasNames);
  if (hasNames && !header) throw argumentError("header", "true, for columns by name", header);
  const blocks: Block[] = [];
  let wanted: readonly number[] | undefined;
  let isFirst = true;
  for (const row of csvRows(csv, delimiter, start)) {
    if (isFirst && columns !== undefined) {
      const names = row.map((cell) =>
        cellBlock(csv, cell, delimiter)
          .pieces.map(({ text }) => text)
          .join(""),
      );
      wanted = columns.map((column) => placeOf(column, names));
    }
    if (!isFirst || !header) {
      for (const [at, cell] of row.entries()) {
        if (wanted?.includes(at) !== false) blocks.push(cellBlock(csv, cell, delimiter));
      }
    }
    isFirst = false;
  }
  return blocks;
}

function placeOf(column: string | number, names: readonly string[]): number {
  const place = typeof column === "number" ? column : names.indexOf(column);
  if (place >= 0 && place < names.length) return place;
  throw argumentError("columns", `those of ${names.length} that the first row has`, column);
}

function readForm(csv: string, given: unknown): CsvForm {
  const form = csvForm(csv);
  if (given === undefined) return form;
  if (typeof given === "string" && isDelimiter(given))
    return { delimiter: given, start: form.start };
  throw argumentError("delimiter", "one of , ; | : ! / ~ ^, a space or a tab", given);
}

function readColumns(given: unknown): Columns {
  if (given === undefined) return undefined;
  const isOne = (each: unknown): boolean => typeof each === "string" || isCount(each, 0, 1e6);
  if (Array.isArray(given) && Array.from(given).every(isOne)) return given as (string | number)[];
  throw argumentError("columns", "a list of names and places from 0", given);
}
