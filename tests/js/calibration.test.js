// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { Calibration } from "../../models/eval/calibration.mjs";
import { parseMarked } from "../../models/eval/everyday.mjs";

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
