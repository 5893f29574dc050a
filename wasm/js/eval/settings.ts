// SPDX-License-Identifier: Apache-2.0

import {
  argumentError,
  checkFlag,
  checkNames,
  checkSignal,
  isCount,
  isStrings,
  oneOf,
} from "../base/checks.js";
import { InvalidArgumentError } from "../base/errors.js";
import { readMapping } from "./mapping.js";
import type { ReportName, Scenario, TagScheme } from "./types.js";

/** The options of evaluate(), checked. */
export interface EvaluateSettings {
  report: ReportName;
  signal: AbortSignal | undefined;
  pairs: boolean;
  digits: number;
  zeroDivision: 0 | 1;
  strict: boolean;
  scheme: TagScheme | undefined;
  suffix: boolean;
  raw: boolean;
  latex: boolean;
  outside: string | undefined;
  openEnd: boolean;
  spanOnly: boolean;
  intervals: boolean;
  tags: readonly string[] | undefined;
  minOverlap: number;
  scenario: Scenario | undefined;
  wasmUrl: string | undefined;
  /** What a tag becomes. */
  rename: (tag: string) => string;
}

export const tagSchemes = ["IOB1", "IOB2", "IOE1", "IOE2", "IOBES", "BILOU"] as const;
export const scenarios = ["ent_type", "exact", "partial", "strict"] as const;

const general = ["report", "signal", "mapping", "wasm_url"];

/** Which options each report has besides the general ones. */
const optionsOf: Record<ReportName, readonly string[]> = {
  entities: ["pairs"],
  conlleval: ["raw", "latex", "outside", "open_end"],
  "conlleval-py": ["outside", "open_end"],
  seqeval: ["digits", "zero_division", "strict", "scheme", "suffix"],
  sklearn: ["digits", "zero_division"],
  sparknlp: [],
  tner: ["span_detection_mode", "return_ci"],
  nervaluate: ["digits", "tags", "min_overlap_percentage", "scenario"],
};

export const reportNames = Object.keys(optionsOf) as ReportName[];

const allNames = [...general, ...new Set(Object.values(optionsOf).flat())];

/** The reports that have an option. */
export function reportsWith(option: string): ReportName[] {
  return reportNames.filter((each) => optionsOf[each].includes(option));
}

/** Throws an InvalidArgumentError that names what was expected and what was found. */
export function readSettings(options: unknown): EvaluateSettings {
  const given = checkNames("option", options, allNames);
  const report = oneOf("report", reportNames, given["report"] ?? "entities");
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || general.includes(name) || optionsOf[report].includes(name)) continue;
    throw new InvalidArgumentError(
      `${name}: expected the report ${reportsWith(name).join(" or ")}, found '${report}'`,
    );
  }
  const { digits = 2, min_overlap_percentage: minOverlap = 1, tags, outside } = given;
  if (!isCount(digits, 0, 100)) throw argumentError("digits", "a number from 0 to 100", digits);
  if (typeof minOverlap !== "number" || !(minOverlap >= 1 && minOverlap <= 100)) {
    throw argumentError("min_overlap_percentage", "a number from 1 to 100", minOverlap);
  }
  if (tags !== undefined && !isStrings(tags)) throw argumentError("tags", "a list of types", tags);
  if (outside !== undefined && typeof outside !== "string") {
    throw argumentError("outside", "a tag", outside);
  }
  return {
    report,
    signal: checkSignal(given["signal"]),
    pairs: checkFlag("pairs", given["pairs"]),
    digits,
    zeroDivision: zeroDivisionOf(given["zero_division"]),
    strict: checkFlag("strict", given["strict"]),
    scheme:
      given["scheme"] === undefined ? undefined : oneOf("scheme", tagSchemes, given["scheme"]),
    suffix: checkFlag("suffix", given["suffix"]),
    raw: checkFlag("raw", given["raw"]),
    latex: checkFlag("latex", given["latex"]),
    outside,
    openEnd: checkFlag("open_end", given["open_end"]),
    spanOnly: checkFlag("span_detection_mode", given["span_detection_mode"]),
    intervals: checkFlag("return_ci", given["return_ci"]),
    tags,
    minOverlap,
    scenario:
      given["scenario"] === undefined ? undefined : oneOf("scenario", scenarios, given["scenario"]),
    wasmUrl: wasmUrlOf(given["wasm_url"]),
    rename: readMapping(given["mapping"]),
  };
}

function zeroDivisionOf(value: unknown): 0 | 1 {
  if (value === undefined || value === "warn" || value === 0) return 0;
  if (value === 1) return 1;
  throw argumentError("zero_division", "'warn', 0 or 1", value);
}

function wasmUrlOf(value: unknown): string | undefined {
  if (value === undefined || (typeof value === "string" && value !== "")) return value;
  if (value instanceof URL) return value.href;
  throw argumentError("wasm_url", "a URL", value);
}
