// SPDX-License-Identifier: Apache-2.0

import type { PlaceholderFinder } from "./find_placeholders.js";

/**
 * Puts values back into a text that comes in parts.
 *
 * Invariant: what it has given, put together, is what `restore` makes of the whole text, however that is cut.
 * It holds back no more than the longest placeholder, and a unit on either side that says whether a word
 * begins or ends there.
 *
 *     const parts = new UnmaskedParts(finder);
 *     parts.add("Dear [PE") + parts.add("R_1].") + parts.end()   // "Dear Emma."
 */
export class UnmaskedParts {
  readonly #finder: PlaceholderFinder;
  /** What is not given yet, with the character before it. */
  #held = "";
  /** How much of `#held` has been given: 0 at the beginning of the text, then that character's units. */
  #given = 0;

  constructor(finder: PlaceholderFinder) {
    this.#finder = finder;
  }

  add(text: string): string {
    this.#held += text;
    return this.#give(this.#held.length - this.#finder.longest - 1);
  }

  end(): string {
    return this.#give(this.#held.length);
  }

  /** Gives what matches that begin before `limit` leave of it and make of it. */
  #give(limit: number): string {
    if (limit <= this.#given) return "";
    let out = "";
    let at = this.#given;
    for (const match of this.#finder.scan(this.#held, this.#given)) {
      if (match.start >= limit) break;
      out += this.#held.slice(at, match.start);
      out += match.value ?? this.#held.slice(match.start, match.end);
      at = match.end;
    }
    // Half of a character may end the text, but no part of it.
    const isEnd = limit === this.#held.length;
    const cut = !isEnd && isHigh(this.#held.charCodeAt(limit - 1)) ? limit - 1 : limit;
    if (at < cut) {
      out += this.#held.slice(at, cut);
      at = cut;
    }
    this.#given = Math.min(at, isLow(this.#held.charCodeAt(at - 1)) ? 2 : 1);
    this.#held = this.#held.slice(at - this.#given);
    return out;
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
