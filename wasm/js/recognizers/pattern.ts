// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, isStrings } from "../base/checks.js";
import { isInContext, anyOf } from "./context.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/** What a recogniser of one's own finds. */
export interface PatternOptions {
  /** The `source` of its records: `staff`. */
  name: string;
  /** Their `entity_group`: `STAFF`. */
  label: string;
  /**
   * What it looks like. Every match that is not empty is a value; flags `g` and `y` make no difference. Whether the
   * time grows with the text's length alone is up to the pattern: one with `(a+)+` takes forever.
   */
  pattern: RegExp;
  /** Whether a match is one; without it every match is. */
  check?: ((value: string) => boolean) | undefined;
  /** Words of which one has to stand within 48 characters before a value, or 24 behind it. */
  context?: readonly string[] | undefined;
  /** Default: 1 with a check, 0.85 with context alone, 0.6 with neither. */
  score?: number | undefined;
}

const names = ["name", "label", "pattern", "check", "context", "score"];

/**
 * A recogniser of one's own.
 *
 *     patternRecognizer({ name: "staff", label: "STAFF", pattern: /\bE-\d{5}\b/, context: ["employee"] })
 *       .recognize("employee E-10234") // [{ entity_group: "STAFF", word: "E-10234", start: 9, end: 16, … }]
 *
 * Throws an InvalidArgumentError for an option that does not exist or is of another type.
 */
export function patternRecognizer(options: PatternOptions): Recognizer {
  const { name, label, pattern, check, context, score } = checked(options);
  const search = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`);
  const words = context === undefined ? undefined : anyOf(context);
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      for (const { 0: word, index } of text.matchAll(search)) {
        const end = index + word.length;
        if (word === "" || check?.(word) === false) continue;
        if (words !== undefined && !isInContext(text, index, end, words)) continue;
        found.push(recordOf(text, [index, end], { label, score, source: name }));
      }
      return found;
    },
  };
}

function checked(options: PatternOptions) {
  checkNames("option", options, names);
  const { name, label, pattern, check, context, score } = options;
  for (const [key, value] of [
    ["name", name],
    ["label", label],
  ] as const) {
    if (typeof value !== "string" || value === "")
      throw argumentError(key, "a string that is not empty", value);
  }
  if (!(pattern instanceof RegExp)) throw argumentError("pattern", "a RegExp", pattern);
  if (check !== undefined && typeof check !== "function")
    throw argumentError("check", "a function", check);
  if (
    context !== undefined &&
    (!isStrings(context) || context.length === 0 || context.includes(""))
  ) {
    throw argumentError("context", "a list of words", context);
  }
  const isScore = score === undefined || (typeof score === "number" && score >= 0 && score <= 1);
  if (!isScore) throw argumentError("score", "a number from 0 to 1", score);
  const usual =
    check !== undefined ? scores.checked : context !== undefined ? scores.in_context : scores.form;
  return { name, label, pattern, check, context, score: score ?? usual };
}
