// SPDX-License-Identifier: Apache-2.0

import type { parseArgs } from "node:util";

import { isEncoding } from "../../wasm/js/base/text_file.js";
import type { AggregationStrategy, OffsetUnit } from "../../wasm/js/base/types.js";
import { reportNames, reportsWith, scenarios, tagSchemes } from "../../wasm/js/eval/settings.js";
import type { WordMode } from "../../wasm/js/base/word_types.js";
import type { EvaluateOptions, ReportName } from "../../wasm/js/eval/types.js";
import { corpusForms } from "../corpus/forms.js";
import type { CorpusForm } from "../corpus/forms.js";
import { UsageError, oneOf } from "./usage.js";

/** A file of a corpus, and how it is read. */
export interface CorpusFile {
  /** `-` is standard input. */
  file: string;
  /** Undefined is what the file itself says. */
  format: CorpusForm | undefined;
  /** Of spans in JSON; undefined is what each shape counts in. */
  offsets: OffsetUnit | undefined;
}

/** What `xlmr-ner eval` is told besides a model. */
export interface EvalSettings {
  gold: CorpusFile;
  /** Undefined where the gold file has the predicted tags, or a model tags it. */
  predicted: CorpusFile | undefined;
  /** Whether a model tags the gold file's texts. */
  hasModel: boolean;
  /** Of a model's entities in texts. */
  aggregation: Exclude<AggregationStrategy, "none">;
  /** How a model reads words. */
  words: WordMode;
  /** A file of tags and their ids. */
  label2id: string | undefined;
  report: ReportName;
  delimiter: string | undefined;
  encoding: string | undefined;
  options: EvaluateOptions;
  remarks: boolean;
  /** Where the page goes, if there is one. */
  html: string | undefined;
  json: boolean;
}

const flag = { type: "boolean" } as const;

/** Its options, as parseArgs() takes them. */
export const evalFlags = {
  report: { type: "string", default: "entities" },
  raw: { type: "boolean", short: "r" },
  latex: { type: "boolean", short: "l" },
  delimiter: { type: "string", short: "d" },
  outside: { type: "string", short: "o" },
  strict: flag,
  scheme: { type: "string" },
  suffix: flag,
  digits: { type: "string" },
  scenario: { type: "string" },
  "span-only": flag,
  intervals: flag,
  remarks: { type: "boolean", default: false },
  encoding: { type: "string" },
  mapping: { type: "string" },
  format: { type: "string" },
  offsets: { type: "string" },
  predicted: { type: "string" },
  "predicted-format": { type: "string" },
  "predicted-offsets": { type: "string" },
  label2id: { type: "string" },
  aggregation: { type: "string" },
  words: { type: "string" },
  html: { type: "string" },
} as const;

/** Options of evaluate() that some reports have: their flags, and those as help has them. */
const reportFlags = {
  raw: ["raw", "-r"],
  latex: ["latex", "-l"],
  outside: ["outside", "-o"],
  strict: ["strict", "--strict"],
  scheme: ["scheme", "--scheme"],
  suffix: ["suffix", "--suffix"],
  digits: ["digits", "--digits"],
  scenario: ["scenario", "--scenario"],
  span_detection_mode: ["span-only", "--span-only"],
  return_ci: ["intervals", "--intervals"],
} as const;

type EvalValues = ReturnType<typeof parseArgs<{ options: typeof evalFlags }>>["values"] & {
  json: boolean;
  model?: string;
};

/** Throws a UsageError. */
export function readEval(values: EvalValues, positionals: readonly string[]): EvalSettings {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError(`eval: expected one FILE or -, found ${positionals.length}`);
  }
  const { scheme, scenario, digits, encoding, model } = values;
  const report = oneOf("--report", reportNames, values.report);
  checkDelimiter(report, values.delimiter);
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new UsageError(`--encoding: expected a name as windows-1252, found ${encoding}`);
  }
  if (values.html === "-") {
    throw new UsageError("--html: expected a file, found -, where the report goes");
  }
  if (digits !== undefined && !(/^\d{1,3}$/.test(digits) && Number(digits) <= 100)) {
    throw new UsageError(`--digits: expected a number from 0 to 100, found ${digits}`);
  }
  const settings: EvalSettings = {
    gold: corpusFile("", file, values.format, values.offsets),
    predicted: readPredicted(file, values),
    hasModel: model !== undefined,
    aggregation: readTagging("aggregation", ["simple", "first", "average", "max"], values),
    words: readTagging("words", ["hf", "tner", "sparknlp"], values),
    label2id: values.label2id,
    report,
    delimiter: values.delimiter,
    encoding,
    options: {
      raw: values.raw,
      latex: values.latex,
      outside: values.outside,
      strict: values.strict,
      scheme: scheme === undefined ? undefined : oneOf("--scheme", tagSchemes, scheme),
      suffix: values.suffix,
      digits: digits === undefined ? undefined : Number(digits),
      scenario: scenario === undefined ? undefined : oneOf("--scenario", scenarios, scenario),
      span_detection_mode: values["span-only"],
      return_ci: values.intervals,
      mapping: values.mapping === undefined ? undefined : mappingOf(values.mapping),
    },
    remarks: values.remarks,
    html: values.html,
    json: values.json,
  };
  checkReportFlags(report, values);
  return settings;
}

/** An option of evaluate() that the report does not have, by its flag. */
function checkReportFlags(report: ReportName, values: EvalValues): void {
  for (const [option, [name, flag]] of Object.entries(reportFlags)) {
    const reports = reportsWith(option);
    if (values[name] === undefined || reports.includes(report)) continue;
    throw new UsageError(`${flag}: expected --report ${reports.join(" or ")}, found ${report}`);
  }
}

function checkDelimiter(report: ReportName, delimiter: string | undefined): void {
  if (delimiter === undefined) return;
  if (report === "conlleval-py") {
    if (delimiter === "") throw new UsageError("-d: expected a text, found an empty one");
    return;
  }
  try {
    new RegExp(delimiter);
  } catch (cause) {
    const message = `-d: expected a regular expression, found ${delimiter}`;
    throw new UsageError(message, { cause });
  }
}

function readPredicted(gold: string, values: EvalValues): CorpusFile | undefined {
  const { predicted, model } = values;
  if (predicted === undefined) {
    for (const option of ["predicted-format", "predicted-offsets"] as const) {
      if (values[option] === undefined) continue;
      throw new UsageError(`--${option}: expected --predicted FILE, found none`);
    }
    return undefined;
  }
  if (model !== undefined) {
    throw new UsageError("eval: expected --predicted or --model, found both");
  }
  if (predicted === "-" && gold === "-") {
    throw new UsageError("--predicted: expected - once, found it again");
  }
  return corpusFile(
    "predicted-",
    predicted,
    values["predicted-format"],
    values["predicted-offsets"],
  );
}

function corpusFile(
  prefix: "" | "predicted-",
  file: string,
  format: string | undefined,
  offsets: string | undefined,
): CorpusFile {
  const form = format === undefined ? undefined : oneOf(`--${prefix}format`, corpusForms, format);
  if (form === "brat" && file === "-") {
    throw new UsageError(`--${prefix}format brat: expected a file or a folder, found -`);
  }
  const unit =
    offsets === undefined
      ? undefined
      : oneOf(`--${prefix}offsets`, ["utf16", "codepoint"], offsets);
  return { file, format: form, offsets: unit };
}

/** How a model tags; the first choice is the default. */
function readTagging<T extends string>(
  name: "aggregation" | "words",
  choices: readonly [T, ...T[]],
  values: EvalValues,
): T {
  const value = values[name];
  if (value !== undefined && values.model === undefined) {
    throw new UsageError(`--${name}: expected --model MODEL, found none`);
  }
  return oneOf(`--${name}`, choices, value ?? choices[0]);
}

/** `tner`, or `LOCATION=LOC,PERSON=PER`. */
function mappingOf(value: string): EvaluateOptions["mapping"] {
  if (value === "tner") return value;
  return Object.fromEntries(
    value.split(",").map((pair): [string, string] => {
      const [type = "", name = "", ...more] = pair.split("=");
      if (type !== "" && name !== "" && more.length === 0) return [type, name];
      throw new UsageError(`--mapping: expected tner or TYPE=NAME,TYPE=NAME, found ${value}`);
    }),
  );
}
