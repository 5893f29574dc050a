// SPDX-License-Identifier: Apache-2.0

/** Without marks: `é` is `e`, `ł` is `l`. Letters of other scripts than Latin stay. `lower` is in small letters. */
export function withoutMarks(lower: string): string {
  if (isAscii.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/(?<=[a-z]\p{M}*)\p{M}/gu, "")
    .normalize("NFC")
    .replace(/[łøđıßæœ]/gu, (letter) => plain[letter] ?? letter);
}

/**
 * How an address may write a word: `müller` is `muller` and `mueller`.
 */
export function plainForms(lower: string): string[] {
  if (isAscii.test(lower)) return [lower];
  const spelled = lower.replace(/[äöüøå]/gu, (letter) => spelledOut[letter] ?? letter);
  return [...new Set([withoutMarks(lower), withoutMarks(spelled)])];
}

const isAscii = /^[\0-\x7f]*$/;

const plain: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

const spelledOut: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ø: "oe",
  å: "aa",
};
