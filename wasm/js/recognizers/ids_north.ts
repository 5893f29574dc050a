// SPDX-License-Identifier: Apache-2.0
// Northern Europe and the Baltics. Each rule names what it is taken from.

import { luhn, weighted } from "./check_digits.js";
import { isShortDate } from "./dates.js";
import type { IdRule } from "./id_rule.js";

const finnish = "0123456789ABCDEFHJKLMNPRSTUVWXY";

/** A digit that some numbers have raised by so much: `less("81", 60)` is `21`. */
function less(digits: string, ...raises: readonly number[]): string {
  const value = Number(digits);
  const raise = raises.find((each) => value > each) ?? 0;
  return String(value - raise).padStart(2, "0");
}

export const northernRules: readonly IdRule[] = [
  {
    // Skatteverket, SKV 704: Luhn's check over ten digits; coordination numbers have 60 more days.
    country: "SE",
    name: "personnummer",
    shapes: "6-4!|8-4!|6+4!|8+4!|10|12",
    form: (value) => {
      const digits = value.slice(-10);
      const isCentury = value.length === 10 || /^(?:18|19|20)/.test(value);
      return (
        isCentury && isShortDate(`${digits.slice(0, 4)}${less(digits.slice(4, 6), 60)}`, "ymd")
      );
    },
    check: (value) => luhn(value.slice(-10)),
    words: ["personnummer", "personnr", "pnr", "samordningsnummer", "p-nr"],
  },
  {
    // Digi- ja väestötietovirasto: remainder of 31; signs of the century since 2023 included.
    country: "FI",
    name: "HETU",
    shapes: "6-3a!|6-4!|6+3a!|6+4!|6a3a!|6a4!",
    form: (value) => isShortDate(value, "dmy") && /^\d{6}[A-FU-Y]?\d{3}.$/.test(value),
    check: (value) => {
      const number = Number(`${value.slice(0, 6)}${value.slice(-4, -1)}`);
      return finnish[number % 31] === value.at(-1);
    },
    words: ["hetu", "henkilötunnus", "personbeteckning"],
  },
  {
    // CPR-kontoret: since 2007 modulus 11 need not hold any more.
    country: "DK",
    name: "CPR",
    shapes: "6-4!|10|6 4",
    form: (value) => isShortDate(value, "dmy"),
    check: (value) => weighted(value, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    is_check_optional: true,
    words: ["cpr", "personnummer", "cpr-nr"],
  },
  {
    // Skatteetaten: two digits of modulus 11; D numbers have 40 more days, H and test numbers 40 or 80 more months.
    country: "NO",
    name: "fødselsnummer",
    shapes: "11!|6 5!",
    form: (value) => {
      const [day, month] = [less(value.slice(0, 2), 40), less(value.slice(2, 4), 80, 40)];
      return isShortDate(`${day}${month}${value.slice(4, 6)}`, "dmy");
    },
    check: (value) =>
      weighted(value, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
      weighted(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    words: ["fødselsnummer", "fnr", "personnummer", "d-nummer"],
  },
  {
    // EVS 585:2007 (EE) and the Lithuanian asmens kodas, which is the same: modulus 11 in two passes.
    country: "EE",
    name: "isikukood",
    shapes: "11!",
    form: (value) => /^[1-8]/.test(value) && isShortDate(value.slice(1), "ymd"),
    check: (value) => {
      const first = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
      const second = weighted(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
      return Number(value[10]) === (first < 10 ? first : second % 10);
    },
    words: ["isikukood", "asmens kod"],
  },
];
