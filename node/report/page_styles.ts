// SPDX-License-Identifier: Apache-2.0
//
// The report's style sheet. Charts have patterns besides their colours; in high contrast they have the system's.

import { palette } from "../../wasm/js/base/palette.js";
import { commonStyles } from "../formats/html_parts.js";

const fills = palette
  .map(
    ({ light, dark }, hue) => `rect.hue${hue} { fill: light-dark(${light.bar}, ${dark.bar}); }\n`,
  )
  .join("");

export const pageStyles = `${commonStyles}:root {
  --line: light-dark(#d1d5db, #4b5563);
  --soft: light-dark(#f3f4f6, #1f2937);
  --dim: light-dark(#4b5563, #c3c9d3);
  --accent: light-dark(#4338ca, #a5b4fc);
  --bad: light-dark(#b91c1c, #fca5a5);
  line-height: 1.5;
}
* { box-sizing: border-box; }
body { margin: 0; }
main { max-width: 74rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 0 0 0.5rem; font-size: 1.05rem; }
h3 { margin: 0 0 0.25rem; font-size: 0.85rem; overflow-wrap: anywhere; }
p { margin: 0 0 0.5rem; }
h1 + p { margin-top: 0.25rem; overflow-wrap: anywhere; }
.dim, h1 + p, .figure p, .texts > p { color: var(--dim); }
h3 .dim { font-weight: 400; }
.figure p, .texts > p { font-size: 0.85rem; }
details { margin-top: 0.35rem; }
.texts { margin-top: 1.75rem; }
.tiles { display: grid; grid-template-columns: repeat(8, minmax(0, 1fr)); }
.tiles { gap: 0.75rem; margin: 1.25rem 0; }
.tiles div { padding: 0.6rem 0.85rem; border-radius: 0.6rem; background: var(--soft); }
.tiles dt { color: var(--dim); font-size: 0.8rem; }
.tiles dd { margin: 0; font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.tiles .first { background: var(--accent); color: light-dark(#ffffff, #111827); }
.tiles .first dt { color: inherit; }
.figures { columns: 24rem 2; column-gap: 1.25rem; }
.figure, section { margin-bottom: 1.25rem; }
.figure { padding: 1rem; border: 1px solid var(--line); border-radius: 0.75rem; break-inside: avoid; }
.chart { display: block; max-width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
.chart text { fill: light-dark(#111827, #f3f4f6); }
.chart text { direction: ltr; unicode-bidi: isolate; }
.chart .end { text-anchor: end; }
.chart .middle { text-anchor: middle; }
.chart .label { font-weight: 600; }
.grid line, .axis { stroke: var(--line); }
.chart .grid text { fill: var(--dim); font-size: 11px; }
.reliability { width: 100%; max-width: 21rem; margin: 0 auto; font-size: 11px; }
.track { fill: var(--soft); }
.accent, .right { fill: var(--accent); }
.counts { fill: var(--dim); }
.blank { fill: light-dark(#ffffff, #111827); }
.gap { fill: url(#hatch); stroke: var(--bad); }
.other-type { fill: url(#dots); stroke: var(--bad); }
.other-boundaries { fill: url(#hatch); stroke: var(--bad); }
.missed { fill: none; stroke: var(--bad); stroke-dasharray: 3 2; }
.diagonal { stroke: var(--dim); stroke-width: 1.5; stroke-dasharray: 5 4; }
.pattern { fill: none; stroke: var(--bad); stroke-width: 1.5; }
.pattern.filled { fill: var(--bad); stroke: none; }
${fills}.legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; margin: 0.5rem 0; padding: 0; }
.legend { list-style: none; font-size: 0.85rem; }
.key { vertical-align: -0.125em; }
summary { cursor: pointer; color: var(--accent); font-size: 0.85rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.85rem; font-variant-numeric: tabular-nums; }
caption { padding: 0.25rem 0; color: var(--dim); text-align: start; }
th, td { padding: 0.25rem 0.6rem; border-bottom: 1px solid var(--line); text-align: end; }
th:first-child { padding-inline-start: 0; text-align: start; font-weight: 500; }
tbody th { min-width: 4.5rem; }
thead th { color: var(--dim); font-weight: 500; vertical-align: bottom; }
.confusions td, .confusions th { text-align: start; }
.confusions td:last-child { padding-inline-end: 0; white-space: nowrap; }
.number { display: inline-block; min-width: 3rem; text-align: end; }
.share { margin-inline-start: 0.5rem; }
td .chip, th .chip { margin: 0; }
.scroll .chip { display: inline-block; width: max-content; max-width: 12rem; line-height: 1.35; }
article { padding: 0.75rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
dl { margin: 0; }
article dl { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0.25rem 0.5rem; }
article dt { padding-top: 0.4rem; color: var(--dim); font-size: 0.85rem; }
article dd { margin: 0; }
mark { border: 2px solid transparent; }
mark.missed { border: 2px dashed; }
mark.made-up { border: 2px dotted; }
mark.other-type { border: 4px double; }
mark.other-boundaries { border: 2px solid; }
footer { color: var(--dim); font-size: 0.85rem; }
@media (max-width: 58rem) {
  .tiles { grid-template-columns: repeat(4, minmax(0, 1fr)); }
}
@media (max-width: 36rem) {
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  article dl { display: block; }
}
@media (forced-colors: active) {
  .tiles div, .chip { border: 1px solid; }
  .accent, .right, .counts, rect[class^="hue"] { fill: CanvasText; }
  .track { fill: none; stroke: CanvasText; }
  .chart text { fill: CanvasText; }
}
@media print {
  main { max-width: none; padding: 0; }
  * { print-color-adjust: exact; }
  .figures { columns: 1; }
  details:not([open])::details-content { content-visibility: visible; }
  summary { display: none; }
}
`;

/** What patterns the style sheet fills with; one for the whole page. */
export const patterns = `<svg width="0" height="0" aria-hidden="true" style="position: absolute"><defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse">
<path class="pattern" d="M-1 6 6 -1M-1 1 1 -1M4 6 6 4"/></pattern>
<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
<circle class="pattern filled" cx="2.5" cy="2.5" r="1.4"/></pattern>
</defs></svg>`;
