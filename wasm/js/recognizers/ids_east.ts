// SPDX-License-Identifier: Apache-2.0
// South-eastern and eastern Europe, Kazakhstan, Turkey, Israel. Each rule names what it is taken from.

import { luhn, weighted } from "./check_digits.js";
import { isShortDate } from "./dates.js";
import type { IdRule } from "./id_rule.js";

export const easternRules: readonly IdRule[] = [
  {
    // Legea 105/1996 (RO): modulus 11, 10 as 1.
    country: "RO",
    name: "CNP",
    shapes: "13!",
    form: (value) => /^[1-9]/.test(value) && isShortDate(value.slice(1), "ymd"),
    check: (value) => {
      const rest = weighted(value, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
      return Number(value[12]) === (rest === 10 ? 1 : rest);
    },
    words: ["cnp", "cod numeric personal"],
  },
  {
    // ГРАО (BG): modulus 11; months plus 20 or 40 by century.
    country: "BG",
    name: "EGN",
    shapes: "10",
    form: (value) => {
      const month = String(Number(value.slice(2, 4)) % 20).padStart(2, "0");
      return isShortDate(`${value.slice(0, 2)}${month}${value.slice(4, 6)}`, "ymd");
    },
    check: (value) =>
      (weighted(value, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(value[9]),
    words: ["егн", "egn"],
  },
  {
    // Социальный фонд России: modulus 101.
    country: "RU",
    name: "SNILS",
    shapes: "3-3-3 2!|3-3-3-2!|3 3 3 2|11",
    check: (value) =>
      (weighted(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(value.slice(9)),
    words: ["снилс", "snils", "страхов"],
  },
  {
    // Приказ ФНС ЕД-7-14/559@ (RU): two digits of modulus 11.
    country: "RU",
    name: "INN",
    shapes: "12",
    check: (value) => {
      const eleventh = weighted(value, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
      const twelfth = weighted(value, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
      return (
        (eleventh % 11) % 10 === Number(value[10]) && (twelfth % 11) % 10 === Number(value[11])
      );
    },
    words: ["инн", "inn", "налогоплательщик"],
  },
  {
    // Постановление Правительства РФ 828: series of four digits, number of six, no check.
    country: "RU",
    name: "passport",
    shapes: "4 6|2 2 6|10",
    words: ["паспорт"],
  },
  {
    // Державна податкова служба (UA): modulus 11.
    country: "UA",
    name: "RNOKPP",
    shapes: "10",
    check: (value) => {
      const sum = weighted(value, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11;
      return ((sum + 11) % 11) % 10 === Number(value[9]);
    },
    words: ["рнокпп", "іпн", "ідентифікаційний", "податк"],
  },
  {
    // Правила формирования ИИН (KZ): modulus 11 in two passes.
    country: "KZ",
    name: "IIN",
    shapes: "12!",
    form: (value) => /^.{6}[0-6]/.test(value) && isShortDate(value, "ymd"),
    check: (value) => {
      const first = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
      const second = weighted(value, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
      return Number(value[11]) === (first < 10 ? first : second);
    },
    words: ["иин", "жсн", "iin"],
  },
  {
    // Nüfus ve Vatandaşlık İşleri (TR): the tenth digit of the nine, the eleventh of the ten before it.
    country: "TR",
    name: "TCKN",
    shapes: "11!",
    form: (value) => value[0] !== "0",
    check: (value) => {
      const tenth = weighted(value, [7, -1, 7, -1, 7, -1, 7, -1, 7]);
      const sum = weighted(value, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
      return ((tenth % 10) + 10) % 10 === Number(value[9]) && sum % 10 === Number(value[10]);
    },
    words: ["tckn", "kimlik", "t.c", "tc"],
  },
  {
    // רשות האוכלוסין (IL): Luhn's check over nine digits.
    country: "IL",
    name: "teudat zehut",
    shapes: "9|8-1",
    check: (value) => luhn(value) && Number(value) > 0,
    words: ["תעודת זהות", "ת.ז", 'ת"ז', "ת״ז", "teudat", "מספר זהות"],
  },
];
