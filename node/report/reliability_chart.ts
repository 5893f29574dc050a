// SPDX-License-Identifier: Apache-2.0
//
// A reliability diagram (Guo et al., 2017, figure 1) as SVG without a script: for each bin of scores the share
// that is right, the gap to the mean score, the diagonal on which both are equal, and above it how many
// entities each bin has.

import type { Calibration, CalibrationBin } from "./calibration.js";
import type { ChartText } from "./bar_chart.js";
import { namesOf, titleOf } from "./bar_chart.js";
import { count } from "./numbers.js";

/** The plot within the picture, in its units; a bin is 22 wide. */
const plot = { left: 42, top: 74, size: 220 };
const countsHeight = 44;
const pixels = { width: plot.left + plot.size + 12, height: plot.top + plot.size + 40 };

export function reliabilityChart({ bins }: Calibration, text: ChartText): string {
  return (
    `<svg class="chart reliability" viewBox="0 0 ${pixels.width} ${pixels.height}" ${namesOf(text)}>` +
    `${titleOf(text)}${countsOf(bins)}${gridOf()}${bins.map(barOf).join("")}${diagonal}</svg>`
  );
}

const xOf = (score: number): number => round(plot.left + score * plot.size);
const yOf = (right: number): number => round(plot.top + (1 - right) * plot.size);
const round = (value: number): number => Number(value.toFixed(2));

const diagonal = `<line class="diagonal" x1="${xOf(0)}" y1="${yOf(0)}" x2="${xOf(1)}" y2="${yOf(1)}"/>`;

function barOf({ from, to, score, right }: CalibrationBin): string {
  if (score === null || right === null) return "";
  const rect = (style: string, inset: number, low: number, high: number): string =>
    `<rect class="${style}" x="${round(xOf(from) + inset)}" y="${yOf(high)}" ` +
    `width="${round(xOf(to) - xOf(from) - 2 * inset)}" height="${round(yOf(low) - yOf(high))}"/>`;
  const [low, high] = [Math.min(score, right), Math.max(score, right)];
  // Narrower than the bar, whose end is seen beside it where scores are lower than the share.
  return rect("accent", 1, 0, right) + rect("blank", 5, low, high) + rect("gap", 5, low, high);
}

function countsOf(bins: readonly CalibrationBin[]): string {
  const most = Math.max(...bins.map((bin) => bin.count));
  const bottom = 18 + countsHeight;
  const bars = bins.map(({ from, to, count: own }) => {
    const height = round((countsHeight * own) / most);
    const [x, width] = [round(xOf(from) + 1), round(xOf(to) - xOf(from) - 2)];
    return `<rect class="counts" x="${x}" y="${round(bottom - height)}" width="${width}" height="${height}"/>`;
  });
  return (
    `<text x="${plot.left}" y="12">entities a bin, at most ${count(most)}</text>${bars.join("")}` +
    `<line class="axis" x1="${xOf(0)}" x2="${xOf(1)}" y1="${bottom}" y2="${bottom}"/>`
  );
}

function gridOf(): string {
  const lines = [0, 0.25, 0.5, 0.75, 1].map((at) => {
    const name = `${100 * at}${at === 1 ? " %" : ""}`;
    return (
      `<line x1="${xOf(0)}" x2="${xOf(1)}" y1="${yOf(at)}" y2="${yOf(at)}"/>` +
      `<text class="end" x="${plot.left - 5}" y="${yOf(at) + 4}">${name}</text>` +
      `<text class="${at === 1 ? "end" : "middle"}" x="${xOf(at) + (at === 1 ? 6 : 0)}" y="${yOf(0) + 16}">${name}</text>`
    );
  });
  return `<g class="grid">${lines.join("")}<text class="middle" x="${xOf(0.5)}" y="${yOf(0) + 33}">score</text></g>`;
}
