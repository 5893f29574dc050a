// SPDX-License-Identifier: Apache-2.0

import type { Rule, Span } from "./rule.js";
import { wordsOf } from "./words.js";

/**
 * Names that a sign parts in two: a blank in Japanese (`永瀬 隆`), which has none elsewhere, and the point of names that
 * Chinese takes from other languages (`买买提·吐尔逊`).
 */
const parted =
  /(?<![\p{sc=Han}々])[\p{sc=Han}々]{1,3}[ \u3000](?:[\p{sc=Han}々]{1,3}|[ぁ-ゖ]{2,4})(?![\p{sc=Han}々])|(?<=^|[\n、。,:：(（ ])[\p{sc=Katakana}ー]{2,6}[ \u3000][\p{sc=Katakana}ー]{2,6}(?![\p{sc=Katakana}ー])|[\p{sc=Han}]{2,5}[·•][\p{sc=Han}]{2,6}/gmu;

export const bySign: Rule = (text, _words, lists) => {
  const spans: Span[] = [];
  for (const { index, 0: name } of text.matchAll(parted)) {
    if (wordsOf(name).some((part) => lists.isEveryday(part))) continue;
    spans.push([index, index + name.length]);
  }
  return spans;
};
