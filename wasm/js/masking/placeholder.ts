// SPDX-License-Identifier: Apache-2.0

/**
 * A placeholder: what stands for a value in a masked text, a label and an id in square brackets.
 *
 *     placeholderOf("PER", "1")      // "[PER_1]"
 *     placeholderOf("PER", "1b")     // "[PER_1b]": the second form of the same name, "Merkel" after "Angela Merkel"
 *     placeKey("Person", "1")        // "per 1", as of "[PER_1]": how one is looked up, however it is written
 */

/** Names that language models give to a label in place of the one they were shown. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["person", "per"],
  ["pers", "per"],
  ["location", "loc"],
  ["place", "loc"],
  ["organization", "org"],
  ["organisation", "org"],
  ["company", "org"],
  ["mail", "email"],
  ["telephone", "phone"],
  ["tel", "phone"],
]);

/** How much of a label stands in a placeholder, in characters: no more is looked for in a text. */
const longestLabel = 40;

/** A label as it stands in a placeholder: letters with their marks and digits, parted by `_`. */
export function labelInPlaceholder(label: string): string {
  if (!/[\p{L}\p{N}]/u.test(label)) return "X";
  const name = label.replace(/[^\p{L}\p{M}\p{N}]+/gu, "_").replace(/^[_\p{M}]+/u, "");
  return Array.from(name).slice(0, longestLabel).join("").replace(/_$/u, "");
}

export function placeholderOf(label: string, id: string): string {
  return `[${labelInPlaceholder(label)}_${id}]`;
}

/** What all names of a label have in common: letters and digits. */
export function labelKey(label: string): string {
  const plain = fold(labelInPlaceholder(label)).replace(/[^\p{L}\p{N}]+/gu, "");
  return otherNames.get(plain) ?? (plain === "" ? "x" : plain);
}

/** What all ways to write a placeholder have in common. */
export function placeKey(label: string, id: string): string {
  return `${labelKey(label)} ${fold(id)}`;
}

/**
 * All names that a label may come back as, of letters with their marks, digits and `_`: as it was given, since
 * not all that folding changes is a difference in case, such as that of `İ` or `ｐ`, and folded.
 */
export function namesOf(label: string): string[] {
  const key = labelKey(label);
  const given = labelInPlaceholder(label);
  const others = [...otherNames].filter(([, of]) => of === key).map(([name]) => name);
  return [...new Set([key, given, labelInPlaceholder(fold(given)), ...others])];
}

/** `1`, `2`, … and of one name the first form without a letter, then `1b` to `1z`, `1ba`, … */
export function idOf(number: number, form: number): string {
  let letters = "";
  for (let rest = form; rest > 0; rest = Math.floor(rest / 26)) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
  }
  return `${number}${letters}`;
}

/** The number that an id begins with; undefined for one that was made with a key. */
export function numberOf(id: string): number | undefined {
  const digits = /^\d{1,9}(?=[a-z]*$)/.exec(id);
  return digits === null ? undefined : Number(digits[0]);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
