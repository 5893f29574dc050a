// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, isStrings, oneOf } from "../base/checks.js";
import type { NameRules } from "../names/types.js";
import type { Recognizer } from "../recognizers/types.js";
import { isOwnSource } from "./check_records.js";
import { MentionIndex } from "./mentions.js";
import type { KnownValue } from "./mentions.js";
import { labelKey } from "./placeholder.js";
import type { MaskPolicy } from "./types.js";

/** Checked options of a masker. */
export interface MaskerSettings {
  readonly recognizers: readonly Recognizer[];
  readonly names: NameRules | undefined;
  policyOf(label: string): MaskPolicy;
  leastScoreOf(label: string): number;
  isAllowed(value: string): boolean;
  readonly block: MentionIndex;
  readonly mentions: boolean;
  readonly key: string | Uint8Array | undefined;
  /** Whether some label has pseudonyms. */
  readonly pseudonyms: boolean;
}

const names = ["recognizers", "names", "policy", "min_score", "allow", "block", "mentions", "key"];
const policies = ["replace", "pseudonym", "redact", "hash", "keep"] as const;

/** Throws an InvalidArgumentError that names the option, what was expected and what was found. */
export function readSettings(options: unknown): MaskerSettings {
  const given = checkNames("option", options, names);
  const key = checkKey(given["key"]);
  const policyOf = byLabel("policy", given["policy"] ?? {}, "replace", (name, value) =>
    oneOf(name, policies, value),
  );
  if (key === undefined && uses(given["policy"], "hash")) {
    throw argumentError("key", "a secret, for the policy 'hash'", key);
  }
  const least = given["min_score"] ?? 0;
  return {
    recognizers: checkRecognizers(given["recognizers"]),
    names: checkNameRules(given["names"]),
    policyOf,
    leastScoreOf: byLabel(
      "min_score",
      typeof least === "object" ? least : { "*": least },
      0,
      checkScore,
    ),
    isAllowed: checkAllow(given["allow"]),
    block: checkBlock(given["block"]),
    mentions: checkMentions(given["mentions"]),
    key,
    pseudonyms: uses(given["policy"], "pseudonym"),
  };
}

function byLabel<T>(
  option: string,
  given: unknown,
  otherwise: T,
  check: (name: string, value: unknown) => T,
): (label: string) => T {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw argumentError(option, "an object by label", given);
  }
  const values = new Map<string, T>();
  for (const [label, value] of Object.entries(given)) {
    values.set(label === "*" ? label : labelKey(label), check(`${option} of ${label}`, value));
  }
  const rest = values.get("*") ?? otherwise;
  const known = new Map<string, T>();
  return (label) => {
    const value = known.get(label) ?? values.get(labelKey(label)) ?? rest;
    known.set(label, value);
    return value;
  };
}

function uses(policy: unknown, name: MaskPolicy): boolean {
  return Object.values(policy ?? {}).includes(name);
}

function checkScore(name: string, value: unknown): number {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  throw argumentError(name, "a number from 0 to 1", value);
}

function checkRecognizers(given: unknown): readonly Recognizer[] {
  if (given === undefined) return [];
  const isOne = (each: unknown): each is Recognizer =>
    typeof each === "object" &&
    typeof (each as Partial<Recognizer> | null)?.recognize === "function" &&
    typeof (each as Partial<Recognizer>).name === "string" &&
    !isOwnSource((each as Recognizer).name);
  if (Array.isArray(given) && Array.from(given).every(isOne)) return given as Recognizer[];
  throw argumentError("recognizers", "a list of recognisers with names of their own", given);
}

function checkNameRules(given: unknown): NameRules | undefined {
  if (given === undefined) return undefined;
  const { recognize, trim, mentionFinder } = (given ?? {}) as Partial<NameRules>;
  const all: unknown[] = [recognize, trim, mentionFinder];
  if (all.every((each) => typeof each === "function")) return given as NameRules;
  throw argumentError("names", "what nameRules() of xlmr-ner/names gives", given);
}

function checkAllow(given: unknown): (value: string) => boolean {
  if (given === undefined) return () => false;
  if (!Array.isArray(given)) throw argumentError("allow", "a list", given);
  const values = new Set<string>();
  const patterns: RegExp[] = [];
  for (const each of given as unknown[]) {
    if (typeof each === "string") values.add(each);
    else if (each instanceof RegExp) {
      // `^` and `$` would be of a line for some flags.
      patterns.push(
        new RegExp(`(?<![^])(?:${each.source})(?![^])`, each.flags.replace(/[gy]/g, "")),
      );
    } else throw argumentError("allow", "strings and regular expressions", each);
  }
  return (value) => values.has(value) || patterns.some((pattern) => pattern.test(value));
}

function checkBlock(given: unknown): MentionIndex {
  if (given === undefined) return new MentionIndex();
  if (isStrings(given)) {
    return new MentionIndex(given.map((value) => blocked(value, "PRIVATE")));
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw argumentError("block", "a list of strings, or labels by value", given);
  }
  const labels = Object.entries(given).map(([value, label]) => {
    if (typeof label === "string") return blocked(value, label);
    throw argumentError(`block of '${value}'`, "a label", label);
  });
  return new MentionIndex(labels);
}

/** Without white space at its ends, as lists have that come from files: a text has it around any word. */
function blocked(given: string, label: string): KnownValue {
  const value = given.trim();
  if (/[\p{L}\p{N}]/u.test(value)) return { label, value };
  throw argumentError("a value of block", "one with a letter or a digit", given);
}

function checkMentions(given: unknown): boolean {
  if (given === undefined || typeof given === "boolean") return given ?? true;
  throw argumentError("mentions", "true or false", given);
}

function checkKey(given: unknown): string | Uint8Array | undefined {
  if (given === undefined) return undefined;
  if ((typeof given === "string" || given instanceof Uint8Array) && given.length > 0) return given;
  throw argumentError("key", "a string or bytes, not empty", given);
}
