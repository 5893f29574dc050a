// SPDX-License-Identifier: Apache-2.0

/**
 * The checks that account, card and identity numbers share. Numbers come as ASCII digits.
 *
 *     luhn("4111111111111111")              // true
 *     weighted("123", [3, 2, 1])            // 3·1 + 2·2 + 1·3 = 10
 */

/** The sum of the first digits, each times its weight. */
export function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; ++i) sum += (digits.charCodeAt(i) - 48) * (weights[i] ?? 0);
  return sum;
}

/** ISO/IEC 7812-1, annex B. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; ++i) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The remainder of a decimal number of any length. */
export function remainder(digits: string, modulus: number): number {
  let rest = 0;
  for (let i = 0; i < digits.length; ++i) {
    rest = (rest * 10 + digits.charCodeAt(i) - 48) % modulus;
  }
  return rest;
}

/** ISO/IEC 7064, MOD 97-10, of letters and digits, each letter as two digits: `A` is 10. */
export function mod97(value: string): number {
  let rest = 0;
  for (let i = 0; i < value.length; ++i) {
    const unit = value.charCodeAt(i);
    rest = unit > 57 ? (rest * 100 + unit - 55) % 97 : (rest * 10 + unit - 48) % 97;
  }
  return rest;
}

/** ISO/IEC 7064, MOD 11,10: the last digit is the check. */
export function mod11and10(digits: string): boolean {
  let product = 10;
  for (let i = 0; i < digits.length - 1; ++i) {
    const sum = (product + digits.charCodeAt(i) - 48) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + digits.charCodeAt(digits.length - 1) - 48) % 10 === 1;
}

/** Verhoeff's check over the dihedral group D5 (J. Verhoeff, Error Detecting Decimal Codes, 1969). */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; ++i) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    for (let turn = i % 8; turn > 0; --turn) digit = "1576283094".charCodeAt(digit) - 48;
    check = product(check, digit);
  }
  return check === 0;
}

/** The product of two elements of D5: 0 to 4 are rotations, 5 to 9 reflections. */
function product(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b - 5) % 5) + 5;
  return b < 5 ? ((a - b) % 5) + 5 : (a - b + 5) % 5;
}

/** The check digit that makes a weighted sum a multiple of 10. */
export function tens(sum: number): number {
  return (10 - (sum % 10)) % 10;
}
