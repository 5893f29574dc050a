// SPDX-License-Identifier: Apache-2.0

import type { SourcedEntity } from "../recognizers/types.js";
import { placeholdersIn, possibleKeys } from "./find_placeholders.js";
import type { PlaceholderFinder } from "./find_placeholders.js";
import { gapsOf } from "./ranges.js";
import type { Range } from "./ranges.js";
import { sources } from "./resolve_spans.js";
import type { PlaceholderTable } from "./table.js";

/**
 * What a text has of its own that `unmask` would take for a placeholder: `per_1` once there is a `[PER_1]`.
 * It is masked like a value, so that it comes back as it was. Where there is none yet it is reserved, so that
 * none is given. Both are looked for in what lies between what is masked, as in the masked text.
 */

/** The label of their placeholders. */
export const lookalikeLabel = "TEXT";

export function isLookalike({ source }: SourcedEntity): boolean {
  return source === sources.placeholder;
}

export function lookalikesIn(
  text: string,
  taken: readonly Range[],
  finder: PlaceholderFinder,
): SourcedEntity[] {
  const out: SourcedEntity[] = [];
  for (;;) {
    const more = gapsOf(text, [...taken, ...out]).flatMap((gap) => {
      const found = placeholdersIn(text.slice(gap.start, gap.end), finder);
      return found.map(({ start, end }) => asEntity(text, start + gap.start, end + gap.start));
    });
    if (more.length === 0) return out;
    for (const each of more) out.push(each);
  }
}

export function reserveLookalikes(
  text: string,
  taken: readonly Range[],
  table: PlaceholderTable,
): void {
  for (const { start, end } of gapsOf(text, taken)) {
    for (const key of possibleKeys(text.slice(start, end))) {
      if (table.valueOf(key) === undefined) table.reserve(key);
    }
  }
}

function asEntity(text: string, start: number, end: number): SourcedEntity {
  const word = text.slice(start, end);
  return { entity_group: lookalikeLabel, score: 1, word, start, end, source: sources.placeholder };
}
