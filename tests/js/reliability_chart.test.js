// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { calibrationOf } from "../../dist/node/report/calibration.js";
import { reliabilityChart } from "../../dist/node/report/reliability_chart.js";

test("a bin is as high as its share of right entities, and its gap reaches to the mean score", () => {
  const scored = [0.9, 0.9, 0.86, 0.86, 0.25].map((score, at) => ({
    score,
    isRight: at % 2 === 0,
  }));
  const svg = reliabilityChart(calibrationOf(scored), { id: "r", title: "R", description: "d" });
  const rects = [
    ...svg.matchAll(/<rect class="(\w+)" x="(.*?)" y="(.*?)" width="(?:20|12)" height="(.*?)"/g),
  ];
  const sizes = (style) =>
    rects.filter(([, each]) => each === style).map(([, , , , h]) => Number(h));
  // The plot is 220 high: of the bin to 0.3 all is right, of that to 0.9 half, whose mean score is 0.88.
  expect(sizes("accent")).toEqual([220, 110]);
  expect(sizes("gap")).toEqual([0.75 * 220, 0.38 * 220]);
  // Heights of the counts go by the largest bin, here of four.
  expect(sizes("counts").map((each) => each / 44)).toEqual([0, 0, 0.25, 0, 0, 0, 0, 0, 1, 0]);
});
