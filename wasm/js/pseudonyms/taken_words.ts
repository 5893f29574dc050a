// SPDX-License-Identifier: Apache-2.0

/** How many letters an ending has at most. */
const mostEnding = 3;

/** A character of a script that has no spaces between words. */
const isUnspaced = /[\p{sc=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u;

/**
 * Words that a pseudonym must not have: those of texts, of values, and of other pseudonyms.
 *
 *     words.add("Winters came")
 *     words.isNear("Winter")   // true: `unmask` would take "Winters" for "Winter" with an ending
 */
export class TakenWords {
  readonly #words = new Set<string>();
  /** They without an ending. */
  readonly #stems = new Set<string>();
  /** Texts that have words without spaces between them. */
  readonly #unspaced: string[] = [];

  add(text: string): void {
    for (const word of wordsOf(text)) {
      if (this.#words.has(word)) continue;
      this.#words.add(word);
      for (const stem of stemsOf(word)) this.#stems.add(stem);
    }
    if (isUnspaced.test(text)) this.#unspaced.push(text);
  }

  /** Whether one of a name's words is here. */
  has(name: string): boolean {
    return wordsOf(name).some((word) => this.#words.has(word)) || this.#isIn(name);
  }

  /** Whether one of them is here, or differs from one that is in an ending. */
  isNear(name: string): boolean {
    const isNear = (word: string): boolean =>
      this.#words.has(word) ||
      this.#stems.has(word) ||
      stemsOf(word).some((stem) => this.#words.has(stem));
    return wordsOf(name).some(isNear) || this.#isIn(name);
  }

  #isIn(name: string): boolean {
    return isUnspaced.test(name) && this.#unspaced.some((text) => text.includes(name));
  }
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function stemsOf(word: string): string[] {
  return Array.from({ length: mostEnding }, (_, at) => word.slice(0, -at - 1)).filter(
    ({ length }) => length > 1,
  );
}
