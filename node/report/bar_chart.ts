// SPDX-License-Identifier: Apache-2.0
//
// Bars from 0 to 100 %, one below the other, as SVG without a script. Lengths are in per cent of whatever width
// there is and everything else is in pixels, so that a text keeps its size on a telephone. Why no library: those
// that draw without a DOM (vega, echarts) are ten times as large as this package's code.
//
//     barChart({ id: "types", title: "F1", description: "…", bars: [
//       { label: "PER", value: "97.10", parts: [{ share: 0.971, style: "hue7" }] } ] })

import { escaped, widthOf } from "../formats/html_parts.js";

/** A piece of a bar: from 0 to 1, and its class. */
export interface BarPart {
  readonly share: number;
  readonly style: string;
}

export interface Bar {
  readonly label: string;
  /** What stands at the bar's other end. */
  readonly value: string;
  /** Side by side; none where there is no figure. */
  readonly parts: readonly BarPart[];
}

export interface ChartText {
  /** Of the page's elements no other has it. */
  readonly id: string;
  readonly title: string;
  /** The chart in a sentence, for those who do not see it. */
  readonly description: string;
}

const row = 38;
const thickness = 10;
/** Half-widths of a label that has to stand beside its value on 320 pixels. */
const mostWide = 24;

export function barChart({ bars, ...text }: ChartText & { bars: readonly Bar[] }): string {
  const bottom = row * bars.length + 4;
  const ticks = [0, 25, 50, 75, 100].map((at) => tickOf(at, bottom)).join("");
  const rows = bars.map((bar, at) => rowOf(bar, row * at)).join("");
  return (
    `<svg class="chart" width="100%" height="${bottom + 20}" ${namesOf(text)}>` +
    `${titleOf(text)}<g class="grid">${ticks}</g>${rows}</svg>`
  );
}

/** The attributes that say what a chart is. */
export function namesOf({ id }: ChartText): string {
  return `role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc"`;
}

export function titleOf({ id, title, description }: ChartText): string {
  return `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`;
}

function rowOf({ label, value, parts }: Bar, y: number): string {
  let x = 0;
  const pieces = parts.map(({ share, style }) => {
    const piece = rectOf(x, share, y, style);
    x += share;
    return piece;
  });
  return (
    `<text class="label" x="0" y="${y + 16}">${escaped(shortened(label))}</text>` +
    `<text class="end" x="100%" y="${y + 16}">${escaped(value)}</text>` +
    rectOf(0, 1, y, "track") +
    pieces.join("")
  );
}

function rectOf(x: number, share: number, y: number, style: string): string {
  const [from, width] = [x, share].map((each) => `${Number((100 * each).toFixed(3))}%`);
  return `<rect class="${style}" x="${from}" y="${y + 22}" width="${width}" height="${thickness}"/>`;
}

function tickOf(at: number, bottom: number): string {
  const style = at === 0 ? "" : at === 100 ? ` class="end"` : ` class="middle"`;
  const line = `<line x1="${at}%" x2="${at}%" y1="20" y2="${bottom}"/>`;
  return `${line}<text${style} x="${at}%" y="${bottom + 15}">${at}${at === 100 ? " %" : ""}</text>`;
}

/** SVG has no line breaks; the chart's table has the whole. */
function shortened(label: string): string {
  let out = "";
  let width = 0;
  for (const character of label) {
    width += widthOf(character);
    if (width > mostWide) return `${out}…`;
    out += character;
  }
  return out;
}
