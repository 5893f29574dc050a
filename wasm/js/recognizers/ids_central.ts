// SPDX-License-Identifier: Apache-2.0
// Central Europe. Each rule names what it is taken from.

import { mod11and10, tens, weighted } from "./check_digits.js";
import { isShortDate } from "./dates.js";
import type { IdRule } from "./id_rule.js";

export const centralRules: readonly IdRule[] = [
  {
    // § 139b Abgabenordnung and the Bundeszentralamt's rules: MOD 11,10; of the first ten digits one stands twice or
    // three times, no other does.
    country: "DE",
    name: "IdNr",
    shapes: "11!|2 3 3 3!",
    form: (value) => {
      const counts = Array.from(
        "0123456789",
        (digit) => value.slice(0, 10).split(digit).length - 1,
      );
      const often = counts.filter((count) => count > 1);
      return value[0] !== "0" && often.length === 1 && (often[0] ?? 0) <= 3;
    },
    check: mod11and10,
    words: [
      "steuer-id",
      "steueridentifikation",
      "steuerliche",
      "idnr",
      "identifikationsnummer",
      "tin",
    ],
  },
  {
    // § 147 SGB VI, VKVV § 2: the letter is its place in two digits; sums of digits, modulus 10.
    country: "DE",
    name: "Versicherungsnummer",
    shapes: "8a3!|2 6 a 3!|2 6 a 2 1!|2 2 2 2 a 3!",
    form: (value) => {
      const day = Number(value.slice(2, 4));
      return isShortDate(`${String(day % 50 || 1).padStart(2, "0")}${value.slice(4, 8)}`, "dmy");
    },
    check: (value) => {
      const place = String(value.charCodeAt(8) - 64).padStart(2, "0");
      const digits = `${value.slice(0, 8)}${place}${value.slice(9, 11)}`;
      let sum = 0;
      for (const [i, factor] of [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].entries()) {
        const product = Number(digits[i]) * factor;
        sum += Math.floor(product / 10) + (product % 10);
      }
      return sum % 10 === Number(value[11]);
    },
    words: [
      "rentenversicherung",
      "sozialversicherung",
      "versicherungsnummer",
      "svnr",
      "sv-nummer",
      "rvnr",
    ],
  },
  {
    // Dachverband der Sozialversicherungsträger (AT): weights, modulus 11, check digit in the fourth place.
    country: "AT",
    name: "SVNR",
    shapes: "4 6!|10",
    form: (value) =>
      value[0] !== "0" && /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-5])/.test(value.slice(4)),
    check: (value) => weighted(value, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(value[3]),
    words: ["svnr", "sozialversicherung", "versicherungsnummer", "sv-nummer", "sv-nr", "sv nr"],
  },
  {
    // Zentrale Ausgleichsstelle (CH): GS1's check behind 756.
    country: "CH",
    name: "AHV",
    shapes: "3.4.4.2!|13!|3 4 4 2!",
    form: (value) => value.startsWith("756"),
    check: (value) =>
      tens(weighted(value, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3])) === Number(value[12]),
    words: ["ahv", "avs", "oasi", "sozialversicherung"],
  },
  {
    // Ustawa o ewidencji ludności (PL): month plus 80, 20, 40 or 60 by century.
    country: "PL",
    name: "PESEL",
    shapes: "11",
    form: (value) => {
      const month = String(Number(value.slice(2, 4)) % 20).padStart(2, "0");
      return isShortDate(`${value.slice(0, 2)}${month}${value.slice(4, 6)}`, "ymd");
    },
    check: (value) => tens(weighted(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3])) === Number(value[10]),
    words: ["pesel"],
  },
  {
    // Ustawa o zasadach ewidencji podatników (PL): modulus 11.
    country: "PL",
    name: "NIP",
    shapes: "3-3-2-2!|3-2-2-3!|10",
    check: (value) => weighted(value, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(value[9]),
    words: ["nip", "podatk"],
  },
  {
    // ICAO 9303's weights 7, 3, 1; the check is the first digit.
    country: "PL",
    name: "dowód osobisty",
    shapes: "aaa6|aaa 6",
    check: (value) => {
      const letters = [7, 3, 1].map((factor, i) => factor * (value.charCodeAt(i) - 55));
      const sum = letters.reduce((a, b) => a + b, weighted(value.slice(4), [7, 3, 1, 7, 3]));
      return sum % 10 === Number(value[3]);
    },
    words: ["dowód", "dowodu", "dowod", "osobist"],
  },
  {
    // 133/1985 Sb. (CZ) and 301/1995 Z. z. (SK): divisible by 11; women's months plus 50, later ones plus 20.
    country: "CZ",
    name: "rodné číslo",
    shapes: "6/4!|10",
    form: (value) => {
      const month = (Number(value.slice(2, 4)) % 50) % 20;
      const digits = `${value.slice(0, 2)}${String(month).padStart(2, "0")}${value.slice(4, 6)}`;
      return isShortDate(digits, "ymd");
    },
    check: (value) => {
      const rest = Number(value.slice(0, 9)) % 11;
      return (rest === 10 ? 0 : rest) === Number(value[9]);
    },
    words: ["rodné", "rodne", "r.č", "rč"],
  },
  {
    // 1996. évi XX. törvény (HU): weights 3 and 7, modulus 10.
    country: "HU",
    name: "TAJ",
    shapes: "3 3 3|3-3-3|9",
    check: (value) => weighted(value, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(value[8]),
    words: ["taj", "társadalombiztosítás"],
  },
  {
    // As above: places as weights, modulus 11.
    country: "HU",
    name: "adóazonosító jel",
    shapes: "10",
    form: (value) => value.startsWith("8"),
    check: (value) => weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(value[9]),
    words: ["adóazonosító", "adószám", "adóaz"],
  },
  {
    // As above: places as weights until 1996, the other way round since.
    country: "HU",
    name: "személyi azonosító",
    shapes: "1-6-4!|1 6 4",
    form: (value) => /^[1-8]/.test(value) && isShortDate(value.slice(1), "ymd"),
    check: (value) => {
      const weights = [
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
      ];
      return weights.some((each) => weighted(value, each) % 11 === Number(value[10]));
    },
    words: ["személyi"],
  },
];
