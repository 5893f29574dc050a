// SPDX-License-Identifier: Apache-2.0
//
// One page that needs nothing else: the texts with their entities in the widget's colours, light and dark.
// All of a text is there, character for character, but what HTML has no way to say: NUL.

import { commonStyles, escaped, markOf } from "./html_parts.js";
import { markedText } from "./marked_text.js";
import { isFailed, nameOf, spansOf } from "./record.js";
import type { Outcome, Span, Tagged, Writer } from "./record.js";

export function htmlWriter(): Writer {
  return { head, write: (outcome) => `${articleOf(outcome)}\n`, tail: "</main>\n</html>\n" };
}

function articleOf(outcome: Outcome): string {
  const body = isFailed(outcome)
    ? `<p class="error">${escaped(outcome.record.error.message)}</p>`
    : `<p class="text" dir="auto">${textOf(outcome)}</p>`;
  return `<article><h2 dir="auto">${escaped(nameOf(outcome.record))}</h2>${body}</article>`;
}

function textOf(tagged: Tagged): string {
  const mark = (words: string, { label }: Span): string => markOf(words, label);
  return markedText(tagged.record.text, spansOf(tagged), mark, escaped);
}

const head = `<!doctype html>
<html lang="und">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Entities</title>
<style>
${commonStyles}main { max-width: 50rem; margin: 0 auto; padding: 1rem; line-height: 2; }
article { border-top: 1px solid light-dark(#d1d5db, #4b5563); }
h2 { margin: 0; font-size: 0.8rem; font-weight: 400; color: light-dark(#4b5563, #9ca3af); }
article p { margin: 0 0 0.5rem; }
.error { color: light-dark(#b91c1c, #fca5a5); }
</style>
<main>
<h1>Entities</h1>
`;
