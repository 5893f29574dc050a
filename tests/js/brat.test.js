// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { bratAnnotations } from "../../dist/node/formats/brat.js";

const annotate = (text, entities, before) =>
  bratAnnotations(
    {
      record: { id: "1", text, members: [] },
      entities: entities.map(([start, end, entity_group]) => ({ start, end, entity_group })),
    },
    before,
  );

test("offsets are code points, behind what the file has before the text", () => {
  expect(annotate("🚀 Emma", [[3, 7, "PER"]])).toBe("T1\tPER 2 6\tEmma\n");
  expect(annotate("🚀 Emma", [[3, 7, "PER"]], 1)).toBe("T1\tPER 3 7\tEmma\n");
});

test("an entity of several lines is in parts, without the ends of lines", () => {
  expect(annotate("New\r\n\r\nYork x", [[0, 11, "LOC"]])).toBe("T1\tLOC 0 3;7 11\tNew York\n");
});

test("what Python's splitlines() ends a line at is no part of one, and a tab is", () => {
  // As brat 1.3 reads its files: by codecs.open(), whose lines these are.
  for (const end of ["\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]) {
    expect(annotate(`New${end}York`, [[0, 8, "LOC"]])).toBe("T1\tLOC 0 3;4 8\tNew York\n");
  }
  // It compares as many characters as the range has with those of the text.
  expect(annotate("New\tYork", [[0, 8, "LOC"]])).toBe("T1\tLOC 0 8\tNew\tYork\n");
});

test("entities stand in the order of the text, and a type has no space", () => {
  expect(
    annotate("a b", [
      [2, 3, "B B"],
      [0, 1, "A"],
    ]),
  ).toBe("T1\tA 0 1\ta\nT2\tB_B 2 3\tb\n");
});

test("of records that begin together the longest is there, of equal ones the last", () => {
  expect(
    annotate("ab", [
      [0, 2, "A"],
      [0, 1, "B"],
    ]),
  ).toBe("T1\tA 0 2\tab\n");
  expect(
    annotate("a", [
      [0, 1, "A"],
      [0, 1, "B"],
    ]),
  ).toBe("T1\tB 0 1\ta\n");
});
