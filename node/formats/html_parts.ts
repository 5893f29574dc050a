// SPDX-License-Identifier: Apache-2.0
//
// What pages have in common: text that is never markup, entities in the widget's colours, and the colours of a
// page, light and dark. A page needs nothing else than itself.
//
//     markOf("Emma", "PER")
//     // <mark class="hue7"><span>Emma</span><span class="chip hue7">PER</span></mark>

import { hueOf, palette, typeOf } from "../../wasm/js/base/palette.js";
import type { Pair } from "../../wasm/js/base/palette.js";

/** As text and as an attribute's value. A parser makes a line feed of a carriage return that stands as such. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The class of a label's colours. */
export function hueClass(label: string): string {
  return `hue${hueOf(typeOf(label))}`;
}

/** `note` is what stands behind the label; `kind` is a class for the whole. */
export function markOf(words: string, label: string, { kind = "", note = "" } = {}): string {
  const hue = hueClass(label);
  const classes = kind === "" ? hue : `${hue} ${kind}`;
  return `<mark class="${classes}"><span>${escaped(words)}</span>${chipOf(label, note)}</mark>`;
}

/** About how wide a text is, in half-widths: Chinese and the like have two a character. */
export function widthOf(text: string): number {
  let width = 0;
  for (const each of text) width += (each.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
  return width;
}

/** The label alone. It is in one piece, unless it is too long for a telephone. */
export function chipOf(label: string, note = ""): string {
  const said = label + note;
  const long = widthOf(said) > 28 ? " long" : "";
  return `<span class="chip ${hueClass(label)}${long}">${escaped(said)}</span>`;
}

const colors = (light: Pair, dark: Pair): string =>
  `background: light-dark(${light.background}, ${dark.background}); ` +
  `color: light-dark(${light.text}, ${dark.text});`;

const hues = palette
  .map(
    ({ light, dark }, hue) =>
      `mark.hue${hue} { ${colors(light.entity, dark.entity)} }\n` +
      `.chip.hue${hue} { ${colors(light.chip, dark.chip)} }\n`,
  )
  .join("");

/** Of the page, of a text with entities (`.text`), and of entities. */
export const commonStyles = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; }
:root { background: light-dark(#ffffff, #111827); color: light-dark(#111827, #f3f4f6); }
.text { margin: 0; line-height: 2; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { padding: 0.125rem 0.25rem; border-radius: 0.25rem; box-decoration-break: clone; }
.chip { margin-inline-start: 0.35rem; padding: 0 0.25rem; border-radius: 0.25rem; }
.chip { font-size: 0.75rem; font-weight: 600; unicode-bidi: isolate; user-select: none; }
.chip { white-space: nowrap; }
.chip.long { white-space: normal; overflow-wrap: anywhere; }
/* A word joiner: in Chinese and Japanese a line may end anywhere else. */
mark .chip::before { content: "\\2060" / ""; }
${hues}`;
