// SPDX-License-Identifier: Apache-2.0
//
// One page that needs nothing else: the texts with their entities in the widget's colours, light and dark.
// All of a text is there, character for character, but what HTML has no way to say: NUL.

import { hueOf, palette, typeOf } from "../../wasm/js/base/palette.js";
import type { Pair } from "../../wasm/js/base/palette.js";
import { isFailed, spansOf } from "./record.js";
import type { Outcome, Tagged, Writer } from "./record.js";

export function htmlWriter(): Writer {
  return { head, write: (outcome) => `${articleOf(outcome)}\n`, tail: "</main>\n</html>\n" };
}

function articleOf(outcome: Outcome): string {
  const body = isFailed(outcome)
    ? `<p class="error">${escape(outcome.record.error.message)}</p>`
    : `<p class="text" dir="auto">${textOf(outcome)}</p>`;
  return `<article><h2 dir="auto">${escape(nameOf(outcome.record.id))}</h2>${body}</article>`;
}

function nameOf(id: string): string {
  const value = JSON.parse(id) as unknown;
  return typeof value === "string" ? value : id;
}

/** Of entities that overlap the first is shown. */
function textOf(tagged: Tagged): string {
  const { text } = tagged.record;
  let out = "";
  let end = 0;
  for (const span of spansOf(tagged)) {
    if (span.start < end) continue;
    out += escape(text.slice(end, span.start));
    const type = typeOf(span.label);
    const chip = `<span class="chip hue${hueOf(type)}">${escape(span.label)}</span>`;
    const words = `<span>${escape(text.slice(span.start, span.end))}</span>`;
    out += `<mark class="hue${hueOf(type)}">${words}${chip}</mark>`;
    end = span.end;
  }
  return out + escape(text.slice(end));
}

/** As text and as an attribute's value. A parser makes a line feed of a carriage return that stands as such. */
function escape(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
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

const head = `<!doctype html>
<html lang="und">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Entities</title>
<style>
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 2; }
:root { background: light-dark(#ffffff, #111827); color: light-dark(#111827, #f3f4f6); }
main { max-width: 50rem; margin: 0 auto; padding: 1rem; }
article { border-top: 1px solid light-dark(#d1d5db, #4b5563); }
h2 { margin: 0; font-size: 0.8rem; font-weight: 400; color: light-dark(#4b5563, #9ca3af); }
p { margin: 0 0 0.5rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.error { color: light-dark(#b91c1c, #fca5a5); }
mark { padding: 0.125rem 0.25rem; border-radius: 0.25rem; box-decoration-break: clone; }
.chip { margin-inline-start: 0.35rem; padding: 0 0.25rem; border-radius: 0.25rem; }
.chip { font-size: 0.75rem; font-weight: 600; unicode-bidi: isolate; user-select: none; }
${hues}</style>
<main>
<h1>Entities</h1>
`;
