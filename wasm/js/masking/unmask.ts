// SPDX-License-Identifier: Apache-2.0

import type { PlaceholderFinder } from "./find_placeholders.js";
import { keyedForm } from "./keyed.js";

/** A placeholder that was replaced by its value: where it stood, and where the value stands. */
export interface Restoration {
  /** The placeholder as it was written. */
  placeholder: string;
  /** What stands in its place. */
  value: string;
  /** How it was written in its document, where that is known. */
  written?: string | undefined;
  /** Where the placeholder stood, UTF-16 units, half-open. */
  masked_start: number;
  /** Where it ended. */
  masked_end: number;
  /** Where the value stands in the result. */
  start: number;
  /** Where it ends there. */
  end: number;
}

/** A text with its values back. */
export interface Unmasked {
  /** The text with its values. */
  text: string;
  /** What was put back, in order. */
  replacements: Restoration[];
  /** What has the form of a placeholder and is not in the table, or stands for several values there: it stays. */
  unknown: string[];
}

/** With a number, or an id that was made with a key. */
const placeholderForm = new RegExp(
  `\\[[\\p{L}\\p{M}\\p{N}_]{1,60}_(?:\\d{1,9}[a-z]{0,3}|${keyedForm})\\]`,
  "gu",
);

export function restore(text: string, finder: PlaceholderFinder): Unmasked {
  const replacements: Restoration[] = [];
  const unknown: { start: number; name: string }[] = [];
  const parts: string[] = [];
  let end = 0;
  let length = 0;
  for (const { start, end: after, value, written, isExact } of finder.scan(text)) {
    if (value === undefined) {
      const name = text.slice(start, after);
      if (isExact && /^\p{L}/u.test(name)) unknown.push({ start, name });
      continue;
    }
    parts.push(text.slice(end, start), value);
    length += start - end;
    const placeholder = text.slice(start, after);
    const restoration = {
      placeholder,
      value,
      masked_start: start,
      masked_end: after,
      start: length,
      end: length + value.length,
    };
    replacements.push(
      written === undefined ? restoration : Object.assign(restoration, { written }),
    );
    length += value.length;
    end = after;
  }
  parts.push(text.slice(end));
  const known = new Set(replacements.map(({ masked_start }) => masked_start));
  for (const { 0: name, index: start } of text.matchAll(placeholderForm)) {
    if (!known.has(start)) unknown.push({ start, name });
  }
  unknown.sort((a, b) => a.start - b.start);
  return { text: parts.join(""), replacements, unknown: unknown.map(({ name }) => name) };
}
