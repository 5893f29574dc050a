// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { countLabels, isShown, toSpans } = await fromSource("web/element/spans.ts");

const per = (start, end, score = 1) => ({ entity_group: "PER", score, word: "", start, end });

test("an entity that begins at 0 is there, and the last character belongs to one", () => {
  expect(toSpans("Emma", [per(0, 4, 0.5)])).toEqual([
    { label: "PER", score: 0.5, start: 0, end: 4 },
  ]);
});

test("a lone ▁ gives way to the piece whose first character it covers", () => {
  const pieces = [
    { entity: "B-PER", score: 0.9, index: 1, word: "▁", start: 0, end: 1 },
    { entity: "I-PER", score: 0.8, index: 2, word: "鈴", start: 0, end: 1 },
  ];
  expect(toSpans("鈴木", pieces)).toEqual([{ label: "I-PER", score: 0.8, start: 0, end: 1 }]);
});

test.each([
  [per(-1, 2), "-1 and end 2"],
  [per(2, 2), "2 and end 2"],
  [per(0, 5), "0 and end 5"],
  [per(null, null), "null and end null"],
  [per(0.5, 2), "0.5 and end 2"],
])("a range that is none of the text is refused: %j", (entity, found) => {
  expect(() => toSpans("Emma", [entity])).toThrow(
    new TypeError(`entity PER: expected a range of the 4 units of the text, found start ${found}`),
  );
});

test("spans are in order, apart, and each is one of the entities", () => {
  const range = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), (ranges) => {
      const entities = ranges.map(([start, length]) => per(start, start + length));
      const spans = toSpans("x".repeat(100), entities);
      for (const [i, { start, end }] of spans.entries()) {
        expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
        expect(entities).toContainEqual(expect.objectContaining({ start, end }));
      }
      // Nothing is left out that would have had room.
      for (const { start, end } of entities) {
        expect(spans.some((span) => span.start < end && start < span.end)).toBe(true);
      }
    }),
  );
});

test("labels are counted in the order of their appearance, and hidden by name or score", () => {
  const loc = { entity_group: "LOC", score: 0.4, word: "", start: 9, end: 10 };
  const all = [loc, per(0, 1, 0.9), { ...loc, start: 11, end: 12 }];
  expect([...countLabels(all)]).toEqual([
    ["LOC", 2],
    ["PER", 1],
  ]);
  const shown = (threshold, ...hidden) =>
    all.filter((each) => isShown(each, { threshold, hidden: new Set(hidden) })).length;
  expect([shown(0), shown(0.4), shown(0.41), shown(0, "LOC"), shown(0, "PER", "LOC")]).toEqual([
    ...[3, 3, 1, 1, 0],
  ]);
});
