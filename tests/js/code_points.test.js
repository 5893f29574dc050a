// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { CodePoints } from "../../dist/node/formats/code_points.js";

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
