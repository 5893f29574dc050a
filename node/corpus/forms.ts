// SPDX-License-Identifier: Apache-2.0
//
// Which forms of corpora there are, which one a file has, and its reader.

import type { OffsetUnit } from "../../wasm/js/base/types.js";
import type { CorpusText } from "./annotated_text.js";
import { columnTexts } from "./columns.js";
import type { ColumnLayout, ColumnRules } from "./columns.js";
import { isConll2012, readConll2012 } from "./conll2012.js";
import { firstValue, isObject, jsonRows } from "./json_rows.js";
import type { JsonRow } from "./json_rows.js";
import { refuseEmpty } from "./source.js";
import type { CorpusSource } from "./source.js";
import { isSpacyJson, readSpacyJson } from "./spacy_json.js";
import { readSpanRow } from "./span_rows.js";
import { isStockmark, readStockmark } from "./stockmark.js";
import { hasTags, readTokenRow } from "./token_rows.js";
import type { TagIds } from "./token_rows.js";
import { isWikiann, readWikiann, wikiannIds } from "./wikiann.js";

/** Forms that are one file; brat has two for each text. */
export const fileForms = [
  ...["conll", "conll2012", "wikiann", "tner", "jsonl", "doccano", "spacy", "stockmark"],
] as const;
export type FileForm = (typeof fileForms)[number];

export const corpusForms = [...fileForms, "brat"] as const;
export type CorpusForm = (typeof corpusForms)[number];

/** How a file is read, where its form leaves a choice. */
export interface FormOptions {
  readonly form: FileForm;
  /** Of columns. */
  readonly rules: ColumnRules;
  readonly layout: ColumnLayout;
  readonly delimiter: string | undefined;
  /** Of spans in JSON; undefined is what each shape counts in. */
  readonly unit: OffsetUnit | undefined;
  /** Of tags that are numbers. */
  readonly ids: TagIds | undefined;
}

/** What a file says, in its order. */
export interface ReadTexts {
  readonly texts: readonly CorpusText[];
  /** Of columns: whether no line says that the last sentence has ended. */
  readonly openEnd: boolean;
}

/**
 * The form of a file, by its first value where it is JSON, else by its lines. Only what no other form can
 * have tells a form; all else is columns.
 */
export function formOf(source: CorpusSource, rules: ColumnRules): FileForm {
  const isJson = mayBeJson(source);
  const value = isJson ? firstValue(source) : undefined;
  if (value !== undefined) return jsonForm(value);
  const isNamed = /\.(?:json|jsonl|ndjson)$/i.test(source.where);
  if (isNamed && (isJson || source.text.trim() === "")) return "jsonl";
  if (isConll2012(source)) return "conll2012";
  return rules === "ours" && isWikiann(source) ? "wikiann" : "conll";
}

function mayBeJson({ text }: CorpusSource): boolean {
  return /^\s*[[{]/.test(text);
}

function jsonForm(value: unknown): FileForm {
  if (isSpacyJson(value)) return "spacy";
  if (isStockmark(value)) return "stockmark";
  if (!isObject(value) || !("tokens" in value)) return "jsonl";
  if ("ner_tags" in value && "langs" in value) return "wikiann";
  return "tags" in value && hasTags(value) ? "tner" : "jsonl";
}

/** Throws a TextFormatError that names file and line for what is not in its form, and where there is nothing. */
export function readTexts(source: CorpusSource, options: FormOptions): ReadTexts {
  const { form, layout } = options;
  const read = readers[form](source, options);
  refuseEmpty(read.texts, source, contents[form](layout));
  return read;
}

const tagged = (layout: ColumnLayout): string =>
  layout === "gold" ? "a word and a tag" : "two tags";

/** What a line has, for messages. */
const contents: Record<FileForm, (layout: ColumnLayout) => string> = {
  conll: tagged,
  wikiann: tagged,
  conll2012: () => "a word and its columns",
  tner: () => "tokens and tags",
  jsonl: () => "a text and its entities",
  doccano: () => "a text and its labels",
  spacy: () => "a document",
  stockmark: () => "a text and its entities",
};

type Reader = (source: CorpusSource, options: FormOptions) => ReadTexts;

const readers: Record<FileForm, Reader> = {
  conll: (source, { rules, delimiter, layout }) => columnTexts(source, rules, delimiter, layout),
  conll2012: (source) => closed(readConll2012(source)),
  wikiann: (source, { layout }) =>
    mayBeJson(source)
      ? closed(jsonRows(source).flatMap((row) => readTokenRow(row, wikiannIds)))
      : closed(readWikiann(source, layout)),
  tner: (source, { ids }) => closed(jsonRows(source).flatMap((row) => readTokenRow(row, ids))),
  jsonl: readAny,
  doccano: readAny,
  spacy: (source) => closed(jsonRows(source).flatMap(readSpacyJson)),
  stockmark: (source) => closed(jsonRows(source).map(readStockmark)),
};

function readAny(source: CorpusSource, { unit, ids }: FormOptions): ReadTexts {
  return closed(jsonRows(source).flatMap((row) => readEither(row, unit, ids)));
}

/** A row of spans, or of words with tags; what `tag` writes of words has both. */
function readEither(
  row: JsonRow,
  unit: OffsetUnit | undefined,
  ids: TagIds | undefined,
): CorpusText | CorpusText[] {
  if (!hasTags(row.value)) return readSpanRow(row, unit);
  const sentences = readTokenRow(row, ids);
  const { text, entities } = row.value;
  if (typeof text !== "string" || entities === undefined) return sentences;
  return sentences.map((sentence) => Object.assign({}, readSpanRow(row, unit), sentence));
}

function closed(texts: readonly CorpusText[]): ReadTexts {
  return { texts, openEnd: false };
}
