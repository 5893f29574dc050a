// SPDX-License-Identifier: Apache-2.0

import { emailRecognizer } from "../recognizers/email.js";
import { roleMailboxes } from "./mailboxes.js";
import { areTogether } from "./name_end.js";
import { plainForms, withoutMarks } from "./plain.js";
import type { Rule, Span } from "./rule.js";
import type { Word } from "./words.js";

const email = emailRecognizer();
/** In UTF-16 units: shorter parts of addresses are initials, and words of the language. */
const leastPart = 3;
const leastSmallWord = 4;

/** Words that an address of the text has, too: `Anna Berg` where it has `anna.berg@example.org`. */
export const byEmail: Rule = (text, words) => {
  const addresses = email.recognize(text);
  if (addresses.length === 0) return [];
  const parts = new Set<string>();
  const wholes = new Set<string>();
  for (const { word } of addresses) {
    const local = withoutMarks(
      word.slice(0, Math.max(0, word.search(/[@＠\s([{]/u))).toLowerCase(),
    );
    for (const part of local.split(/[^\p{L}\p{M}]+/u)) {
      if (part.length >= leastPart && !roleMailboxes.has(part)) parts.add(part);
    }
    wholes.add(local.replace(/[^\p{L}\p{M}]+/gu, ""));
  }
  return namesAmong(text, outside(words, addresses), { parts, wholes });
};

/** Both are in order. */
function outside(
  words: readonly Word[],
  addresses: readonly { start: number; end: number }[],
): Word[] {
  let at = 0;
  return words.filter(({ start, end }) => {
    while ((addresses[at]?.end ?? Infinity) <= start) ++at;
    return end <= (addresses[at]?.start ?? Infinity);
  });
}

interface Addressed {
  /** `anna`, `berg` of `anna.berg@example.org`. */
  readonly parts: ReadonlySet<string>;
  /** `annaberg`. */
  readonly wholes: ReadonlySet<string>;
}

function namesAmong(text: string, words: readonly Word[], { parts, wholes }: Addressed): Span[] {
  const spans: Span[] = [];
  for (const [at, word] of words.entries()) {
    if (word.isCased && !word.isCapital && word.text.length < leastSmallWord) continue;
    const forms = plainForms(word.lower);
    if (forms.some((form) => parts.has(form))) spans.push([word.start, word.end]);
    const next = words[at + 1];
    if (next === undefined || next.isCapital !== word.isCapital) continue;
    if (!areTogether(text, word, next)) continue;
    const isPair = forms.some((a) => plainForms(next.lower).some((b) => isWhole(a, b, wholes)));
    if (isPair) spans.push([word.start, next.end]);
  }
  return spans;
}

/** `annaberg`, `berganna`, `aberg`. */
function isWhole(first: string, second: string, wholes: ReadonlySet<string>): boolean {
  return [first + second, second + first, first.slice(0, 1) + second].some((each) =>
    wholes.has(each),
  );
}
