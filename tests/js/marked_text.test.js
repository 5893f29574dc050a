// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { markedText } from "../../dist/node/formats/marked_text.js";

const marked = (text, ...spans) =>
  markedText(
    text,
    spans.map(([start, end, label]) => ({ start, end, label })),
    (words, { label }) => `[${label} ${words}]`,
    (between) => between.toUpperCase(),
  );

test("a text is whole, with each span marked and all else as it is wanted", () => {
  expect(marked("emma in oslo.", [0, 4, "PER"], [8, 12, "LOC"])).toBe("[PER emma] IN [LOC oslo].");
  expect(marked("🚀emma", [2, 6, "PER"])).toBe("🚀[PER emma]");
  expect(marked("none")).toBe("NONE");
});

test("of spans that overlap the first is marked, and neighbours are both", () => {
  expect(marked("abcdef", [0, 3, "A"], [2, 4, "B"], [3, 5, "C"])).toBe("[A abc][C de]F");
});
