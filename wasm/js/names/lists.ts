// SPDX-License-Identifier: Apache-2.0

import { stemsOf } from "./endings.js";
import { everydayWords, surnamesAmongThem } from "./everyday_words.js";
import { otherFields, personFields } from "./fields.js";
import { capitalNames, givenNames } from "./given_names.js";
import { addressed, closings, greetings, pronouns } from "./phrases.js";
import { roles } from "./roles.js";
import { titles } from "./titles.js";
import { plainLower, wordsOf } from "./words.js";
import type { Word } from "./words.js";

/**
 * What is known of words, in all languages at once: a text's language is not known, and may change within it.
 *
 *     lists.isGivenName(word("Annas"))   // true
 *     lists.isEveryday(word("and"))      // true
 */
export class NameLists {
  readonly #names = setOf(givenNames);
  readonly #capitalNames = setOf(capitalNames);
  readonly #everyday = setOf(everydayWords);
  readonly #surnames = setOf(surnamesAmongThem);
  readonly #never: ReadonlySet<string>;

  constructor() {
    const phrases = [
      ...personFields,
      ...otherFields,
      ...addressed,
      ...greetings,
      ...closings,
      ...pronouns,
      ...roles,
      ...titles,
    ];
    const words = phrases.flatMap((phrase) => plainLower(phrase).split(/[^\p{L}\p{M}]+/u));
    this.#never = new Set(words.filter((word) => !namesToo.has(word)));
  }

  /** Whether a word is nobody's name in any case: of a greeting, of a form's field, a title. */
  isNever({ lower }: Word): boolean {
    return this.#never.has(lower);
  }

  /** Whether a word is an everyday one of a language. With a capital, `May` may be a name. */
  isEveryday({ lower, isCapital }: Word): boolean {
    if (this.#never.has(lower)) return true;
    return this.#everyday.has(lower) && !(isCapital && this.#surnames.has(lower));
  }

  /** Whether a word may be a name of its own where something says so: with a capital an everyday one, too. */
  mayBeCalled(word: Word): boolean {
    return word.isCapital ? !this.isNever(word) : !this.isEveryday(word);
  }

  /** Whether a text is an everyday word. */
  isEverydayText(text: string): boolean {
    return wordsOf(text).some((word) => this.isEveryday(word));
  }

  /** Whether a word may stand in a name: it has a capital, where its script has, and is not everyday. */
  mayBeInName(word: Word): boolean {
    return (word.isCapital || !word.isCased) && !this.isEveryday(word);
  }

  /** Whether a word is a given name as the list has it. */
  isListed(word: Word): boolean {
    const { lower, isCapital } = word;
    if (this.isEveryday(word)) return false;
    return this.#names.has(lower) || (isCapital && this.#capitalNames.has(lower));
  }

  /** Whether a word is a given name, with a capital also one with an ending. */
  isGivenName(word: Word): boolean {
    if (isNumeral.test(word.text)) return false;
    if (this.isListed(word)) return true;
    if (!word.isCapital || this.isEveryday(word)) return false;
    return stemsOf(word.lower).some(
      (stem) => this.#names.has(stem) || (stem.length > 3 && this.#capitalNames.has(stem)),
    );
  }
}

/** Words of phrases that are names in another language: "Anne" is mother in Turkish, "Tim" is team in Indonesian. */
const namesToo = new Set(
  `best love care dana dag bb om man head max prima mas bang roman anne veli nana phil allen tim cara ella mari amie fia
  ben ron kin umur`.split(/\s+/),
);

/** `XVI`: endings make names of some. */
const isNumeral = /^[IVX]{2,}$/;

/** In the form that `Word.lower` has. */
function setOf(words: string): ReadonlySet<string> {
  return new Set(plainLower(words).trim().split(/\s+/));
}
