// SPDX-License-Identifier: Apache-2.0

import { css, unsafeCSS } from "lit";

import { palette } from "../../wasm/js/base/palette.js";
import type { Pair } from "../../wasm/js/base/palette.js";

/** The style sheet of the result: the coloured text, the legend and the panels. */

const schemes = (light: string, dark: string): string => `light-dark(${light}, ${dark})`;
const colors = (light: Pair, dark: Pair): string =>
  `--bg: ${schemes(light.background, dark.background)}; --fg: ${schemes(light.text, dark.text)};`;

/** A class for each hue. A page's own `--ner-color-TYPE` arrives as `--own` (nodes.ts). */
const hues = palette
  .map(
    ({ light, dark }, hue) =>
      `.hue${hue} { ${colors(light.entity, dark.entity)} }\n` +
      `.chip.hue${hue} { ${colors(light.chip, dark.chip)} }`,
  )
  .join("\n");

export const resultStyles = css`
  .text {
    line-height: 2;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .block {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 24rem;
  }
  .block:only-child {
    content-visibility: visible;
  }
  mark,
  .place,
  .key {
    padding: 0.125rem 0.25rem;
    border: 1px solid transparent;
    border-radius: 0.25rem;
    background: var(--own, var(--bg));
    color: var(--fg);
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  mark.low,
  mark.lowest,
  .key {
    border: 2px dashed var(--fg);
    background: none;
  }
  mark.lowest,
  .key.lowest {
    border-style: dotted;
  }
  .key {
    --fg: var(--dim);
    font-size: 0.8rem;
  }
  .chip {
    margin-inline-start: 0.35rem;
    padding: 0 0.25rem;
    border-radius: 0.25rem;
    background: var(--bg);
    color: var(--fg);
    font-size: 0.75rem;
    font-weight: 600;
    unicode-bidi: plaintext;
    white-space: nowrap;
    -webkit-user-select: none;
    user-select: none;
  }
  /* A word joiner: in Chinese and Japanese a line may end anywhere else. */
  mark .chip::before {
    content: "\\2060" / "";
  }
  .legend {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .legend button {
    padding: 0.125rem 0.5rem;
    color: inherit;
  }
  .legend button[aria-pressed="false"] .chip {
    outline: 1px solid currentcolor;
    background: none;
    color: inherit;
    text-decoration: line-through;
  }
  .legend .chip {
    margin: 0;
  }
  .list {
    max-height: 24rem;
    overflow: auto;
  }
  .list .block {
    contain-intrinsic-block-size: auto calc(var(--items) * 2rem);
  }
  .item {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    padding: 0.25rem 0;
    border-bottom: 1px solid var(--line);
  }
  .list .chip {
    margin: 0;
  }
  /* Beside the name, or in a narrow element all of them below it. */
  .list .figures {
    display: flex;
    flex: none;
    gap: 0.75rem;
    min-width: 12rem;
    justify-content: space-between;
    margin-inline-start: auto;
  }
  .list .name {
    flex: 1 1 8rem;
    overflow-wrap: anywhere;
  }
  .masking,
  .columns,
  .columns > div,
  .answer {
    display: grid;
    align-content: start;
    gap: 0.75rem;
    min-width: 0;
  }
  /* Side by side where both have room. */
  .columns {
    grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr));
  }
  .columns [hidden] {
    display: none;
  }
  .masking label {
    display: grid;
    flex: 1 1 12rem;
    gap: 0.25rem;
    font-size: 0.875rem;
  }
  .masking form {
    align-items: end;
  }
  .values {
    container-type: inline-size;
    max-height: 26rem;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 0.25rem 0.375rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    white-space: nowrap;
  }
  td:nth-child(2) {
    width: 50%;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  td .chip {
    margin: 0;
  }
  /* Placeholder and label over their value, the button beside them. */
  @container (width < 24rem) {
    table,
    tbody {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns: auto 1fr auto;
      align-items: center;
      padding: 0.25rem 0;
      border-bottom: 1px solid var(--line);
    }
    td {
      border: 0;
    }
    td:nth-child(2) {
      grid-area: 2 / 1 / 3 / 3;
      width: auto;
    }
    td:last-child {
      grid-area: 1 / 3 / 3 / 4;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  #code .row {
    margin: 0.75rem 0 0.25rem;
  }
  pre {
    max-height: 24rem;
    margin: 0;
    padding: 0.75rem;
    border-radius: 0.5rem;
    background: var(--soft);
    overflow: auto;
    font-size: 0.8rem;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  ${unsafeCSS(hues)}
  @media (forced-colors: active) {
    mark,
    .place,
    .chip {
      border: 1px solid MarkText;
      background: Mark;
      color: MarkText;
    }
    mark.low {
      border-style: dashed;
    }
    mark.lowest {
      border-style: dotted;
    }
    button[aria-pressed="true"],
    button[aria-expanded="true"] {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
