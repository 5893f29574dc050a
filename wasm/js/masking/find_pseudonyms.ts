// SPDX-License-Identifier: Apache-2.0

import type { Found, PlaceholderFinder } from "./find_placeholders.js";
import { mostEnding } from "./pseudonym_table.js";
import type { Meaning, PseudonymTable } from "./pseudonym_table.js";
import { isJoined, isUnspaced } from "./words.js";

/**
 * Pseudonyms in a text and words of them, as whole words: as they were given, in capitals, and with an ending of up to
 * three small letters. The longest that begins at a place counts.
 *
 *     "Klara Winter"  WINTER  Klaras  Ms Winter
 */
export function pseudonymFinder(table: PseudonymTable): PlaceholderFinder {
  return {
    get longest() {
      // And a character of two units, which says whether a word goes on.
      return table.longest === 0 ? 0 : table.longest + mostEnding + 2;
    },
    *scan(text, from = 0) {
      const end = table.longest === 0 ? from : text.length;
      for (let at = from; at < end; ++at) {
        const found = nameAt(table, text, at);
        if (found === undefined) continue;
        yield found;
        at = found.end - 1;
      }
    },
  };
}

function nameAt(table: PseudonymTable, text: string, start: number): Found | undefined {
  const lengths = table.lengthsAt(text.charAt(start));
  if (lengths.length === 0 || isJoined(text, start)) return undefined;
  for (const length of lengths) {
    const name = text.slice(start, start + length);
    const meaning = table.meaningOf(name);
    const found = meaning && withEnding(meaning, text, start, start + name.length);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withEnding(
  { value, isExact }: Meaning,
  text: string,
  start: number,
  end: number,
): Found | undefined {
  if (!isJoined(text, end)) return { start, end, value: value ?? undefined, isExact };
  if (isUnspaced.test(text.slice(start, end))) return undefined;
  const ending = /^\p{Ll}{1,3}/u.exec(text.slice(end, end + mostEnding))?.[0] ?? "";
  const after = end + ending.length;
  if (ending === "" || isJoined(text, after)) return undefined;
  return { start, end: after, value: value === null ? undefined : value + ending, isExact: false };
}
