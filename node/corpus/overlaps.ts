// SPDX-License-Identifier: Apache-2.0
//
// Entities that overlap: tags cannot say them, so they are refused, or the first of them is taken.

import type { Span } from "../formats/record.js";
import type { PlacedSpan } from "./annotated_text.js";
import { corpusError, shown } from "./source.js";

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

function sorted<T extends Span>(spans: readonly T[]): T[] {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
}

function described({ start, end, label }: Span, text: string): string {
  return `${label} ${start} to ${end} (${shown(text.slice(start, end))})`;
}
