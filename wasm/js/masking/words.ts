// SPDX-License-Identifier: Apache-2.0

/** Where words begin and end, in scripts that put spaces between them and in those that do not. */

// By script extensions: `ー` and half-width voice marks are of no script.
const unspaced =
  "\\p{sc=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Hangul}";
/** In characters: what is longer has several, since an expression keeps all that it may go back to. */
const longestToken = 1000;
/** Whether there is a character of such a script. */
export const isUnspaced = new RegExp(`[${unspaced}]`, "u");
const token = new RegExp(
  `[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}]){1,${longestToken}}|\\S`,
  "gu",
);

export interface Token {
  readonly token: string;
  readonly start: number;
}

/** Words; of unspaced scripts, and of what is no word, single characters. Without white space. */
export function* tokensOf(text: string): Generator<Token> {
  for (const match of text.matchAll(token)) yield { token: match[0], start: match.index };
}

/** The first token. */
export function tokenAt(text: string): string {
  return text.match(token)?.[0] ?? "";
}

/** Whether a range is whole words: in unspaced scripts any is. */
export function isWhole(text: string, start: number, end: number): boolean {
  return !isJoined(text, start) && !isJoined(text, end);
}

/** Whether a word goes on over this place. */
export function isJoined(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 32);
  if (!isWordPart.test(before) || !isWordPart.test(after)) return false;
  if (/\p{M}/u.test(after)) return true;
  return !isUnspaced.test(before) && !isUnspaced.test(after);
}

const isWordPart = /^[\p{L}\p{M}\p{N}]/u;

/** The code point that ends at a place. */
export function characterBefore(text: string, at: number): string {
  return text.slice(at - (isInCharacter(text, at - 1) ? 2 : 1), at);
}

/** Whether a place parts the two units of a character. */
export function isInCharacter(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
