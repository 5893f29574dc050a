// SPDX-License-Identifier: Apache-2.0

import { stemsOf } from "./endings.js";
import type { NameLists } from "./lists.js";
import type { Span } from "./rule.js";
import type { MentionFinder } from "./types.js";
import { wordsOf } from "./words.js";

/** In UTF-16 units: shorter words are particles, initials, and words of the language. */
const leastLetters = 3;
/** Of a name that any ending may stand behind: `market` is none of `Mark`. */
const leastStem = 5;
const longestEnding = 3;

/**
 * Finds words of known names in another case or with an ending: `mertle` and `MERT` after `Mert Aydın`. Everyday words
 * in small letters are none, whoever has them as a name.
 */
export class NameMentions implements MentionFinder {
  readonly #lists: NameLists;
  readonly #names = new Set<string>();

  constructor(lists: NameLists) {
    this.#lists = lists;
  }

  add(name: string): void {
    for (const word of wordsOf(name)) {
      if (word.text.length >= leastLetters && this.#lists.mayBeCalled(word)) {
        this.#names.add(word.lower);
      }
    }
  }

  find(text: string): Span[] {
    if (this.#names.size === 0) return [];
    return wordsOf(text)
      .filter((word) => this.#isMention(word.lower) && this.#lists.mayBeCalled(word))
      .map(({ start, end }) => [start, end]);
  }

  #isMention(lower: string): boolean {
    const names = this.#names;
    if (names.has(lower)) return true;
    for (let length = 1; length <= longestEnding && lower.length - length >= leastStem; ++length) {
      if (names.has(lower.slice(0, -length))) return true;
    }
    return stemsOf(lower).some((stem) => names.has(stem));
  }
}
