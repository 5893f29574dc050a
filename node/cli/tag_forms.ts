// SPDX-License-Identifier: Apache-2.0
//
// Which forms `tag` reads and writes, and which options go with which.

import type { OffsetUnit } from "../../wasm/js/base/types.js";
import { UsageError, oneOf } from "./usage.js";

export const inputForms = ["text", "document", "jsonl", "conll", "tsv", "csv"] as const;
export type InputForm = (typeof inputForms)[number];

export const outputForms = [
  ...["text", "json", "jsonl", "conll", "tsv", "csv", "brat", "html"],
  ...["label-studio", "doccano", "spacy", "sparknlp"],
] as const;
export type OutputForm = (typeof outputForms)[number];

/** Forms that are one line a record, so that lines say how many records are done. */
const resumable: readonly OutputForm[] = ["json", "jsonl", "doccano", "sparknlp"];
/** Forms whose records say themselves what is wrong with them. */
export const withErrors: readonly OutputForm[] = ["json", "jsonl", "sparknlp"];
/** Forms that have entities, and no place for the records of pieces. */
const ofEntities: readonly OutputForm[] = [
  "conll",
  "brat",
  "html",
  "label-studio",
  "doccano",
  "spacy",
  "sparknlp",
];

export interface TagForms {
  format: InputForm;
  /** Undefined is the form of the input, or in a terminal what people read. */
  to: OutputForm | undefined;
  /** Of CoNLL: which column has the words, from 1. */
  column: number;
  /** Of a table: which column has the texts. */
  textColumn: string;
  /** A file, or for brat a folder; undefined is standard output. */
  out: string | undefined;
  resume: boolean;
  /** Of entities in JSON. */
  offsets: OffsetUnit;
  /** Whether a text that could not be processed is no failure, as its record says so. */
  allowErrors: boolean;
}

/** What was typed of the options below, as it was typed. */
export interface TypedForms {
  format?: string;
  to?: string;
  json: boolean;
  column?: string;
  "text-column"?: string;
  out?: string;
  resume: boolean;
  aggregation: string;
  offsets?: string;
  "allow-errors": boolean;
}

export function parseForms(values: TypedForms): TagForms {
  const { column, resume } = values;
  const to = parseTo(values);
  if (to === "brat" && values.out === "-") {
    throw new UsageError("--out: expected a folder for brat's files, found -");
  }
  const out = values.out === "-" ? undefined : values.out; // as if it were not there
  const named = values.format ?? (to === "brat" ? "document" : "text");
  const format = oneOf("--format", inputForms, named);
  const isTable = format === "tsv" || format === "csv";
  const only = (option: string, value: unknown, holds: boolean, forms: string): void => {
    if (value === undefined || holds) return;
    throw new UsageError(`${option}: expected --format ${forms}, found ${format}`);
  };
  only("--column", column, format === "conll", "conll");
  only("--text-column", values["text-column"], isTable, "tsv or csv");
  if (to === "csv") only("--to csv", to, isTable, "tsv or csv");
  if (to !== undefined && ofEntities.includes(to) && values.aggregation === "none") {
    throw new UsageError(`--to ${to}: expected entities, found --aggregation none`);
  }
  if (column !== undefined && !/^[1-9]\d{0,3}$/.test(column)) {
    throw new UsageError(`--column: expected a number from 1, found ${column}`);
  }
  const textColumn = values["text-column"] ?? "text";
  const written = to ?? followed(format);
  const offsets = oneOf("--offsets", ["utf16", "codepoint"], values.offsets ?? "utf16");
  if (values.offsets !== undefined && written !== "json" && written !== "jsonl") {
    throw new UsageError(`--offsets: expected --to json or jsonl, found ${written}`);
  }
  const allowErrors = values["allow-errors"];
  if (allowErrors && !withErrors.includes(written)) {
    throw new UsageError(
      `--allow-errors: expected --to ${alternatives(withErrors)}, found ${written}`,
    );
  }
  const place = { format, to, column: Number(column ?? 1), textColumn, out, resume };
  if (resume) checkResume(place);
  return Object.assign(place, { offsets, allowErrors });
}

function alternatives(forms: readonly OutputForm[]): string {
  return forms.join(" or ");
}

function parseTo({ to, json, format }: TypedForms): OutputForm | undefined {
  const named = to === undefined ? undefined : oneOf("--to", outputForms, to);
  if (!json) return named;
  const asJson = format === undefined || format === "text" || format === "document";
  const form = asJson ? "json" : "jsonl";
  if (named === undefined || named === form) return form;
  throw new UsageError(`--json: expected no --to, or ${form}, found ${named}`);
}

function checkResume({ format, to, out }: Pick<TagForms, "format" | "to" | "out">): void {
  const form = to ?? followed(format);
  if (out === undefined) throw new UsageError("--resume: expected --out FILE, found none");
  if (resumable.includes(form)) return;
  throw new UsageError(`--resume: expected --to ${alternatives(resumable)}, found ${form}`);
}

/** The form of output that follows a form of input, where people do not look at it. */
export function followed(format: InputForm): OutputForm {
  return format === "text" || format === "document" ? "tsv" : format;
}
