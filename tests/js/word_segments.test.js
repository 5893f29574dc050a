// SPDX-License-Identifier: Apache-2.0
// Words of a text that is segmented in parts, against Intl.Segmenter on all of it.

import { expect, test } from "@jest/globals";

import { wordSegments } from "#js/client/word_segments.js";

const words = [
  "Angela Merkel besuchte Paris.",
  "don't  \t stop,\r\n3.14 (e.g. U.S.A.)",
  "東京は日本の首都です。大阪も",
  "แมวกินปลาในบ้าน",
  "👩‍👩‍👧 🇩🇪🇫🇷 e\u0301\u0301 a\u200d b",
  "في 2024، زار محمد",
  "\u00a0\u3000नई दिल्ली\u2028",
];

/** A text of these, in an order of their own, of at least `size` units. */
function textOf(size, joint, seed) {
  let state = seed;
  let text = "";
  while (text.length < size) {
    state = (state * 48271) % 2147483647;
    text += words[state % words.length] + joint;
  }
  return text;
}

function expected(text) {
  const found = [];
  for (const { segment, index } of new Intl.Segmenter("und", { granularity: "word" }).segment(text))
    found.push(`${index} ${segment}`);
  return found;
}

const segments = (text) =>
  Array.from(wordSegments(text), ({ segment, index }) => `${index} ${segment}`);

test.each([
  [0, " "],
  [4000, " "],
  [60_000, " "],
  [60_000, ""],
  [60_000, "\n"],
  [60_000, "。"],
])("those of %i units joined by %j are those of the whole", (size, joint) => {
  for (const seed of [1, 2, 3]) {
    const text = textOf(size, joint, seed);
    expect(segments(text)).toEqual(expected(text));
  }
});

// V8 gives each segment a copy of the text: of a whole text of this size, more than memory has.
test.each(["Angela Merkel ", "ab,", "漢字", "👋", "a"])("a million units of %j", (part) => {
  const text = part.repeat(Math.floor(2 ** 20 / part.length));
  let length = 0;
  for (const { segment, index } of wordSegments(text)) {
    if (index !== length || !segment.isWellFormed()) throw new Error(`at ${index}`);
    length += segment.length;
  }
  expect(length).toBe(text.length);
});
