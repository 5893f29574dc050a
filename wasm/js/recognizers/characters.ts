// SPDX-License-Identifier: Apache-2.0

/**
 * The kinds of UTF-16 units that recognisers tell apart. Digits are those of the scripts of the model's
 * languages: ASCII, full width, Arabic, Devanagari, Bengali and Thai.
 *
 *     digitValue("７".charCodeAt(0)) // 7
 *     asciiDigits("০১৭")             // "017"
 */

/** The value of a digit, -1 for what is none. */
export function digitValue(unit: number): number {
  if (unit < 0x660) return unit >= 48 && unit <= 57 ? unit - 48 : -1;
  const zero = zeroOf(unit);
  return zero > 0 && unit - zero < 10 ? unit - zero : -1;
}

function zeroOf(unit: number): number {
  if (unit < 0x966) return unit >= 0x6f0 ? 0x6f0 : 0x660;
  if (unit < 0xe50) return unit >= 0x9e6 ? 0x9e6 : 0x966;
  if (unit < 0xff10) return 0xe50;
  return 0xff10;
}

export function isDigit(unit: number): boolean {
  return digitValue(unit) >= 0;
}

const anyDigit =
  /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g;

/**
 * Where the next digit is at or after `from`; the text's length where there is none. By a pattern, because V8
 * passes over text with one several times as fast as with a loop.
 */
export function nextDigit(text: string, from: number): number {
  anyDigit.lastIndex = from;
  return anyDigit.test(text) ? anyDigit.lastIndex - 1 : text.length;
}

/** The end of the digits that begin at `from`. */
export function digitsEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && isDigit(text.charCodeAt(i))) ++i;
  return i;
}

/** The digits of a text alone, as ASCII. */
export function asciiDigits(text: string): string {
  let digits = "";
  for (let i = 0; i < text.length; ++i) {
    const value = digitValue(text.charCodeAt(i));
    if (value >= 0) digits += String(value);
  }
  return digits;
}

export function isAsciiLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

export function isAsciiWord(unit: number): boolean {
  return isAsciiLetter(unit) || (unit >= 48 && unit <= 57);
}

/**
 * Whether a value may not touch this unit: letters and digits of scripts that put spaces between words.
 * Chinese, Japanese, Korean and Thai letters may stand directly beside a value.
 *
 *     joins("a".charCodeAt(0)) // true
 *     joins("号".charCodeAt(0)) // false
 */
export function joins(unit: number): boolean {
  if (unit < 128) return isAsciiWord(unit) || unit === 95;
  if (unit < 0xe00) return unit !== 0xd7 && unit !== 0xf7 && unit >= 0xc0 && !isIndicMark(unit);
  return unit >= 0x1e00 && unit < 0x2000;
}

/** The full stops of Hindi and Bengali. */
function isIndicMark(unit: number): boolean {
  return unit === 0x964 || unit === 0x965;
}

/** The unit before or at an index, 0 beyond the text: `joins(0)` is false. */
export function unitAt(text: string, index: number): number {
  return index >= 0 && index < text.length ? text.charCodeAt(index) : 0;
}

/** A space that may stand within a number: plain, no-break, thin, narrow no-break, figure. */
export function isSpace(unit: number): boolean {
  return unit === 32 || unit === 0xa0 || unit === 0x2009 || unit === 0x202f || unit === 0x2007;
}

/** A hyphen that may stand within a number: plain, hyphen, no-break, figure dash, en dash, full width. */
export function isHyphen(unit: number): boolean {
  return unit === 45 || (unit >= 0x2010 && unit <= 0x2013) || unit === 0xff0d;
}
