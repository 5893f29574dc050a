// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { contrast, hueOf, palette, typeOf } = await fromSource("wasm/js/base/palette.ts");

const pairs = palette.flatMap(({ name, light, dark }) =>
  Object.entries({ light, dark }).flatMap(([scheme, kinds]) =>
    Object.entries(kinds).map(([kind, pair]) => [`${name} ${kind}, ${scheme}`, pair]),
  ),
);

test("labels have the hues of the Hugging Face widget", () => {
  const nameOf = (label) => palette[hueOf(label)].name;
  // Computed with the widget's own code.
  expect(["PER", "ORG", "LOC", "MISC", "DATE", "PERSON", "GPE", "O"].map(nameOf)).toEqual([
    ...["pink", "teal", "fuchsia", "violet", "fuchsia", "pink", "violet", "pink"],
  ]);
  expect(["B-PER", "I-PER", "B-ORG", "B-LOC", "I-LOC"].map(nameOf)).toEqual([
    ...["fuchsia", "purple", "pink", "purple", "violet"],
  ]);
});

test("a prefix that says where a token stands is not part of the type", () => {
  expect(["B-PER", "I-PER", "E-PER", "PER", "ORG-P", "B-", "GPE-LOC"].map(typeOf)).toEqual([
    ...["PER", "PER", "PER", "PER", "ORG-P", "B-", "GPE-LOC"],
  ]);
});

test("contrast is WCAG's", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
  expect(contrast("#123456", "#123456")).toBe(1);
});

test.each(pairs)("%s can be read", (_, { background, text }) => {
  expect(contrast(background, text)).toBeGreaterThanOrEqual(4.5);
});

test("there are four pairs for each of eight hues", () => {
  expect(pairs).toHaveLength(32);
});
