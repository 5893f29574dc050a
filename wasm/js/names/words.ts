// SPDX-License-Identifier: Apache-2.0

/** A word of a text: letters with their marks, hyphens and apostrophes inside. Offsets are UTF-16 units. */
export interface Word {
  readonly text: string;
  /** In small letters, NFC: what lists are asked for. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Whether it begins with a capital. */
  readonly isCapital: boolean;
  /** Whether its script has capitals. */
  readonly isCased: boolean;
}

// Scripts without spaces between words, and Korean, whose endings stand directly behind: `请联系Anna吧`, `Anna가`.
const unspaced = [
  "\\p{sc=Han}\\p{scx=Hiragana}\\p{scx=Katakana}",
  "\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}",
  "\\p{sc=Hangul}",
];
const letters = [
  `(?:(?![${unspaced.join("")}])[\\p{L}\\p{M}])+`,
  ...unspaced.map((scripts) => `[${scripts}](?:[${scripts}]|\\p{M})*`),
];
const word = new RegExp(letters.map((run) => `${run}(?:['’‑-]${run})*`).join("|"), "gu");

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(word), ({ 0: found, index }) => wordAt(found, index));
}

function wordAt(text: string, start: number): Word {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  const small = first.toLowerCase();
  const isCapital = small !== first;
  return {
    text,
    lower: plainLower(text),
    start,
    end: start + text.length,
    isCapital,
    isCased: isCapital || small !== first.toUpperCase(),
  };
}

const isAscii = /^[\0-\x7f]*$/;

/** In small letters, NFC, with the Turkish `İ` as `i`. */
export function plainLower(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii.test(lower)) return lower;
  return lower.replace(/i\u0307/g, "i").normalize("NFC");
}
