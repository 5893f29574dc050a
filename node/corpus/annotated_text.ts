// SPDX-License-Identifier: Apache-2.0
//
// What one file says of one sentence or text, whatever its form: words with tags, a text with spans, or both.
// Output of `tag` may have neither words nor text, as those are in its input.

import type { Span } from "../formats/record.js";
import type { ScoredSpan } from "./corpus.js";
import { corpusError, shown } from "./source.js";

/** A span, and the line that it is from. */
export interface PlacedSpan extends ScoredSpan {
  readonly place: string;
}

export interface AnnotatedText {
  /** `test.jsonl:7`, of its first line. */
  readonly place: string;
  /** Its own id, as JSON; of brat the name of its file. */
  readonly id?: string | undefined;
  readonly text?: string | undefined;
  readonly words?: readonly string[] | undefined;
  /** One for each word. */
  readonly tags?: readonly string[] | undefined;
  /** One for each word: how sure the model was of its tag. */
  readonly scores?: readonly number[] | undefined;
  /** Of columns with both: one for each word. */
  readonly predicted?: readonly string[] | undefined;
  /** UTF-16 units of the text, or of the words with one space between. */
  readonly spans?: readonly PlacedSpan[] | undefined;
  readonly language?: string | undefined;
  /** Of columns: the place of each word. */
  readonly wordPlaces?: readonly string[] | undefined;
}

/** Throws a TextFormatError where there is not one tag for each word. */
export function checkLengths(
  { words = [], tags = [] }: AnnotatedText,
  place: string,
  name: string,
): void {
  if (words.length === tags.length) return;
  throw corpusError(place, `${words.length} ${name}, as there are tokens`, String(tags.length));
}

/** The spans in the order of the text. Throws a TextFormatError for those that overlap. */
export function inOrder<T extends PlacedSpan>(spans: readonly T[], text: string): T[] {
  const ordered = sorted(spans);
  for (const [at, span] of ordered.entries()) {
    const last = ordered[at - 1];
    if (last === undefined || last.end <= span.start) continue;
    throw corpusError(
      span.place,
      `entities that do not overlap (the report nervaluate alone takes those)`,
      `${described(last, text)} and ${described(span, text)}`,
    );
  }
  return ordered;
}

/** Of spans that overlap the first one, and the longest of those that begin together. */
export function withoutOverlaps<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  for (const span of sorted(spans)) if ((kept.at(-1)?.end ?? 0) <= span.start) kept.push(span);
  return kept;
}

/** Of spans that begin together the longest: a piece that is one space has the place of the next character. */
export function longest<T extends Span>(spans: readonly T[]): T[] {
  const ordered = sorted(spans);
  return ordered.filter(({ start }, at) => at === 0 || ordered[at - 1]?.start !== start);
}

function sorted<T extends Span>(spans: readonly T[]): T[] {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
}

function described({ start, end, label }: Span, text: string): string {
  return `${label} ${start} to ${end} (${shown(text.slice(start, end))})`;
}
