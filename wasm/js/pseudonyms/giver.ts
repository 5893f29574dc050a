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
  /** What was given for this value or word of the kind, in whatever case. */
  namesFor(kind: string, value: string): string[];
  meaningOf(name: string): { readonly value: string | null; readonly isExact: boolean } | undefined;
  add(claim: Given): void;
}

/** Words of a session that no new pseudonym may have. */
export class SessionWords {
  /** Of all texts, besides what stands for a value: a name among them would be taken for a pseudonym. */
  readonly texts: TakenWords;
  readonly values = new TakenWords();
  readonly pseudonyms = new TakenWords();

  constructor(values: Iterable<string>, pseudonyms: Iterable<string>, texts = new TakenWords()) {
    this.texts = texts;
    for (const value of values) this.values.add(value);
    for (const name of pseudonyms) this.pseudonyms.add(name);
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
      known: (kind, part) => knownName(table, kind, part),
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

/** Letters of an ending at most, and of what it stands behind at least, as for names that are forms of a name. */
const mostEnding = 3;
const leastStem = 4;

/** What was given for a part, or for it without an ending, with that. */
function knownName(table: NameTable, kind: NameKind, part: string): string | undefined {
  for (let ending = 0; ending <= mostEnding; ++ending) {
    const cut = part.length - ending;
    const letters = part.slice(cut);
    if (ending > 0 && (cut < leastStem || !/^[\p{L}\p{M}]*$/u.test(letters))) return undefined;
    const name = table
      .namesFor(kind, part.slice(0, cut))
      .find((each) => table.meaningOf(each)?.value !== null);
    if (name !== undefined) return name + letters;
  }
  return undefined;
}
