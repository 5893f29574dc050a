// SPDX-License-Identifier: Apache-2.0
//
// A text's units and their tags. A unit is a word of Unicode's or a punctuation mark, cut again where an entity
// begins or ends; white space is one only where an entity begins or ends with it. So two entities have the same
// units if and only if they have the same ends, and figures on entities do not depend on where words end.

import type { Span } from "../formats/record.js";
import { tokensOf } from "../formats/tokens.js";
import type { ScoredSpan, Unit } from "./corpus.js";

/** The units of a text with these entities, which may overlap. */
export function unitsOf(text: string, spans: readonly Span[]): Unit[] {
  const starts = new Set(spans.map(({ start }) => start));
  const ends = new Set(spans.map(({ end }) => end));
  const cuts = [...starts, ...ends].sort((a, b) => a - b);
  const pieces = cuts.map((start, at) => ({ start, end: cuts[at + 1] ?? start, label: "" }));
  return tokensOf(text, pieces)
    .filter(({ isSpace, start, end }) => !isSpace || starts.has(start) || ends.has(end))
    .map(({ start, end }) => ({ start, end }));
}

/** The units' tags in IOB2, of entities that do not overlap, in the order of the text. */
export function tagsOf(units: readonly Unit[], spans: readonly Span[]): string[] {
  return units.map((unit, at) => {
    const span = spanAt(unit, spans);
    if (span === undefined) return "O";
    const isFirst = at === 0 || spanAt(units[at - 1], spans) !== span;
    return `${isFirst ? "B" : "I"}-${span.label}`;
  });
}

/** The score of the entity that each unit is in. */
export function scoresOf(
  units: readonly Unit[],
  spans: readonly ScoredSpan[],
): (number | undefined)[] | undefined {
  if (spans.every(({ score }) => score === undefined)) return undefined;
  return units.map((unit) => spanAt(unit, spans)?.score);
}

/** By bisection: texts and their entities may be many. */
function spanAt<T extends Span>(unit: Unit | undefined, spans: readonly T[]): T | undefined {
  if (unit === undefined) return undefined;
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= unit.start) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found !== undefined && found.start <= unit.start ? found : undefined;
}

/** Where words stand in them with one space between. */
export function unitsOfWords(words: readonly string[]): Unit[] {
  let start = 0;
  return words.map((word) => {
    const unit = { start, end: start + word.length };
    start = unit.end + 1;
    return unit;
  });
}
