// SPDX-License-Identifier: Apache-2.0

import type { NameLists } from "./lists.js";
import { particles } from "./phrases.js";
import type { Word } from "./words.js";

/** Words of the longest name, with particles and initials. */
const mostWords = 5;

/**
 * The number of the word after the name that begins with word `from`, `from` itself where none does: words with
 * capitals, initials, and particles between them, or words of a script without capitals, none of them everyday.
 *
 *     nameEnd("Anna van den B. Berg called", words, 0, lists) // 5
 */
export function nameEnd(
  text: string,
  words: readonly Word[],
  from: number,
  lists: NameLists,
): number {
  let end = from;
  for (let at = from; at < words.length && at < from + mostWords; ++at) {
    const word = words[at];
    if (word === undefined || (at > from && !areTogether(text, words[at - 1], word))) break;
    // A text of another script goes on behind the name: "DNA Technology Lab" in Thai.
    if (word.isCased !== words[from]?.isCased) break;
    if (lists.mayBeInName(word) || isInitial(text, word)) end = at + 1;
    else if (!particles.has(word.lower)) break;
  }
  return end;
}

/** Whether only a blank stands between two words, or the full stop of an initial or of a title. */
export function areTogether(text: string, before: Word | undefined, after: Word): boolean {
  if (before === undefined) return false;
  const gap = text.slice(before.end, after.start);
  if (gap === " " || gap === "\u00a0" || gap === "\u202f") return true;
  return /^\.[ \u00a0\u202f]?$/u.test(gap) && before.text.length <= longestShort;
}

/** In UTF-16 units. */
const longestShort = 4;

function isInitial(text: string, { text: letter, isCapital, end }: Word): boolean {
  return isCapital && letter.length === 1 && text.charAt(end) === ".";
}
