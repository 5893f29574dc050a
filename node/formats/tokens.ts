// SPDX-License-Identifier: Apache-2.0
//
// Tokens of a text for forms that have one label a token. Words are those of Unicode (UAX #29), each
// punctuation mark is one, and an entity begins and ends where a token does, so that nothing of it is lost:
//
//     tokensOf("Paris-based", [{ start: 0, end: 5, label: "LOC" }])
//     // Paris (0 to 5, LOC, first), - (5 to 6), based (6 to 11)

import { wordSegments } from "../../wasm/js/client/word_segments.js";
import type { Span } from "./record.js";

export interface Token {
  readonly start: number;
  readonly end: number;
  /** The entity that it is of. */
  readonly span: Span | undefined;
  readonly isSpace: boolean;
}

/** What separates fields or lines in some program that reads them: Python's str.split() knows the most. */
const separators = "\\s\\u001c-\\u001f\\u0085";
const space = new RegExp(`^[${separators}]+$`, "u");
const parts = new RegExp(`[${separators}]+|[^${separators}]+`, "gu");
/** A run of them. */
export const spaces = new RegExp(`[${separators}]+`, "gu");

/**
 * All of a text, in order and without gaps; spaces are tokens, too. Of entities that overlap the first is
 * kept.
 */
export function tokensOf(text: string, spans: readonly Span[]): Token[] {
  const kept: Span[] = [];
  for (const span of spans) {
    if (span.end > span.start && span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  const tokens: Token[] = [];
  let next = 0;
  const add = (start: number, end: number): void => {
    const isSpace = space.test(text.slice(start, end));
    const span = kept[next];
    const isIn = span !== undefined && span.start <= start;
    tokens.push({ start, end, span: isIn ? span : undefined, isSpace });
    if (span !== undefined && span.end <= end) next++;
  };
  const cuts = kept.flatMap(({ start, end }) => [start, end]);
  let cut = 0;
  for (const { index, segment } of wordSegments(text)) {
    let start = index;
    for (const end of cutSegment(index, segment)) {
      while (cut < cuts.length && (cuts[cut] ?? 0) <= start) cut++;
      for (; cut < cuts.length && (cuts[cut] ?? 0) < end; cut++) {
        const at = cuts[cut] ?? 0;
        if (at > start) add(start, at);
        start = at;
      }
      add(start, end);
      start = end;
    }
  }
  return tokens;
}

/** Ends of a segment's parts: Unicode keeps some separators with other characters. */
function* cutSegment(index: number, segment: string): Generator<number> {
  let end = index;
  for (const [part] of segment.matchAll(parts)) {
    end += part.length;
    yield end;
  }
}

/** The words' labels in the scheme IOB2, `B-PER`, `I-PER`, `O`; spaces have none. */
export function iob2(tokens: readonly Token[]): string[] {
  let last: Span | undefined;
  return tokens
    .filter(({ isSpace }) => !isSpace)
    .map(({ span }) => {
      const tag = span === undefined ? "O" : `${span === last ? "I" : "B"}-${span.label}`;
      last = span;
      return tag;
    });
}
