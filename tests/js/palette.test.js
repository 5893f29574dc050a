// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { contrast, hueOf, palette, typeOf } = await fromSource("wasm/js/base/palette.ts");

const pairs = palette.flatMap(({ name, light, dark }) =>
  Object.entries({ light, dark }).flatMap(([scheme, kinds]) =>
    ["entity", "chip"].map((kind) => [`${name} ${kind}, ${scheme}`, kinds[kind]]),
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

test("a bar of each hue stands out from the page", () => {
  for (const { name, light, dark } of palette) {
    const contrasts = [contrast(light.bar, "#ffffff"), contrast(dark.bar, "#111827")];
    expect([name, ...contrasts.map((each) => each >= 3)]).toEqual([name, true, true]); // WCAG 1.4.11
  }
});

test("there are four pairs for each of eight hues", () => {
  expect(pairs).toHaveLength(32);
});
