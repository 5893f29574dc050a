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
import type { WordMode } from "../base/word_types.js";
import { checkTopK } from "./tag_options.js";

/**
 * Checks of what the calls on words are told:
 *
 *     checkWords(['Emma', 7]) // word 1: expected a string, found 7
 */

const modes: readonly WordMode[] = ["hf", "sparknlp", "tner"];

/** T-NER cuts at so many tokens by default. */
const tnerMaxLength = 128;

export interface WordSettings {
  mode: WordMode | "tner_counted";
  lowercase: boolean;
  separator: string;
  /** Undefined: windows of the model's length, and no word is left out. */
  maxLength: number | undefined;
  /** Undefined: under `tner`, where the model has a CRF. */
  viterbi: boolean | undefined;
  topK: number;
}

type WithSignal<T> = T & { signal: AbortSignal | undefined };

export function checkTagWordsOptions(options: unknown): WithSignal<WordSettings> {
  const given = checkNames("call option", options, [
    "mode",
    "lowercase",
    "separator",
    "max_length",
    "viterbi",
    "top_k",
    "signal",
  ]);
  const viterbi = given["viterbi"];
  const mode = oneOf("mode", modes, given["mode"] ?? "hf");
  return {
    mode,
    lowercase: checkFlag("lowercase", given["lowercase"]),
    separator: checkSeparator(given["separator"]),
    maxLength: checkMaxLength(given["max_length"]),
    viterbi: viterbi === undefined ? undefined : checkFlag("viterbi", viterbi),
    topK: checkTopK(given["top_k"]),
    signal: checkSignal(given["signal"]),
  };
}

export function checkTnerOptions(options: unknown): WithSignal<WordSettings> {
  const { compat, ...given } = checkNames("call option", options, [
    "compat",
    "separator",
    "max_length",
    "signal",
  ]);
  if (compat !== undefined) oneOf("compat", ["tner"], compat);
  const settings = checkTagWordsOptions({ ...given, mode: "tner" });
  if (compat === undefined) return settings;
  const maxLength = settings.maxLength ?? tnerMaxLength;
  return Object.assign(settings, { mode: "tner_counted" as const, maxLength });
}

export interface SparkSettings {
  tokens: readonly string[] | undefined;
  whiteList: readonly string[] | undefined;
  words: WordSettings;
}

export function checkSparkOptions(options: unknown): WithSignal<SparkSettings> {
  const { tokens, white_list, ...given } = checkNames("call option", options, [
    "tokens",
    "white_list",
    "lowercase",
    "max_length",
    "signal",
  ]);
  if (tokens !== undefined && !isStrings(tokens))
    throw argumentError("tokens", "a list of strings", tokens);
  if (white_list !== undefined && !isStrings(white_list)) {
    throw argumentError("white_list", "a list of types", white_list);
  }
  // Every label's probability is part of a token's metadata there.
  const { signal, ...words } = checkTagWordsOptions({ ...given, mode: "sparknlp", top_k: 2 ** 16 });
  return { tokens, whiteList: white_list, words, signal };
}

/** One document, or several; always as several. Tokens are those of one. */
export function checkDocuments(input: unknown, tokens: readonly string[] | undefined): string[] {
  if (typeof input === "string") return [input];
  if (!isStrings(input)) throw argumentError("document", "a string or a list of strings", input);
  if (tokens !== undefined) throw argumentError("tokens", "one document", input);
  return [...input];
}

/** One list of words, or several; always as several. */
export function checkWordLists(input: unknown): string[][] {
  if (!Array.isArray(input)) throw argumentError("words", "a list of words", input);
  return isOneList(input) ? [checkWords(input)] : input.map((words) => checkWords(words));
}

/** Texts, split at single spaces as T-NER splits them, or lists of words. */
export function checkTnerInputs(inputs: unknown): string[][] {
  if (!Array.isArray(inputs))
    throw argumentError("inputs", "a list of texts or of lists of words", inputs);
  return Array.from<unknown, string[]>(inputs, (input) =>
    typeof input === "string" ? input.split(" ") : checkWords(input),
  );
}

export function isOneList(input: unknown): boolean {
  // An entry that is missing, as in Array(3), is none of a list of lists.
  const isNested = (list: unknown[]): boolean =>
    list.length > 0 && Array.from(list).every((each) => Array.isArray(each));
  return Array.isArray(input) && !isNested(input);
}

function checkWords(words: unknown): string[] {
  if (!Array.isArray(words)) throw argumentError("words", "a list of words", words);
  return Array.from<unknown, string>(words, (word, i) => {
    if (typeof word !== "string") throw argumentError(`word ${i}`, "a string", word);
    return word;
  });
}

function checkSeparator(value: unknown): string {
  if (value === undefined || typeof value === "string") return value ?? " ";
  throw argumentError("separator", "a string", value);
}

function checkMaxLength(value: unknown): number | undefined {
  if (value === undefined || isCount(value, 3, 2 ** 20)) return value;
  throw argumentError("max_length", "a number of tokens, 3 or more", value);
}
