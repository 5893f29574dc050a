// SPDX-License-Identifier: Apache-2.0

import { joins, unitAt } from "./characters.js";

/** Where a word stands in a text. */
export interface FoundWord {
  start: number;
  end: number;
}

/**
 * Words near a value that say what it is, found from the text's end.
 *
 * A word of letters begins where a word begins: "id" is not found in "paid". One of up to three letters ends
 * there, too, a longer one may have an ending ("telefonu", "Telefonnummer"). Words of scripts without spaces
 * are found anywhere. Case does not count.
 *
 *     lastOf([["tel", 1], ["order", 2]])("Order by tel: ") // { start: 9, end: 12, owner: 1 }
 */
export function lastOf<T>(words: readonly (readonly [string, T])[]) {
  const find = finderOf(words);
  return (text: string): (FoundWord & { owner: T }) | undefined => {
    let last: (FoundWord & { owner: T }) | undefined;
    find(text, ({ start, end }, owner) => {
      last = { start, end, owner };
      return true;
    });
    return last;
  };
}

/** Words that stand between commas, over several lines. */
export function wordList(text: string): string[] {
  return text.split(",").map((word) => word.trim().replace(/\s+/g, " "));
}

/** Whether one of the words is in a text. */
export type WordTest = (text: string) => boolean;

export function anyOf(words: readonly string[]): WordTest {
  const find = lastOf(words.map((text) => [text, undefined] as const));
  return (text) => find(text) !== undefined;
}

/**
 * Finds whose words stand in a text.
 *
 *     ownersOf([["cpf", BR], ["dni", ES], ["dni", AR]])("DNI: ") // Set { ES, AR }
 */
export function ownersOf<T>(words: readonly (readonly [string, T])[]): (text: string) => Set<T> {
  const find = finderOf(words);
  return (text) => {
    const owners = new Set<T>();
    find(text, (_, owner) => {
      owners.add(owner);
      return false;
    });
    return owners;
  };
}

/** Goes through the words in a text from its end, until one is enough. */
function finderOf<T>(words: readonly (readonly [string, T])[]) {
  // By their first two units: there are hundreds of words, and a dozen may begin with one letter.
  const byStart = new Map<number, Word<T>[]>();
  for (const [text, owner] of words) {
    const word = wordOf(text, owner);
    const key = keyOf(word.text.charCodeAt(0), unitAt(word.text, 1));
    const others = byStart.get(key);
    if (others === undefined) byStart.set(key, [word]);
    else others.push(word);
  }
  // A sign alone, "*", stands behind the words that begin with it, and where none does.
  const none: readonly Word<T>[] = [];
  const singles = new Map<number, Word<T>[]>();
  for (const [key, list] of byStart) if (key % 0x10000 === 0) singles.set(key / 0x10000, list);
  return (text: string, isEnough: (found: FoundWord, owner: T) => boolean): void => {
    const lower = text.toLowerCase();
    let next = 0;
    let unit = unitAt(lower, lower.length - 1);
    for (let i = lower.length - 1; i >= 0; --i) {
      const before = unitAt(lower, i - 1);
      const isInside = joins(unit) && joins(before);
      if (unit !== 32 && !isInside) {
        for (const word of byStart.get(keyOf(unit, next)) ?? singles.get(unit) ?? none) {
          if (!isAt(lower, i, word)) continue;
          if (isEnough({ start: i, end: i + word.text.length }, word.owner)) return;
        }
      }
      next = unit;
      unit = before;
    }
  };
}

function keyOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

interface Word<T> {
  text: string;
  owner: T;
  /** Whether letters may stand behind it. */
  mayGoOn: boolean;
}

function wordOf<T>(word: string, owner: T): Word<T> {
  const text = word.toLowerCase();
  const isUnspaced = !joins(text.charCodeAt(0));
  const letters = word.replace(/[^\p{L}]/gu, "").length;
  return { text, owner, mayGoOn: isUnspaced || letters > 3 };
}

function isAt<T>(text: string, at: number, { text: word, mayGoOn }: Word<T>): boolean {
  return text.startsWith(word, at) && (mayGoOn || !joins(unitAt(text, at + word.length)));
}

/** How many units before and after a value are looked at. */
const reach = { before: 48, after: 24 };

export function textBefore(text: string, start: number, units: number = reach.before): string {
  return text.slice(Math.max(0, start - units), start);
}

export function textAfter(text: string, end: number): string {
  return text.slice(end, end + reach.after);
}

/** Whether one of the words stands before the value, or shortly after it. */
export function isInContext(text: string, start: number, end: number, words: WordTest): boolean {
  return words(textBefore(text, start)) || words(textAfter(text, end));
}
