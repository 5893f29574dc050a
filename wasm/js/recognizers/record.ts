// SPDX-License-Identifier: Apache-2.0

import type { SourcedEntity } from "./types.js";

/** The record of `text.slice(start, end)`. */
export function recordOf(
  text: string,
  [start, end]: readonly [number, number],
  what: { label: string; score: number; source: string },
): SourcedEntity {
  const { label, score, source } = what;
  return { entity_group: label, score, word: text.slice(start, end), start, end, source };
}

/** Records in order; of two that overlap the one that begins first, of two that begin together the longer. */
export function inOrder(found: SourcedEntity[]): SourcedEntity[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let before = 0;
  return found.filter(({ start, end }) => {
    if (start < before) return false;
    before = end;
    return true;
  });
}
