// SPDX-License-Identifier: Apache-2.0

import type { NameLists } from "./lists.js";
import { nameEnd } from "./name_end.js";
import { addressed, closings, greetings } from "./phrases.js";
import type { Rule, Span } from "./rule.js";
import { beginsSentence } from "./sentence.js";
import type { Word } from "./words.js";

/** Names behind what opens a letter, and behind what closes it: `Hi Anna,`, `Best regards\nAnna Berg`. */
export const byLetter: Rule = (text, words, lists) => {
  const spans: Span[] = [];
  for (let at = 0; at < words.length; ++at) {
    const word = words[at];
    if (word === undefined || !beginsSentence(text, word.start)) continue;
    const next = phraseEnd(text, words, at, greetings);
    if (next > at) add(spans, greeted(text, words, next, lists));
    const signed = phraseEnd(text, words, at, closings);
    if (signed > at) add(spans, signature(text, words, signed, lists));
  }
  return spans;
};

function add(spans: Span[], span: Span | undefined): void {
  if (span !== undefined) spans.push(span);
}

const mostPhraseWords = 4;

/** The number of the word after the longest phrase that begins with a word. */
function phraseEnd(
  text: string,
  words: readonly Word[],
  from: number,
  phrases: ReadonlySet<string>,
): number {
  let phrase = "";
  let end = from;
  for (let at = from; at < words.length && at < from + mostPhraseWords; ++at) {
    const word = words[at];
    const before = words[at - 1];
    if (word === undefined) break;
    if (at > from && text.slice(before?.end, word.start) !== " ") break;
    phrase = at === from ? word.lower : `${phrase} ${word.lower}`;
    if (phrases.has(phrase)) end = at + 1;
  }
  return end;
}

/** After a greeting: a name that ends with a comma or the line, as what is said does not. */
function greeted(
  text: string,
  words: readonly Word[],
  from: number,
  lists: NameLists,
): Span | undefined {
  const first = words[from];
  if (first === undefined || addressed.has(first.lower)) return undefined;
  if (!/^ {1,2}$/u.test(text.slice(words[from - 1]?.end, first.start))) return undefined;
  const next = nameEnd(text, words, from, lists);
  const last = words[next - 1];
  if (
    next === from ||
    last === undefined ||
    !/^\s*(?:[,!.:;…\n–—-]|$)/u.test(text.slice(last.end, last.end + 3))
  ) {
    return undefined;
  }
  return [first.start, last.end];
}

/** After a closing: a name that fills its line, or what is left of one. */
function signature(
  text: string,
  words: readonly Word[],
  from: number,
  lists: NameLists,
): Span | undefined {
  const first = words[from];
  if (first === undefined || addressed.has(first.lower)) return undefined;
  const gap = text.slice(words[from - 1]?.end, first.start);
  if (!/^(?:[,!.]?[ \r*_]{0,3}\n[\s>]{0,8}[-–—*_]{0,3}\s{0,2}|[,!] {1,2}[-–—]? ?)$/u.test(gap))
    return undefined;
  const next = nameEnd(text, words, from, lists);
  const last = words[next - 1];
  if (
    next === from ||
    last === undefined ||
    !/^[ .*_\r]{0,3}(?:[,\n|(]|$)/u.test(text.slice(last.end, last.end + 4))
  ) {
    return undefined;
  }
  return [first.start, last.end];
}
