// SPDX-License-Identifier: Apache-2.0

import { asciiDigits, joins, nextDigit, unitAt } from "./characters.js";
import { luhn } from "./check_digits.js";
import { isInContext, textBefore, anyOf, wordList } from "./context.js";
import { digitGroups } from "./digit_groups.js";
import type { DigitGroup } from "./digit_groups.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/** How cards are printed, as the lengths of the groups. One group stands for any length without spaces. */
const layouts = [
  "4-4-4-4",
  "4-6-5",
  "4-6-4",
  "4-4-4-4-3",
  "4-4-4-3",
  "4-4-4-1",
  "4-4-4-2",
  "5-5-5",
];

/**
 * The networks by the first digits and the lengths of their numbers (ISO/IEC 7812; the ranges that the networks
 * publish). `often` are lengths that need no word nearby; the others are those of article numbers, too.
 */
const networks: readonly { first: RegExp; often: readonly number[]; seldom?: readonly number[] }[] =
  [
    { first: /^4/, often: [16], seldom: [13, 19] }, // Visa
    { first: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, often: [16] }, // Mastercard
    { first: /^3[47]/, often: [15] }, // American Express
    { first: /^(?:30[0-5]|3095|36|3[89])/, often: [14], seldom: [16, 19] }, // Diners Club
    { first: /^(?:6011|64[4-9]|65)/, often: [16], seldom: [19] }, // Discover
    { first: /^35(?:2[89]|[3-8])/, often: [16], seldom: [19] }, // JCB
    { first: /^(?:62|81)/, often: [16], seldom: [17, 18, 19] }, // UnionPay
    { first: /^(?:50|5[6-8]|6)/, often: [16], seldom: [12, 13, 14, 15, 17, 18, 19] }, // Maestro, RuPay, Elo
    { first: /^220[0-4]/, often: [16], seldom: [17, 18, 19] }, // Mir
    { first: /^(?:9792|82|508)/, often: [16] }, // Troy, RuPay
  ];

const words = anyOf(
  wordList(`
  card, visa, master, amex, american express, maestro, diners, discover, jcb, unionpay, girocard, kredit,
  credit, karte, karta, kart, kort, kaart, carte, tarjeta, cartão, cartao, carta, kártya, kartu, карт,
  kartă, cardul, 卡, カード, 카드, บัตร, कार्ड, কার্ড
`),
);

/** Numbers of payment cards: a network's first digits and lengths, and Luhn's check. */
export function cardRecognizer(): Recognizer {
  const name = "card";
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      const { length } = text;
      for (let i = nextDigit(text, 0); i < length;) {
        const groups = digitGroups(text, i);
        const end = groups.at(-1)?.end ?? i + 1;
        if (end - i >= 12) findIn(text, groups, name, found);
        i = nextDigit(text, end);
      }
      return found;
    },
  };
}

function findIn(text: string, groups: DigitGroup[], source: string, found: SourcedEntity[]): void {
  for (let first = 0; first < groups.length;) {
    const count = cardAt(text, groups, first);
    const range = [groups[first]?.start ?? 0, groups[first + count - 1]?.end ?? 0] as const;
    if (count > 0) {
      found.push(recordOf(text, range, { label: "CARD", score: scores.checked, source }));
    }
    first += Math.max(count, 1);
  }
}

/** How many groups from `first` are a card's number; 0 for none. */
function cardAt(text: string, groups: DigitGroup[], first: number): number {
  const start = groups[first]?.start ?? 0;
  if (joins(unitAt(text, start - 1)) || /[.,]/.test(text.charAt(start - 1))) return 0;
  if (isCard(text, groups, first, 1)) return 1;
  let layout = "";
  for (let count = 1; count <= 5 && first + count <= groups.length; ++count) {
    const group = groups[first + count - 1] as DigitGroup;
    layout += `${count > 1 ? "-" : ""}${group.end - group.start}`;
    const separators = groups.slice(first, first + count - 1).map(({ separator }) => separator);
    if (new Set(separators).size > 1) return 0;
    if (layouts.includes(layout) && isCard(text, groups, first, count)) return count;
  }
  return 0;
}

function isCard(text: string, groups: DigitGroup[], first: number, count: number): boolean {
  const start = groups[first]?.start ?? 0;
  const end = groups[first + count - 1]?.end ?? 0;
  if (end - start < 12 || end - start > 23 || joins(unitAt(text, end))) return false;
  const digits = asciiDigits(text.slice(start, end));
  const length = digits.length;
  const isOf = (form: "often" | "seldom") =>
    networks.some(
      ({ first: prefix, [form]: some }) => some?.includes(length) && prefix.test(digits),
    );
  const isOften = isOf("often");
  if ((!isOften && !isOf("seldom")) || !luhn(digits)) return false;
  if (accounts.test(textBefore(text, start))) return false;
  return (isOften && !isOneDigit(digits)) || isInContext(text, start, end, words);
}

/** The beginning of an IBAN, whose groups of four may look like a card's. */
const accounts = /(?<![A-Z])[A-Z]{2}\d\d(?:[ -]?[A-Z\d]{4})*[ -]?$/i;

/** `6666 6666 6666 6666` holds by Luhn's check and is nobody's. */
function isOneDigit(digits: string): boolean {
  return /^(\d)\1*$/.test(digits);
}
