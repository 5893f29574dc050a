// SPDX-License-Identifier: Apache-2.0

/**
 * Words near a value that say what it is.
 *
 * A word of letters begins where a word begins: "id" is not found in "paid". One of up to three letters ends
 * there, too, a longer one may have an ending ("telefonu", "Telefonnummer"). Words of scripts without spaces
 * are found anywhere. Case does not count.
 */
export function wordPattern(words: readonly string[]): RegExp {
  return new RegExp(wordSource(words), "iu");
}

export function wordSource(words: readonly string[]): string {
  return words.map(oneWord).join("|");
}

function oneWord(word: string): string {
  const source = word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ /g, "\\s");
  if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u.test(word)) return source;
  const isShort = word.replace(/[^\p{L}]/gu, "").length <= 3;
  return `(?<![\\p{L}\\p{M}])${source}${isShort ? "(?![\\p{L}\\p{M}])" : ""}`;
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
export function isInContext(text: string, start: number, end: number, words: RegExp): boolean {
  return words.test(textBefore(text, start)) || words.test(textAfter(text, end));
}
