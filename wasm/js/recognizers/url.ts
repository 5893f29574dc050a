// SPDX-License-Identifier: Apache-2.0

import { isAsciiLetter, isAsciiWord, joins, unitAt } from "./characters.js";
import { domainEnd } from "./email_domain.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/**
 * Addresses of the web and of services: anything with `://`, `www.…`, and a name with a path
 * (`example.org/people/anna`), which scores less. What ends a sentence, and a bracket that was opened
 * before the address, stay outside.
 */
export function urlRecognizer(): Recognizer {
  const name = "url";
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      let before = 0;
      for (const { index, 0: mark } of text.matchAll(/:\/\/|www\.|[a-z](?=\/)/gi)) {
        if (index < before) continue;
        const start = startOf(text, index, mark, before);
        if (start === undefined) continue;
        const end = trimmedEnd(text, start, addressEnd(text, index + mark.length));
        const score = mark.length === 1 ? scores.form : scores.checked;
        if (end <= index + mark.length) continue;
        found.push(recordOf(text, [start, end], { label: "URL", score, source: name }));
        before = end;
      }
      return found;
    },
  };
}

function startOf(text: string, index: number, mark: string, before: number): number | undefined {
  if (mark === "://") return schemeStart(text, index, before);
  if (mark.length === 1) return hostStart(text, index + 1, before);
  const isStart = !joins(unitAt(text, index - 1)) && isAsciiWord(unitAt(text, index + 4));
  return isStart ? index : undefined;
}

/** The longest scheme that is looked for: longer than any registered one in use. */
const longestScheme = 24;

function schemeStart(text: string, colon: number, before: number): number | undefined {
  const least = Math.max(before, colon - longestScheme);
  let start = colon;
  while (start > least && /[a-z\d+.-]/i.test(text.charAt(start - 1))) --start;
  while (start < colon && !isAsciiLetter(text.charCodeAt(start))) ++start;
  return colon - start >= 2 ? start : undefined;
}

/** Endings of names that people write without a scheme. */
const endings =
  /\.(?:com|org|net|edu|gov|info|biz|io|dev|app|me|co|eu|uk|us|ca|au|nz|ie|de|at|ch|fr|be|nl|lu|es|mx|ar|cl|it|pt|br|pl|cz|sk|hu|ro|bg|gr|dk|no|se|fi|ee|lv|lt|ru|ua|kz|tr|il|in|bd|id|th|cn|tw|hk|jp|kr|sg|za)$/i;

/** Where the name before a path begins: `example.org` of `see example.org/a`. */
function hostStart(text: string, slash: number, before: number): number | undefined {
  const least = Math.max(before, slash - 100);
  let start = slash;
  while (start > least && /[a-z\d.-]/i.test(text.charAt(start - 1))) --start;
  while (start < slash && !isAsciiWord(text.charCodeAt(start))) ++start;
  if (joins(unitAt(text, start - 1)) || /[@/\\]/.test(text.charAt(start - 1))) return undefined;
  if (!endings.test(text.slice(start, slash)) || !isAsciiWord(unitAt(text, slash + 1)))
    return undefined;
  return domainEnd(text, start) === slash ? start : undefined;
}

/** White space, brackets of markup and quotes, and the punctuation of East Asia end an address. */
const stops = /[\s<>"`{}|\\^\u3000-\u303f\uff01\uff08-\uff0c\uff1a\uff1b\uff1f«»“”„‘’]/;
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u;

/**
 * Letters of scripts without spaces go on with an address only where they begin a part of its path:
 * `…/wiki/東京`, and not `https://example.org/aを見る`.
 */
function addressEnd(text: string, from: number): number {
  let end = from;
  let isForeign = false;
  for (; end < text.length; ++end) {
    const letter = text.charAt(end);
    const unit = text.charCodeAt(end);
    if (unit <= 32 || (unit < 128 ? '<>"`{}|\\^'.includes(letter) : stops.test(letter))) break;
    if (unit < 128) isForeign = "/=_-".includes(letter);
    else if (!isForeign && unspaced.test(letter)) break;
  }
  return end;
}

const pairs: Record<string, string> = { ")": "(", "]": "[" };

/** Without what belongs to the sentence: `.`, `,`, `'`, and brackets that were not opened within. */
function trimmedEnd(text: string, start: number, stop: number): number {
  let end = stop;
  // Brackets are counted once: the counts go down as the end goes back.
  const counts: Record<string, number> = { "(": 0, ")": 0, "[": 0, "]": 0 };
  for (let i = start; i < stop; ++i) {
    const letter = text.charAt(i);
    if (letter in counts) counts[letter] = (counts[letter] ?? 0) + 1;
  }
  for (; end > start; --end) {
    const last = text.charAt(end - 1);
    const open = pairs[last];
    if (open !== undefined) {
      if ((counts[open] ?? 0) >= (counts[last] ?? 0)) break;
    } else if (!".,;:!?'*_…।".includes(last)) break;
    if (last in counts) counts[last] = (counts[last] ?? 0) - 1;
  }
  return end;
}
