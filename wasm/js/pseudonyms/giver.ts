// SPDX-License-Identifier: Apache-2.0

import { invent } from "./invent.js";
import type { Invention, NameKind, Surroundings } from "./invent.js";
import { TakenWords } from "./taken_words.js";

/** A pseudonym that was given, with its value and the value's label. */
export interface Given extends Invention {
  readonly label: string;
  readonly value: string;
}

/** What a session knows of its pseudonyms. */
export interface NameTable {
  /** The value's own pseudonym. */
  find(label: string, value: string): string | undefined;
  /** What was given for another value of the kind that differs in case or has no ending, with the ending. */
  known(label: string, value: string): string | undefined;
  meaningOf(name: string): { readonly value: string | null; readonly isExact: boolean } | undefined;
  add(claim: Given): void;
}

/** Words of a session that no new pseudonym may have. */
export class SessionWords {
  /** Of all texts, besides what stands for a value: a name among them would be taken for a pseudonym. */
  readonly texts: TakenWords;
  readonly values = new TakenWords();
  readonly pseudonyms = new TakenWords();

  constructor(texts = new TakenWords()) {
    this.texts = texts;
  }
}

/** At least 16 bytes for a part of a value, the same for the same one where there is a key. */
export type Seeds = (kind: NameKind, part: string) => Uint8Array;

/** Gives pseudonyms for the values of one text. */
export class PseudonymGiver {
  /** What was given anew. */
  readonly added: Given[] = [];
  readonly #table: NameTable;
  readonly #words: SessionWords;
  readonly #surroundings: Surroundings;

  constructor(table: NameTable, words: SessionWords, random: Seeds) {
    this.#table = table;
    this.#words = words;
    this.#surroundings = {
      known: (kind, part) => table.known(kind, part),
      isFree: (name) => !words.texts.isNear(name) && !words.values.isNear(name),
      isNew: (name) => !words.pseudonyms.isNear(name),
      isWordOfOthers: (name) => words.texts.has(name) || words.values.has(name),
      mayStandFor: (pseudonym, value) => {
        const meaning = table.meaningOf(pseudonym);
        return meaning?.isExact !== true || meaning.value === value;
      },
      random,
    };
  }

  /** The value's pseudonym; undefined where there is none to be had. */
  give(kind: NameKind, label: string, value: string): string | undefined {
    const known = this.#table.find(label, value);
    if (known !== undefined) return known;
    const made = invent(kind, value, this.#surroundings);
    if (made === undefined) return undefined;
    const given = { label, value, pseudonym: made.pseudonym, words: made.words };
    this.#table.add(given);
    this.#words.pseudonyms.add(made.pseudonym);
    this.added.push(given);
    return made.pseudonym;
  }
}
