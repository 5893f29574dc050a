// SPDX-License-Identifier: Apache-2.0
//
// A chart on the page: its heading, the chart, what its colours mean, and the same figures as a table; or in
// place of it a sentence.

import { escaped } from "../formats/html_parts.js";

/** Cells are markup; the first one names its row. */
export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Figure {
  readonly heading: string;
  /** Markup below the heading. */
  readonly note?: string | undefined;
  readonly chart: string;
  /** Classes of the chart and what they mean. */
  readonly legend?: readonly (readonly [style: string, meaning: string])[];
  readonly table: Table;
}

export function figureOf({ heading, note, chart, legend = [], table }: Figure): string {
  const keys = legend.map(
    ([style, meaning]) =>
      `<li><svg class="key" width="14" height="14" aria-hidden="true">` +
      `<rect class="${style}" width="14" height="14"/></svg> ${escaped(meaning)}</li>`,
  );
  return (
    `<section class="figure"><h2>${escaped(heading)}</h2>` +
    (note === undefined ? "" : `<p>${note}</p>`) +
    chart +
    (keys.length === 0 ? "" : `<ul class="legend">${keys.join("")}</ul>`) +
    `<details><summary>${escaped(heading)}, as a table</summary>${tableOf(table)}</details></section>\n`
  );
}

/** What stands where there is nothing to draw. */
export function sentenceOf(heading: string, sentence: string): string {
  return `<section class="figure"><h2>${escaped(heading)}</h2><p>${escaped(sentence)}</p></section>\n`;
}

/** It may be wider than the page, so it scrolls by itself, with the keyboard as well. */
export function tableOf({ caption, head, rows }: Table): string {
  const heads = head.map((each) => `<th scope="col">${escaped(each)}</th>`).join("");
  const body = rows.map(([name = "", ...cells]) => {
    const others = cells.map((cell) => `<td>${cell}</td>`).join("");
    return `<tr><th scope="row">${name}</th>${others}</tr>`;
  });
  return (
    `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}">` +
    `<table><caption>${escaped(caption)}</caption><thead><tr>${heads}</tr></thead>` +
    `<tbody>${body.join("")}</tbody></table></div>`
  );
}
