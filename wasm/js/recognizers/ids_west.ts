// SPDX-License-Identifier: Apache-2.0
// Western and southern Europe. Each rule names what it is taken from.

import { luhn, remainder, weighted } from "./check_digits.js";
import { isShortDate } from "./dates.js";
import type { IdRule } from "./id_rule.js";

const spanish = "TRWAGMYFPDXBNJZSQVHLCKE";
const irish = "WABCDEFGHIJKLMNOPQRSTUV";

export const westernRules: readonly IdRule[] = [
  {
    // HM Revenue & Customs, National Insurance Manual NIM39110.
    country: "GB",
    name: "NINO",
    shapes: "aa6a!|aa 2 2 2 a!|aa 6 a!|aa 2 2 2a!",
    form: (value) =>
      /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(value),
    words: ["national insurance", "nino", "ni no", "ni number"],
  },
  {
    // NHS Data Model and Dictionary, NHS NUMBER: modulus 11.
    country: "GB",
    name: "NHS number",
    shapes: "3 3 4|3-3-4|10",
    check: (value) => (weighted(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) + Number(value[9])) % 11 === 0,
    words: ["nhs"],
  },
  {
    // Revenue (IE), PPSN check character: modulus 23; since 2013 with a second letter.
    country: "IE",
    name: "PPSN",
    shapes: "7a!|7aa!",
    check: (value) => {
      const second = value.length > 8 && value[8] !== "W" ? value.charCodeAt(8) - 64 : 0;
      return irish[(weighted(value, [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23] === value[7];
    },
    words: ["pps", "ppsn", "personal public service"],
  },
  {
    // INSEE, Répertoire national d'identification: key 97 - n mod 97; Corsica 2A as 19, 2B as 18.
    country: "FR",
    name: "NIR",
    shapes: "15!|13 2!|1 2 2 2 3 3 2!|6a8!|1 2 2 1a 3 3 2!",
    form: (value) => /^[1-478]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)/.test(value),
    check: (value) => {
      const [department] = /[AB]/.exec(value) ?? [];
      const number =
        department === undefined
          ? value
          : `${value.slice(0, 5)}${department === "A" ? "19" : "18"}${value.slice(7)}`;
      return 97 - remainder(number.slice(0, 13), 97) === Number(number.slice(13));
    },
    words: ["nir", "sécurité sociale", "sécu", "insee"],
  },
  {
    // Belgian national register: 97 - n mod 97, n with a 2 before it for births since 2000.
    country: "BE",
    name: "NN",
    shapes: "2.2.2-3.2!|11",
    form: (value) => Number(value.slice(2, 4)) % 20 <= 12 && Number(value.slice(4, 6)) <= 31,
    check: (value) => {
      const key = Number(value.slice(9));
      return [value.slice(0, 9), `2${value.slice(0, 9)}`].some(
        (n) => 97 - remainder(n, 97) === key,
      );
    },
    words: ["rijksregister", "registre national", "niss", "insz", "rrn", "nationaal nummer"],
  },
  {
    // Rijksdienst voor Identiteitsgegevens: the test of eleven.
    country: "NL",
    name: "BSN",
    shapes: "9|4.2.3|3.3.3|3 3 3|4 2 3",
    check: (value) => weighted(value, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && Number(value) > 0,
    words: ["bsn", "burgerservice", "sofi"],
  },
  {
    // Ministerio del Interior (ES): the letter is the remainder of 23.
    country: "ES",
    name: "DNI",
    shapes: "8a!|8-a!|2.3.3-a!|2.3.3a!|8 a|2 3 3 a|2 3 3-a!|2.3.3 a",
    check: (value) => spanish[Number(value.slice(0, 8)) % 23] === value[8],
    words: ["dni", "nif", "documento nacional"],
  },
  {
    // As above; X, Y and Z are 0, 1 and 2.
    country: "ES",
    name: "NIE",
    shapes: "a7a!|a-7-a!|a-7a!|a7-a!|a 7 a|a 7-a!|a-7 a",
    form: (value) => /^[XYZ]/.test(value),
    check: (value) =>
      spanish[Number(`${value.charCodeAt(0) - 88}${value.slice(1, 8)}`) % 23] === value[8],
    words: ["nie", "extranjero"],
  },
  {
    // Autoridade Tributária (PT), Decreto-Lei 463/79: modulus 11.
    country: "PT",
    name: "NIF",
    shapes: "9|3 3 3",
    form: (value) => /^[1235689]/.test(value),
    check: (value) => {
      const rest = weighted(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      return Number(value[8]) === (rest < 2 ? 0 : 11 - rest);
    },
    words: ["nif", "contribuinte", "número fiscal"],
  },
  {
    // Decreto ministeriale 23 dicembre 1976 (IT): odd and even places have values of their own.
    country: "IT",
    name: "codice fiscale",
    shapes: "aaaaaa2a2a3a!|aaaaaa 2a2 a3a!|aaa aaa 2a2 a3a!",
    form: (value) => /^.{8}[ABCDEHLMPRST](?:[04][1-9]|[1256]\d|[37][01])/.test(value),
    check: (value) => {
      let sum = 0;
      for (let i = 0; i < 15; ++i) {
        const unit = value.charCodeAt(i);
        const place = unit > 64 ? unit - 65 : unit - 48;
        sum += i % 2 === 1 ? place : (italianOdd[place] ?? 0);
      }
      return value.charCodeAt(15) - 65 === sum % 26;
    },
    words: ["codice fiscale", "c.f.", "cf"],
  },
  {
    // ΗΔΙΚΑ (GR): day of birth and Luhn's check.
    country: "GR",
    name: "AMKA",
    shapes: "11!",
    form: (value) => isShortDate(value, "dmy"),
    check: luhn,
    words: ["αμκα", "amka"],
  },
  {
    // ΑΑΔΕ (GR): powers of two, modulus 11.
    country: "GR",
    name: "AFM",
    shapes: "9",
    check: (value) =>
      (weighted(value, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(value[8]) &&
      Number(value) > 0,
    words: ["αφμ", "α.φ.μ", "afm", "tin"],
  },
];

const italianOdd = [
  ...[1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18],
  ...[20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23],
];
