// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { nameOf, spansOf } from "../../dist/node/formats/record.js";

test("of two entities that start together the longer is a span, and spans are in the order of the text", () => {
  const lone = { entity: "B-PER", score: 1, index: 1, word: "▁", start: 0, end: 1 };
  const whole = { entity: "I-PER", score: 1, index: 2, word: "Em", start: 0, end: 2 };
  const group = { entity_group: "LOC", score: 1, word: "Oslo", start: 8, end: 12 };
  expect(spansOf({ entities: [group, lone, whole] })).toEqual([
    { start: 0, end: 2, label: "I-PER" },
    { start: 8, end: 12, label: "LOC" },
  ]);
});

test.each([
  ['"a b"', "a b"],
  ['"\\u0041"', "A"],
  ["12345678901234567890", "12345678901234567890"],
  ["1.0", "1.0"],
  ["null", "null"],
])("the id %s is for people %s", (id, name) => {
  expect(nameOf({ id })).toBe(name);
});
