// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "@jest/globals";

import { calibrationOf, scoredEntities } from "../../dist/node/report/calibration.js";
import { Calibration } from "../../models/eval/calibration.mjs";
import { parseMarked } from "../../models/eval/everyday.mjs";
import { compared, sentence } from "./compared.js";
import { root } from "./support.js";

const row = (marked, m = 1) => ({ l: "en", s: "mail", m, ...parseMarked(marked) });
const entity = (entity_group, start, end, score) => ({ entity_group, score, start, end });

test("calibration compares scores with the share that is exact", () => {
  const calibration = new Calibration();
  calibration.add(row("[PER Ana] [PER Bo]"), [
    entity("PER", 0, 3, 0.75),
    entity("PER", 4, 6, 0.79),
  ]);
  calibration.add(row("Rome Oslo"), [entity("LOC", 0, 4, 0.76), entity("LOC", 5, 9, 1)]);
  calibration.add(row("Rome", 0), [entity("MISC", 0, 4, 0.1)]);
  expect(calibration.bins[7]).toMatchObject({ spans: 3, exact: 2 });
  expect(calibration.bins[9]).toMatchObject({ spans: 1, exact: 0 });
  expect(calibration.bins[1].spans).toBe(0);
  // |2.30 - 2| in the one bin, |1 - 0| in the other, over 4 spans.
  expect(calibration.expectedError).toBeCloseTo(1.3 / 4);
});

describe("the calibration of a comparison", () => {
  const { cases } = JSON.parse(readFileSync(path.join(root, "tests/golden/calibration.json")));

  test.each(cases.map((each, at) => [at, each]))("equals scikit-learn's, case %d", (_, each) => {
    const scored = each.scores.map((score, at) => ({ score, isRight: each.isRight[at] }));
    const { count, bins, error } = calibrationOf(scored);
    expect(count).toBe(each.scores.length);
    expect(bins.map((bin) => bin.count)).toEqual(each.counts);
    const filled = bins.filter((bin) => bin.count > 0);
    for (const [at, { score, right }] of filled.entries()) {
      expect(score).toBeCloseTo(each.score[at], 12);
      expect(right).toBeCloseTo(each.right[at], 12);
    }
    expect(error).toBeCloseTo(each.error, 12);
  });

  test("is of predicted entities with a score, which is the mean of those of their words", async () => {
    const scores = [0.5, 0.75, undefined, 1];
    const texts = [
      sentence("a b c d", "B-X I-X O B-X", "B-X I-X B-X O", { scores }),
      sentence("a", "B-X", "B-X"),
    ];
    const { pairs } = await compared(texts);
    expect(scoredEntities(texts, pairs)).toEqual([{ score: 0.625, isRight: true }]);
    expect(calibrationOf([])).toBeUndefined();
  });
});
