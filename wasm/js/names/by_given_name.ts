// SPDX-License-Identifier: Apache-2.0

import { areTogether, nameEnd } from "./name_end.js";
import type { Rule, Span } from "./rule.js";

/** Given names of the list, with the surname behind them: `Anna`, `anna`, `Annas`, `Anna van den Berg`. */
export const byGivenName: Rule = (text, words, lists) => {
  const spans: Span[] = [];
  let end = 0;
  for (const [at, word] of words.entries()) {
    if (at < end || !lists.isGivenName(word)) continue;
    end = at + 1;
    // "Annas Vertrag": behind an ending stands another noun as often as a surname.
    if (word.isCapital && lists.isListed(word))
      end = Math.max(end, nameEnd(text, words, at, lists));
    const second = words[end];
    if (!word.isCapital && second !== undefined && !second.isCapital && lists.isListed(second)) {
      if (areTogether(text, word, second)) ++end;
    }
    const last = words[end - 1];
    if (last !== undefined) spans.push([word.start, last.end]);
  }
  return spans;
};
