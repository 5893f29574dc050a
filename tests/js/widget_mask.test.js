// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { maskSpans, unmask } = await fromSource("web/element/mask.ts");

/** Spans of every occurrence of the words, by label. */
function spansOf(text, labels) {
  return Object.entries(labels)
    .flatMap(([word, label]) =>
      [...text.matchAll(word)].map(({ index }) => ({
        label,
        score: 1,
        start: index,
        end: index + word.length,
      })),
    )
    .sort((a, b) => a.start - b.start);
}

test("one entity has one name, another of its kind the next", () => {
  const text = "Emma met Ada in Paris. Emma left.";
  const { text: masked, names } = maskSpans(
    text,
    spansOf(text, { Emma: "PER", Ada: "B-PER", Paris: "LOC" }),
  );
  expect(masked).toBe("[PER_1] met [PER_2] in [LOC_1]. [PER_1] left.");
  expect([...names]).toEqual([
    ["[PER_1]", "Emma"],
    ["[PER_2]", "Ada"],
    ["[LOC_1]", "Paris"],
  ]);
});

test("the same words under two labels have two names", () => {
  const spans = [
    { label: "LOC", score: 1, start: 0, end: 5 },
    { label: "ORG", score: 1, start: 6, end: 11 },
  ];
  expect(maskSpans("Paris Paris", spans).text).toBe("[LOC_1] [ORG_1]");
});

test("a name that the text has already is not given, and stays when the rest is put back", () => {
  const text = "[PER_1] is Emma, [PER_3] is not.";
  const masked = maskSpans(text, spansOf(text, { Emma: "PER" }));
  expect(masked.text).toBe("[PER_1] is [PER_2], [PER_3] is not.");
  expect(unmask(masked.text, masked.names)).toBe(text);
});

test("labels with blanks and signs become names without", () => {
  const spans = [{ label: "B-work of art", score: 1, start: 0, end: 1 }];
  expect(maskSpans("x", spans).text).toBe("[work_of_art_1]");
});

test("putting back gives the text, whatever was masked", () => {
  const piece = fc.oneof(
    fc.constantFrom("[PER_1]", "[PER_2]", "[", "]", "_1", "Emma", "鈴木", "😀", "$1", "$&"),
    fc.string({ maxLength: 5, unit: "binary" }),
  );
  const part = fc.record({ text: piece, label: fc.constantFrom("", "PER", "B-LOC", "a b", "<i>") });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      let at = 0;
      const spans = parts.flatMap(({ text, label }) => {
        const start = at;
        at += text.length;
        return label === "" || text === "" ? [] : [{ label, score: 1, start, end: at }];
      });
      const text = parts.map((each) => each.text).join("");
      const masked = maskSpans(text, spans);
      // A name may come about where masked and plain text meet; what was masked has no brackets then.
      const whole = unmask(masked.text, masked.names);
      expect(whole).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
