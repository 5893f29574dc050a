// SPDX-License-Identifier: Apache-2.0

import type { Rule, Span } from "./rule.js";

/** Initials before a surname, and one behind it at the end of a line: `R. Pugh`, `H.J. Peeters`, `Berg A.` */
const initials =
  /(?<!(?!\p{sc=Han}|\p{scx=Hiragana}|\p{scx=Katakana}|\p{sc=Thai}|\p{sc=Hangul})[\p{L}\p{M}\p{N}]|\.)(?:\p{Lu}\.[ \u00a0\u202f-]?){1,3}(?:(?:van|von|de|der|den|da) ){0,2}\p{Lu}[\p{L}\p{M}]+(?:[-’']\p{Lu}[\p{L}\p{M}]+)?|(?<=^|[:：] ?)\p{Lu}[\p{L}\p{M}]{2,} (?:\p{Lu}\.){1,2}(?=\s*$)/gmu;

/** Letters with full stops that are nobody's initials. */
const abbreviations = /^(?:U\.S\.|U\.K\.|U\.N\.|E\.U\.|P\.S\.|P\.O\.|D\.C\.|N\.Y\.|A\.D\.|B\.C\.)/u;

/** What a letter is the number of: `Fig. A. Results`. */
const numbered =
  /(?:^|[^\p{L}])(?:fig|section|table|part|plan|step|option|appendix|annex|class|type|vitamin|abb|tab|teil|anhang|klasse|typ)\.? $/iu;
/** In UTF-16 units. */
const longestBefore = 12;

export const byInitial: Rule = (text, _words, lists) => {
  const spans: Span[] = [];
  for (const { index, 0: name } of text.matchAll(initials)) {
    const surname = /[\p{L}\p{M}]{2,}/u.exec(name)?.[0] ?? "";
    if (abbreviations.test(name)) continue;
    if (numbered.test(text.slice(Math.max(0, index - longestBefore), index))) continue;
    if (!lists.isEverydayText(surname)) spans.push([index, index + name.length]);
  }
  return spans;
};
