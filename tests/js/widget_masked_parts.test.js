// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { maskedParts } = await fromSource("web/element/masked_parts.ts");

/** A masked text of words, those with a label replaced. */
function maskedOf(words) {
  let text = "";
  const replacements = [];
  for (const { word, label } of words) {
    const masked_start = text.length;
    text += word;
    if (label !== "") replacements.push({ label, masked_start, masked_end: text.length });
  }
  return { text, replacements, values: [] };
}

test("placeholders have their labels, and what is between has none", () => {
  const words = [
    { word: "[PER_1]", label: "PER" },
    { word: "[LOC_1]", label: "LOC" },
    { word: " left.", label: "" },
  ];
  expect(maskedParts(maskedOf(words))).toEqual([
    [
      { text: "[PER_1]", label: "PER" },
      { text: "[LOC_1]", label: "LOC" },
      { text: " left.", label: undefined },
    ],
  ]);
  expect(maskedParts(maskedOf([]))).toEqual([]);
});

test("a placeholder that a cut goes through is one in both parts", () => {
  const words = [
    { word: "x".repeat(1497), label: "" },
    { word: "[PER_1]", label: "PER" },
    { word: "y", label: "" },
  ];
  const [first, second] = maskedParts(maskedOf(words));
  expect(first.at(-1)).toEqual({ text: "[PE", label: "PER" });
  expect(second).toEqual([
    { text: "R_1]", label: "PER" },
    { text: "y", label: undefined },
  ]);
});

test("all units of a long text are there once, each with its label", () => {
  const word = fc.record({
    word: fc.string({ minLength: 1, maxLength: 900, unit: fc.constantFrom("a", " ", "😀", ".") }),
    label: fc.constantFrom("", "PER", "LOC"),
  });
  const units = (pieces) => pieces.flatMap(({ text, label }) => [...text].map((c) => [c, label]));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const parts = maskedParts(maskedOf(words));
      const expected = words.map((each) => ({ text: each.word, label: each.label || undefined }));
      expect(units(parts.flat())).toEqual(units(expected));
      for (const part of parts) {
        expect(part.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(1500);
        expect(part.every(({ text }) => text !== "")).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
