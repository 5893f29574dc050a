// SPDX-License-Identifier: Apache-2.0
// Numbers that python-stdnum and Google's libphonenumber say are right, and the former with one digit changed.
// tests/golden/make_recognizers.py made them.

import { readFileSync } from "node:fs";

import { describe, expect, test } from "@jest/globals";

import { createRecognizers } from "#js/recognizers/public.js";

const file = new URL("../golden/recognizers.json", import.meta.url);
const golden = JSON.parse(readFileSync(file, "utf8"));

/** What stands before a number whose form others have, too. */
const words = {
  "gb.nhs": "NHS",
  "nl.bsn": "BSN",
  "pt.nif": "NIF",
  "gr.vat": "ΑΦΜ",
  "pl.pesel": "PESEL",
  "pl.nip": "NIP",
  "bg.egn": "ЕГН",
  "ru.inn": "ИНН",
  "ua.rntrc": "РНОКПП",
  "il.idnr": "ת.ז.",
  "jp.in_": "マイナンバー",
  "in_.aadhaar": "Aadhaar",
  "th.pin": "เลขประจำตัว",
  "ca.sin": "SIN",
  "ar.cuit": "CUIT",
  "cl.rut": "RUT",
  "au.tfn": "TFN",
  "br.cpf": "CPF",
  "at.vnr": "SVNR",
  "be.nn": "NISS",
  "cz.rc": "rodné číslo",
  "kr.rrn": "주민등록번호",
};

/** What one recogniser finds behind a word, as [word, score] of each. */
function foundIn(name, text, countries) {
  const [recognizer] = createRecognizers({ include: [name], countries });
  return recognizer.recognize(text).map(({ word, score }) => [word, score]);
}

describe.each(golden.ids)("$module", ({ country, module, valid, written, refused }) => {
  const find = (value) => foundIn("id", `${words[module] ?? ""} ${value}.`, [country]);

  test("is found as it is and as it is written", () => {
    for (const value of [...valid, ...written]) expect(find(value)).toEqual([[value, 1]]);
  });

  test("with one digit changed is none", () => {
    for (const value of refused)
      expect({ value, found: find(value) }).toEqual({ value, found: [] });
  });

  test("needs its word, or is written as nothing else is", () => {
    const [value] = valid;
    const alone = foundIn("id", `x ${value}.`, [country]);
    expect(alone).toEqual(words[module] === undefined ? [[value, 1]] : []);
  });
});

test("an IBAN of each country is found, in groups of four as well", () => {
  for (const value of golden.ibans.valid) {
    for (const each of [value, value.replace(/.{4}(?=.)/g, "$& "), value.toLowerCase()]) {
      expect(foundIn("iban", `to ${each}, please`)).toEqual([[each, 1]]);
    }
  }
});

test("an IBAN with one digit changed is none", () => {
  expect(golden.ibans.refused.filter((value) => foundIn("iban", value).length > 0)).toEqual([]);
});

test("a card of each network is found", () => {
  for (const value of golden.cards.valid) {
    expect(foundIn("card", `paid by ${value}.`)).toEqual([[value, 1]]);
  }
});

test("a card with one digit changed is none", () => {
  expect(golden.cards.refused.filter((value) => foundIn("card", value).length > 0)).toEqual([]);
});

test("a number is found with its calling code anywhere, and without it behind a word", () => {
  for (const { international, e164, national } of golden.phones) {
    expect(foundIn("phone", `at ${international} we`)).toEqual([[international, 1]]);
    expect(foundIn("phone", `(${e164})`)).toEqual([[e164, 1]]);
    for (const text of [`Tel. ${national}`, `call me at ${national} tomorrow`]) {
      expect(foundIn("phone", text).map(([word]) => word)).toEqual([national]);
    }
  }
});
