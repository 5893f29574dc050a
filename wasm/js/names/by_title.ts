// SPDX-License-Identifier: Apache-2.0

import type { NameLists } from "./lists.js";
import { areTogether, nameEnd } from "./name_end.js";
import { addressed } from "./phrases.js";
import type { Rule, Span } from "./rule.js";
import { beginsSentence } from "./sentence.js";
import {
  sureTitles,
  titlesBefore,
  titlesBehind,
  titlesBetween,
  titlesInside,
  titlesInsideBehind,
} from "./titles.js";
import type { Word } from "./words.js";

const before = new Set([...titlesBefore, ...titlesInside]);
const inside = new Set(titlesInside);
const between = new Set([...titlesBetween, ...before]);
const insideBehind = new Set(titlesInsideBehind);
const behind = new Set([...titlesBehind, ...titlesInsideBehind]);
const sure = new Set(sureTitles);

/** Titles in a row. */
const mostTitles = 4;
/** Words that stand between a name's first and a title behind it. */
const mostNameWords = 3;

/** Names behind a title or before one: `Frau Dr. Berg`, `mr hargreaves`, `Gül Hanım`. */
export const byTitle: Rule = (text, words, lists) => {
  const spans: Span[] = [];
  for (const [at, word] of words.entries()) {
    if (before.has(word.lower)) {
      const span = nameAfter(text, words, at, lists);
      if (span !== undefined) spans.push(span);
    }
    if (behind.has(word.lower)) {
      const span = nameBefore(text, words, at, lists);
      if (span !== undefined) spans.push(span);
    }
  }
  return spans;
};

function nameAfter(
  text: string,
  words: readonly Word[],
  title: number,
  lists: NameLists,
): Span | undefined {
  let at = title + 1;
  while (
    at < title + mostTitles &&
    between.has(words[at]?.lower ?? "") &&
    isBehindTitle(text, words, at)
  ) {
    ++at;
  }
  const own = words[title];
  const first = words[at];
  if (own === undefined || first === undefined || !isBehindTitle(text, words, at)) return undefined;
  if (addressed.has(first.lower)) return undefined;
  let next = nameEnd(text, words, at, lists);
  if (next === at && isNameByTitle(first, words[at - 1], lists)) next = at + 1;
  const last = words[next - 1];
  if (next === at || last === undefined) return undefined;
  return [inside.has(own.lower) ? own.start : first.start, last.end];
}

/** An everyday word with a capital (`Herr Lange`), or any other word, behind a title that is nothing else. */
function isNameByTitle(word: Word, title: Word | undefined, lists: NameLists): boolean {
  if (title === undefined || !sure.has(title.lower) || !word.isCased || word.text.length < 3) {
    return false;
  }
  return lists.mayBeCalled(word);
}

/** Whether a word stands behind the one before as a name does behind a title: with a blank, a full stop, or both. */
function isBehindTitle(text: string, words: readonly Word[], at: number): boolean {
  const title = words[at - 1];
  const word = words[at];
  if (title === undefined || word === undefined) return false;
  return /^(?:\.?[ \u00a0\u202f]{1,2}|\.)$/u.test(text.slice(title.end, word.start));
}

function nameBefore(
  text: string,
  words: readonly Word[],
  title: number,
  lists: NameLists,
): Span | undefined {
  let start: number | undefined;
  for (let at = title - 1; at >= title - mostNameWords; --at) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined || !areTogether(text, word, next)) break;
    // Beside the title an everyday word with a capital is a name: another language may have it.
    const isBeside = at === title - 1 && word.isCapital && !lists.isNever(word);
    if (!isBeside && (!lists.mayBeInName(word) || beginsSentence(text, word.start))) break;
    start = word.start;
    // Without capitals nothing says where a name begins.
    if (!word.isCased) break;
  }
  const own = words[title];
  const last = words[title - 1];
  if (start === undefined || own === undefined || last === undefined) return undefined;
  return [start, insideBehind.has(own.lower) ? own.end : last.end];
}
