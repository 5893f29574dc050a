// SPDX-License-Identifier: Apache-2.0

import {
  checkFlag,
  checkSignal,
  argumentError,
  isCount,
  isStrings,
  checkNames,
  oneOf,
} from "../base/checks.js";
import { InvalidArgumentError } from "../base/errors.js";
import type {
  AggregationStrategy,
  Compat,
  Decoder,
  LabelScheme,
  OffsetUnit,
} from "../base/types.js";
import { compats, units } from "./load_options.js";

/**
 * Checks of what one call of a pipeline is told:
 *
 *     checkTagOptions({ aggregation_strategy: 'frist' })
 *     // aggregation_strategy: expected 'none' or 'simple' or …, found 'frist'
 */

const strategies: readonly AggregationStrategy[] = ["none", "simple", "first", "average", "max"];
const decoders: readonly Decoder[] = ["hf", "conll", "tner", "sparknlp"];
export const schemes: readonly LabelScheme[] = ["BIO", "IOB1", "BIOES", "BILOU", "none"];

/** What exists here and not there. */
const ours = ["truncation", "decoder", "viterbi", "scheme", "min_score", "top_k"];

const names = [
  "aggregation_strategy",
  "ignore_labels",
  "offsets",
  "stride",
  "is_split_into_words",
  "delimiter",
  "offset_mapping",
  "compat",
  "signal",
  ...ours,
];

const mostLabels = 2 ** 16;

export interface TagSettings {
  strategy: AggregationStrategy;
  ignoreLabels: string[];
  offsets: OffsetUnit;
  /** Undefined: the tagger chooses by the model's window. */
  stride: number | undefined;
  isWords: boolean;
  delimiter: string;
  /** Flat pairs; empty where the tokenizer's offsets are taken. */
  offsetMapping: number[];
  truncation: boolean;
  compat: Compat | "none";
  /** `scheme`: the default. */
  decoder: Decoder | "scheme";
  /** Undefined: where the model has a CRF. */
  viterbi: boolean | undefined;
  scheme: LabelScheme | "auto";
  minScore: number;
  topK: number;
}

export function checkTagOptions(
  options: unknown,
): TagSettings & { signal: AbortSignal | undefined } {
  const given = checkNames("call option", options, names);
  const compat = checkCompat(given);
  const isOurs = compat === "none";
  const ignored = given["ignore_labels"] ?? ["O"];
  if (!isStrings(ignored)) throw argumentError("ignore_labels", "a list of labels", ignored);
  const isWords = checkFlag("is_split_into_words", given["is_split_into_words"]);
  const delimiter = given["delimiter"] ?? " ";
  if (typeof delimiter !== "string") throw argumentError("delimiter", "a string", delimiter);
  const viterbi = given["viterbi"];
  return {
    strategy: oneOf("aggregation_strategy", strategies, given["aggregation_strategy"] ?? "none"),
    ignoreLabels: [...ignored],
    offsets: oneOf("offsets", units, given["offsets"] ?? (isOurs ? "utf16" : "codepoint")),
    stride: checkStride(given["stride"]),
    isWords,
    delimiter,
    offsetMapping: checkOffsetMapping(given["offset_mapping"]),
    truncation: checkFlag("truncation", given["truncation"]),
    compat,
    decoder:
      given["decoder"] === undefined
        ? isOurs
          ? "scheme"
          : "hf"
        : oneOf("decoder", decoders, given["decoder"]),
    viterbi: viterbi === undefined ? undefined : checkFlag("viterbi", viterbi),
    scheme: given["scheme"] === undefined ? "auto" : oneOf("scheme", schemes, given["scheme"]),
    minScore: checkMinScore(given["min_score"] ?? 0),
    topK: checkTopK(given["top_k"]),
    signal: checkSignal(given["signal"]),
  };
}

export function checkTopK(value: unknown): number {
  if (value === undefined) return 0;
  if (isCount(value, 0, mostLabels)) return value;
  throw argumentError("top_k", `a whole number from 0 to ${mostLabels}`, value);
}

/** What Python's pipeline refuses is refused in its words. */
function checkCompat(given: Record<string, unknown>): Compat | "none" {
  if (given["compat"] === undefined) return "none";
  const compat = oneOf("compat", compats, given["compat"]);
  for (const name of ours) {
    if (given[name] !== undefined) {
      throw new InvalidArgumentError(
        `compat: '${compat}': expected options of the Python pipeline, found ${name}`,
      );
    }
  }
  if (given["stride"] !== undefined && given["aggregation_strategy"] === "none") {
    throw new InvalidArgumentError(
      '`stride` was provided to process all the text but `aggregation_strategy="none"`, please select another one instead.',
    );
  }
  return compat;
}

function checkStride(stride: unknown): number | undefined {
  if (stride === undefined || isCount(stride, 0, 2 ** 20)) return stride;
  throw argumentError("stride", "a number of tokens, 0 or more", stride);
}

function checkMinScore(value: unknown): number {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  throw argumentError("min_score", "a number from 0 to 1", value);
}

function checkOffsetMapping(mapping: unknown): number[] {
  if (mapping === undefined) return [];
  if (!Array.isArray(mapping)) throw argumentError("offset_mapping", "a list of ranges", mapping);
  return mapping.flatMap((pair: unknown, i) => {
    const numbers: unknown[] = Array.isArray(pair) ? pair : [];
    const [start, end] = numbers;
    if (numbers.length === 2 && isCount(start, 0, 2 ** 31) && isCount(end, 0, 2 ** 31)) {
      return [start, end];
    }
    throw argumentError(`offset_mapping[${i}]`, "[start, end], whole numbers", pair);
  });
}
