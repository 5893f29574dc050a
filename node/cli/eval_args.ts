// SPDX-License-Identifier: Apache-2.0

import type { parseArgs } from "node:util";

import { isEncoding } from "../../wasm/js/base/text_file.js";
import { reportNames, scenarios, tagSchemes } from "../../wasm/js/eval/settings.js";
import type { EvaluateOptions, ReportName } from "../../wasm/js/eval/types.js";
import { UsageError, oneOf } from "./usage.js";

/** What `xlmr-ner eval` is told besides a model. */
export interface EvalSettings {
  /** `-` is standard input. */
  file: string;
  report: ReportName;
  delimiter: string | undefined;
  encoding: string | undefined;
  options: EvaluateOptions;
  remarks: boolean;
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
} as const;

type EvalValues = ReturnType<typeof parseArgs<{ options: typeof evalFlags }>>["values"] & {
  json: boolean;
};

/** Throws a UsageError. */
export function readEval(values: EvalValues, positionals: readonly string[]): EvalSettings {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError(`eval: expected one FILE or -, found ${positionals.length}`);
  }
  const { scheme, scenario, digits, encoding } = values;
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new UsageError(`--encoding: expected a name as windows-1252, found ${encoding}`);
  }
  if (digits !== undefined && !(/^\d{1,3}$/.test(digits) && Number(digits) <= 100)) {
    throw new UsageError(`--digits: expected a number from 0 to 100, found ${digits}`);
  }
  return {
    file,
    report: oneOf("--report", reportNames, values.report),
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
    json: values.json,
  };
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
