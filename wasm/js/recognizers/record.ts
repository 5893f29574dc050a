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
