// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { CodePoints, inUnit } from "../../dist/node/formats/code_points.js";

test("offsets are those of Array.from(), in any order", () => {
  const text = fc.string({ unit: "binary" });
  const cases = text.chain((each) =>
    fc.tuple(fc.constant(each), fc.array(fc.nat({ max: [...each].length }))),
  );
  fc.assert(
    fc.property(cases, ([each, points]) => {
      const counted = new CodePoints(each);
      for (const point of points) {
        expect(counted.at([...each].slice(0, point).join("").length)).toBe(point);
      }
    }),
    { seed: 4 },
  );
});

test("a lone surrogate is one", () => {
  expect(new CodePoints("\ud83da\ude80b").at(4)).toBe(4);
});

test("a record's entities are cut by Array.from() where offsets are code points", () => {
  const text = "🚀 Emma 🚀 Bath";
  const entities = [
    { word: "Bath", start: 11, end: 15 },
    { word: "Emma", start: 3, end: 7 },
  ];
  const counted = inUnit({ record: { text }, entities }, "codepoint");
  const cut = counted.map(({ start, end }) => Array.from(text).slice(start, end).join(""));
  expect(cut).toEqual(["Bath", "Emma"]);
  expect(inUnit({ record: { text }, entities }, "utf16")).toBe(entities);
});
