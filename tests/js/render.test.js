// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { renderBrackets, renderColored, renderTable } from "../../dist/node/cli/render.js";

const text = "Emma woont in New\nYork.";
const entities = [
  { entity_group: "PER", score: 0.99876, word: "Emma", start: 0, end: 4 },
  { entity_group: "LOC", score: 0.5, word: "New York", start: 14, end: 22 },
];
const spans = [
  { label: "PER", start: 0, end: 4 },
  { label: "LOC", start: 14, end: 22 },
];

test("in a terminal each entity has its colour and its label, and the text is whole", () => {
  expect(renderColored(text, spans)).toBe(
    "\x1b[1;35mEmma\x1b[0m\x1b[2m[PER]\x1b[0m woont in \x1b[1;32mNew\nYork\x1b[0m\x1b[2m[LOC]\x1b[0m.",
  );
});

test("without colours brackets show where an entity begins", () => {
  expect(renderBrackets(text, spans)).toBe("[PER Emma] woont in [LOC New\nYork].");
});

test("a label with its prefix has the colour of its group, an unknown one still has one", () => {
  const colorOf = (label) => renderColored("x", [{ label, start: 0, end: 1 }]).split("x")[0];
  expect(colorOf("B-PER")).toBe("\x1b[1;35m");
  expect(colorOf("GENE")).toBe("\x1b[1;33m");
});

test("for other programs an entity is one line, whatever it spans", () => {
  expect(renderTable(text, entities)).toEqual([
    "PER\t0.9988\t0\t4\tEmma",
    "LOC\t0.5000\t14\t22\tNew York",
  ]);
});
