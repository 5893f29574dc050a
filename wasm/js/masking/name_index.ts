// SPDX-License-Identifier: Apache-2.0

import { labelKey } from "./placeholder.js";
import { isSameName, mostEnding, leastStem, wordsOf } from "./same_name.js";

/** Whatever has a name. */
interface Named {
  readonly label: string;
  readonly value: string;
}

/**
 * Finds the names that another may be a form of, by `isSameName`, in a time that grows with how many share
 * its rarest word, not with how many there are: a table may have many thousand users, or Marias.
 */
export class NameIndex<T extends Named> {
  readonly #places = new Map<string, Set<T>>();

  add(name: T): void {
    for (const place of placesOf(name)) {
      const names = this.#places.get(place);
      if (names === undefined) this.#places.set(place, new Set([name]));
      else names.add(name);
    }
  }

  delete(name: T): void {
    for (const place of placesOf(name)) this.#places.get(place)?.delete(name);
  }

  /** Those with the same name, one after the other. */
  *find(label: string, value: string): Generator<T> {
    for (const names of this.#mayBe(label, value)) {
      for (const name of names) {
        const isOfKind = labelKey(name.label) === labelKey(label);
        if (isOfKind && isSameName(label, value, name.value)) yield name;
      }
    }
  }

  *#mayBe(label: string, value: string): Generator<Set<T>> {
    const kind = labelKey(label);
    const words = wordsOf(value);
    yield* this.#at([placeOfAll(kind, words)]);
    if (kind !== "per") return;
    if (words.length === 1) {
      for (const count of ["1", "many"]) yield* this.#related(kind, count, words[0] ?? "");
      return;
    }
    for (const word of words) yield* this.#related(kind, "1", word);
    const ofWords = words.map((word) => this.#related(kind, String(words.length), word));
    yield* ofWords.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a), ofWords[0] ?? []);
  }

  /** Names of so many words one of which is a word, or differs from it in an ending. */
  #related(kind: string, count: string, word: string): Set<T>[] {
    return this.#at([
      placeOf(kind, count, "word", word),
      placeOf(kind, count, "stem", word),
      ...stemsOf(word).map((stem) => placeOf(kind, count, "word", stem)),
    ]);
  }

  #at(places: readonly string[]): Set<T>[] {
    return places.flatMap((place) => this.#places.get(place) ?? []);
  }
}

function placesOf({ label, value }: Named): Set<string> {
  const kind = labelKey(label);
  const words = wordsOf(value);
  const places = new Set([placeOfAll(kind, words)]);
  if (kind !== "per") return places;
  for (const word of words) {
    for (const count of words.length === 1 ? ["1"] : ["many", String(words.length)]) {
      places.add(placeOf(kind, count, "word", word));
      for (const stem of stemsOf(word)) places.add(placeOf(kind, count, "stem", stem));
    }
  }
  return places;
}

function placeOfAll(kind: string, words: readonly string[]): string {
  return `${kind} all ${words.join(" ")}`;
}

function placeOf(kind: string, count: string, part: "word" | "stem", text: string): string {
  return `${kind} ${count} ${part} ${text}`;
}

/** What is left of a word without an ending. */
function stemsOf(word: string): string[] {
  return Array.from({ length: mostEnding }, (_, at) => word.slice(0, word.length - at - 1)).filter(
    (stem) => stem.length >= leastStem,
  );
}

function sizeOf(sets: readonly ReadonlySet<unknown>[]): number {
  return sets.reduce((sum, { size }) => sum + size, 0);
}
