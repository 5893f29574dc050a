// SPDX-License-Identifier: Apache-2.0

import type { NameLists } from "./lists.js";
import type { Rule, Span } from "./rule.js";
import { wordsOf } from "./words.js";

/** Lines of a chat: `anna: hi`, `[12:01] Max B.: yes`, `りん：うん`. */
const line =
  /^(?:[[(]?\d[\d:./, -]{3,19}(?:[ap]m)?[\])]?[ -]{0,3})?([\p{L}\p{M}][\p{L}\p{M}\p{N}_. '’-]{0,28}?) ?[:：]/gimu;
/** Fewer lines are a list or a form. */
const leastLines = 4;
const leastOfOne = 2;
const mostWords = 3;

/** Who speaks in a chat: what stands before the colon of several lines, in a text with more such lines. */
export const bySpeaker: Rule = (text, _words, lists) => {
  const speakers = new Map<string, Span[]>();
  let lines = 0;
  for (const { index, 0: all, 1: speaker = "" } of text.matchAll(line)) {
    ++lines;
    const start = index + all.indexOf(speaker, all.length - speaker.length - 2);
    const spans = speakers.get(speaker) ?? [];
    spans.push([start, start + speaker.length]);
    speakers.set(speaker, spans);
  }
  const isChat = [...speakers.values()].some((spans) => spans.length >= leastOfOne);
  if (lines < leastLines || !isChat) return [];
  return [...speakers].flatMap(([speaker, spans]) => {
    const within = nameIn(speaker, lists);
    if (within === undefined) return [];
    return spans.map(([start]): Span => [start + within[0], start + within[1]]);
  });
};

/** The speaker without what it is to others: `Anna` of `mama Anna`. */
function nameIn(speaker: string, lists: NameLists): Span | undefined {
  const words = wordsOf(speaker);
  const names = words.filter((word) => lists.mayBeCalled(word));
  const [first] = names;
  const last = names.at(-1);
  if (words.length > mostWords || first === undefined || last === undefined) return undefined;
  const isHead = first === words[0] || speaker.charAt(first.start - 1) !== " ";
  const isTail = last === words.at(-1) || speaker.charAt(last.end) !== " ";
  return [isHead ? 0 : first.start, isTail ? speaker.length : last.end];
}
