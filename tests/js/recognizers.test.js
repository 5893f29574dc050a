// SPDX-License-Identifier: Apache-2.0
// The entry xlmr-ner/recognizers: which are made, what holds of any text, and who loads it.

import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { createRecognizers, patternRecognizer } from "#js/recognizers/public.js";
import { anyText } from "./any_text.js";
import { readDocuments } from "./recognizer_documents.js";
import { root } from "./support.js";

const usual = ["email", "url", "ip", "mac", "phone", "iban", "card", "id", "secret"];
const all = [...usual, "birthdate", "amount"];
const namesOf = (options) => createRecognizers(options).map(({ name }) => name);

describe("createRecognizers", () => {
  test("makes all but days of birth and sums, or those that are asked for", () => {
    expect(namesOf()).toEqual(usual);
    expect(namesOf({})).toEqual(usual);
    expect(namesOf({ include: ["amount", "email"] })).toEqual(["email", "amount"]);
    expect(namesOf({ exclude: ["url", "id"] })).toEqual(
      usual.filter((name) => !["url", "id"].includes(name)),
    );
    expect(namesOf({ include: all, exclude: all })).toEqual([]);
  });

  test("takes numbers of the named countries alone", () => {
    const find = (text, countries) =>
      createRecognizers({ include: ["id", "phone"], countries }).flatMap((each) =>
        each.recognize(text).map(({ word }) => word),
      );
    const text = "PESEL 44051401359, DNI 12345678Z, phone 512 345 678";
    expect(find(text)).toEqual(["512 345 678", "44051401359", "12345678Z"]);
    expect(find(text, ["PL"])).toEqual(["512 345 678", "44051401359"]);
    expect(find("+49 30 1234567", ["PL"])).toEqual(["+49 30 1234567"]);
    expect(find("44051401359 12345678Z", [])).toEqual([]);
  });

  test.each([
    [{ includes: [] }, "option: expected one of include, exclude, countries, found 'includes'"],
    [{ include: "email" }, "include: expected a list of names, found 'email'"],
    [
      { exclude: ["telephone"] },
      /^exclude: expected 'email' or .* or 'amount', found 'telephone'$/,
    ],
    [{ countries: "DE" }, "countries: expected a list of codes such as 'DE', found 'DE'"],
    [{ countries: ["de"] }, "countries: expected codes of ISO 3166-1 such as 'DE', found 'de'"],
    [null, "options: expected an object, found null"],
  ])("refuses %j", (options, message) => {
    expect(() => createRecognizers(options)).toThrow(
      expect.objectContaining({
        code: "invalid_argument",
        message: expect.stringMatching(message),
      }),
    );
  });
});

describe("patternRecognizer", () => {
  const staff = { name: "staff", label: "STAFF", pattern: /\bE-\d{5}\b/ };
  const find = (options, text) =>
    patternRecognizer({ ...staff, ...options })
      .recognize(text)
      .map(({ word, score }) => [word, score]);

  test("gives records as others do", () => {
    expect(patternRecognizer(staff).recognize("by E-10234.")).toEqual([
      { entity_group: "STAFF", score: 0.6, word: "E-10234", start: 3, end: 10, source: "staff" },
    ]);
  });

  test("asks the check and the words nearby, and scores by them", () => {
    const check = (value) => value.endsWith("4");
    expect(find({ check }, "E-10234 E-10235")).toEqual([["E-10234", 1]]);
    const context = ["employee", "员工"];
    expect(find({ context }, "employee E-10234")).toEqual([["E-10234", 0.85]]);
    expect(find({ context, pattern: /E-\d{5}/ }, "新员工E-10234")).toEqual([["E-10234", 0.85]]);
    expect(find({ context }, `employee ${"x".repeat(60)} E-10234`)).toEqual([]);
    expect(find({ context, score: 0.3 }, "the Employees: E-10234")).toEqual([["E-10234", 0.3]]);
  });

  test("goes on behind an empty match, whatever flags the pattern has", () => {
    expect(find({ pattern: /x*/y }, "axxbx")).toEqual([
      ["xx", 0.6],
      ["x", 0.6],
    ]);
    const pattern = /E-\d{5}/gi;
    pattern.lastIndex = 5;
    expect(find({ pattern }, "e-10234")).toEqual([["e-10234", 0.6]]);
    expect(pattern.lastIndex).toBe(5);
  });

  test.each([
    [{ patern: /x/ }, "option: expected one of name, label, pattern, check, context, score"],
    [{ name: "" }, "name: expected a string that is not empty, found ''"],
    [{ label: 1 }, "label: expected a string that is not empty, found 1"],
    [{ pattern: "x" }, "pattern: expected a RegExp, found 'x'"],
    [{ check: true }, "check: expected a function, found true"],
    [{ context: "word" }, "context: expected a list of words, found 'word'"],
    [{ context: [] }, "context: expected a list of words, found a list"],
    [{ score: 2 }, "score: expected a number from 0 to 1, found 2"],
    [{ score: NaN }, "score: expected a number from 0 to 1, found NaN"],
  ])("refuses %p", (options, message) => {
    expect(() => patternRecognizer({ ...staff, ...options })).toThrow(
      expect.objectContaining({
        code: "invalid_argument",
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe("of any text", () => {
  const recognizers = createRecognizers({ include: all });
  /** Parts of values, so that random texts come near to some. */
  const parts = fc.constantFrom(
    ...[
      "anna",
      "@",
      "example",
      ".",
      "org",
      "https://",
      "www.",
      "/",
      "(",
      ")",
      "+49",
      "030",
      "1234567",
    ],
    ...[
      "DE89",
      "3704 0044",
      "4111",
      "1111",
      "-",
      ":",
      "::1",
      "192.0.2.1",
      "44051401359",
      "PESEL ",
      "tel ",
      "X",
    ],
    ...[
      "AKIAIOSFODNN7EXAMPLE",
      "-----BEGIN PRIVATE KEY-----",
      "०१२",
      "１２３",
      "17.05.1984",
      "born ",
      "€",
      "[at]",
    ],
    ...[" ", "\n", "号", "é", "\u0301", "\ud83d", "a1", "0"],
  );
  const text = fc.oneof(
    anyText,
    fc
      .array(fc.oneof(parts, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 30 })
      .map((list) => list.join("")),
  );

  test("records are slices, in order, none over another of their recogniser", () => {
    fc.assert(
      fc.property(text, (each) => {
        for (const recognizer of recognizers) {
          let before = 0;
          for (const record of recognizer.recognize(each)) {
            const { start, end, word, score, source } = record;
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(word).toBe(each.slice(start, end));
            expect([1, 0.85, 0.6]).toContain(score);
            expect(source).toBe(recognizer.name);
            before = end;
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  const around = fc.stringMatching(/^[a-zé日ж ,]{0,20}$/);
  const golden = JSON.parse(readFileSync(path.join(root, "tests/golden/recognizers.json"), "utf8"));
  const digit = fc.integer({ min: 0, max: 9 });
  const withLuhn = fc.array(digit, { minLength: 14, maxLength: 14 }).map((digits) => {
    const doubled = ["4", ...digits].map((each, i) => (i % 2 === 0 ? each * 2 : Number(each)));
    const sum = doubled.reduce((a, each) => a + (each > 9 ? each - 9 : each), 0);
    return `4${digits.join("")}${(10 - (sum % 10)) % 10}`;
  });
  const values = {
    email: fc.stringMatching(
      /^[a-z0-9]+([._+-][a-z0-9]+){0,2}@[a-z0-9]{1,9}(-[a-z0-9]{1,5})?\.(com|org|de)$/,
    ),
    iban: fc.constantFrom(...golden.ibans.valid),
    card: withLuhn.filter((each) => !/^(\d)\1*$/.test(each)),
    phone: fc.constantFrom(...golden.phones.map(({ international }) => international)),
  };

  test.each(Object.entries(values))("a valid %s is found between other words", (name, value) => {
    const [recognizer] = createRecognizers({ include: [name] });
    fc.assert(
      fc.property(around, value, around, (before, each, after) => {
        const found = recognizer.recognize(`${before} ${each} ${after}`);
        expect(found.map(({ word }) => word)).toEqual([each]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(["iban", "card"])("one digit changed of any %s is refused", (name) => {
    const [recognizer] = createRecognizers({ include: [name] });
    fc.assert(
      fc.property(values[name], fc.nat(), fc.integer({ min: 1, max: 9 }), (value, at, by) => {
        const places = [...value.matchAll(/\d/g)].map(({ index }) => index);
        const place = places[at % places.length];
        const other = String((Number(value[place]) + by) % 10);
        const changed = value.slice(0, place) + other + value.slice(place + 1);
        expect(recognizer.recognize(changed)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("who loads it", () => {
  /** What a module imports as it is loaded, and what those do. */
  function loadedBy(entry, seen = new Set()) {
    if (seen.has(entry)) return seen;
    seen.add(entry);
    const code = readFileSync(entry, "utf8");
    for (const [, specifier] of code.matchAll(/^(?:import|export)\b[^;"']*["']([^"']+)["'];/gm)) {
      if (specifier.startsWith(".")) loadedBy(path.join(path.dirname(entry), specifier), seen);
      else seen.add(specifier);
    }
    return seen;
  }

  test("in Node nothing but its entry does", () => {
    const isOurs = (each) => /recognizers|libphonenumber/.test(each);
    for (const entry of ["index.js", "worker.js", "transformers.js", "cli/main.js"]) {
      const loaded = [...loadedBy(path.join(root, "dist/node", entry))];
      expect(loaded.length).toBeGreaterThan(3);
      expect(loaded.filter(isOurs)).toEqual([]);
    }
    const own = [...loadedBy(path.join(root, "dist/wasm/js/recognizers/public.js"))];
    expect(own).toContain("libphonenumber-js/core");
  });

  test("in a page nothing but its bundle does, which finds the same", async () => {
    const read = (name) => readFileSync(path.join(root, "dist/web", name), "utf8");
    const mark = "NOT_A_NUMBER"; // an error of libphonenumber-js
    expect(read("recognizers.js")).toContain(mark);
    for (const name of [
      "index.js",
      "worker.js",
      "transformers.js",
      "element.js",
      "ner-widget.js",
    ]) {
      expect(read(name)).not.toContain(mark);
    }
    const bundle = await import(pathToFileURL(path.join(root, "dist/web/recognizers.js")).href);
    for (const { text } of readDocuments()) {
      const find = (each) => each.recognize(text);
      expect(bundle.createRecognizers({ include: all }).map(find)).toEqual(
        createRecognizers({ include: all }).map(find),
      );
    }
  });
});
