// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { parseMarked } from "../../models/eval/everyday.mjs";
import { Lenient } from "../../models/eval/lenient.mjs";

const row = (marked) => ({ l: "en", s: "mail", m: 1, ...parseMarked(marked) });
const entity = (entity_group, start, end) => ({ entity_group, score: 1, start, end });

test("a shared character of the same type is enough, a neighbour is not", () => {
  const lenient = new Lenient();
  lenient.add(row("[PER Ana Lee] [LOC Rome] [ORG IBM]"), [
    entity("PER", 0, 3),
    entity("PER", 4, 8),
    entity("LOC", 7, 8),
    entity("LOC", 13, 16),
  ]);
  expect(lenient).toMatchObject({ gold: 3, reached: 1, predicted: 4, right: 2 });
  // Precision 1/2, recall 1/3.
  expect(lenient.f1).toBeCloseTo(0.4);
});
