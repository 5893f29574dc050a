// SPDX-License-Identifier: Apache-2.0
// Strings for property tests: of any UTF-16 units, and of fragments that tokenizers stumble over.

import fc from "fast-check";

const words = ["Emma", "Paris", "é", "e\u0301", "\u0301", "ﬁ", "㍿", "½", "\ufdfa", "한국", "日本"];
const spaces = [" ", "\r\n", "\u3000", "\u200d", "▁", "\0", "\ufeff", "\u00ad"];
const emoji = ["🎉", "🇩🇪", "👩\u200d👩\u200d👧", "\ud83d", "\ude80"];
const specials = ["<s>", "</s>", "<mask>", " <mask> ", "<"];
const others = ["\u1100\u1161\u11a8", "क्ष", "กรุงเทพ", "שלום"];

const fragment = fc.oneof(
  fc.constantFrom(...words, ...spaces, ...emoji, ...specials, ...others),
  fc.string({ unit: "binary" }),
);

export const anyText = fc.oneof(
  fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join("")),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

/** Whether offset `at` lies between the two halves of a surrogate pair. */
export function splitsPair(text, at) {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
