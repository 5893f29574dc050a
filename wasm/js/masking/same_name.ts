// SPDX-License-Identifier: Apache-2.0

import { labelKey } from "./placeholder.js";

/**
 * When two spellings are one name. All labels: they differ in case, white space, a possessive `s` or an
 * accent's encoding only. Persons besides: one is a word of the other, or is one with an ending of at most
 * three letters, as names have in inflected languages.
 *
 *     isSameName("PER", "Merkel", "Angela Merkel")    // true
 *     isSameName("PER", "Merkels", "Angela Merkel")   // true
 *     isSameName("PER", "Anna Merkel", "Angela Merkel")   // false
 *     isSameName("LOC", "York", "New York")           // false: another place
 */
export function isSameName(label: string, a: string, b: string): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return false;
  if (left.join(" ") === right.join(" ")) return true;
  if (labelKey(label) !== "per") return false;
  if (left.length === right.length) return left.every((word, at) => isInflected(word, right[at]));
  const [fewer, more] = left.length < right.length ? [left, right] : [right, left];
  return fewer.length === 1 && more.some((word) => isInflected(word, fewer[0]));
}

/** Longer than initials and particles: `de`, `van`, `J`. */
const leastWord = 3;
export const leastStem = 4;
export const mostEnding = 3;

function isInflected(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a === b) return a.length >= leastWord || /\p{sc=Han}/u.test(a);
  const [stem, other] = a.length < b.length ? [a, b] : [b, a];
  return (
    stem.length >= leastStem && other.startsWith(stem) && other.length - stem.length <= mostEnding
  );
}

/** Its words, folded. */
export function wordsOf(name: string): string[] {
  return (
    name
      .normalize("NFKC")
      .toLowerCase()
      .replace(/['’]s(?=\s|$)/gu, "")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
