// SPDX-License-Identifier: Apache-2.0

import type { NameLists } from "./lists.js";
import { particles } from "./phrases.js";
import type { Rule, Span } from "./rule.js";
import { wordsOf } from "./words.js";
import type { Word } from "./words.js";

/** In UTF-16 units. */
const longest = 40;
const longestWithoutSpaces = 8;
const mostWords = 4;

/** A name alone in the last line, behind an empty one or a sentence: who signs a letter. */
export const byLastLine: Rule = (text, _words, lists) => {
  const whole = text.trimEnd();
  const from = whole.lastIndexOf("\n") + 1;
  const before = whole.slice(0, from);
  if (from === 0 || !/(?:\n\s*\n|[.!?。！？,，]\s*\n\s*)$/u.test(before.slice(-16))) return [];
  const line = whole.slice(from);
  const name = line.replace(/^[\s–—*-]+/u, "").replace(/[\s.]+$/u, "");
  if (name.length === 0 || name.length > longest || !isName(name, lists)) return [];
  const start = from + line.indexOf(name);
  const span: Span = [start, start + name.length];
  return [span];
};

function isName(line: string, lists: NameLists): boolean {
  if (!/^[\p{L}\p{M}. \u3000'’·-]+$/u.test(line)) return false;
  const words = wordsOf(line);
  return (
    words.length <= mostWords &&
    words.some((word) => !lists.isEveryday(word)) &&
    words.every((word) => isPart(word, lists))
  );
}

function isPart(word: Word, lists: NameLists): boolean {
  if (particles.has(word.lower)) return true;
  if (!word.isCased && word.text.length > longestWithoutSpaces) return false;
  return (word.isCapital || !word.isCased) && !lists.isNever(word);
}
