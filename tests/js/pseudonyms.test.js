// SPDX-License-Identifier: Apache-2.0

import { ReadableStream } from "node:stream/web";

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

/** What a model would find: all occurrences of words, by label. */
function finds(labels) {
  return async (text) =>
    Object.entries(labels).flatMap(([word, entity_group]) =>
      [...text.matchAll(new RegExp(word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "gu"))].map(
        ({ index }) => ({
          entity_group,
          score: 0.9,
          word,
          start: index,
          end: index + word.length,
        }),
      ),
    );
}

const policy = { "*": "pseudonym" };

function maskerOf(labels, options = {}) {
  return createMasker(finds(labels), Object.assign({ policy }, options));
}

describe("a pseudonym is of the same kind and script", () => {
  test.each([
    ["Angela Merkel", "PER", /^\p{Lu}[a-z]+ \p{Lu}[a-z]+$/u],
    ["ANGELA MERKEL", "PER", /^\p{Lu}+ \p{Lu}+$/u],
    ["angela", "PER", /^[a-z]+$/u],
    ["Ursula von der Leyen", "PER", /^[A-Z][a-z]+ von der [A-Z][a-z]+$/u],
    ["J. K. Rowling", "PER", /^(?!J)[A-Z]\. (?!K)[A-Z]\. [A-Z][a-z]+$/u],
    ["Berg, Anna", "PER", /^[A-Z][a-z]+, [A-Z][a-z]+$/u],
    ["Анна Петрова", "PER", /^\p{sc=Cyrillic}+ \p{sc=Cyrillic}+(?:ова|ева|ина|ын?а|аа|[а-я])$/u],
    ["Γιώργος Παπαδόπουλος", "PER", /^\p{sc=Greek}+ \p{sc=Greek}+$/u],
    ["محمد الأحمد", "PER", /^\p{sc=Arabic}+ \p{sc=Arabic}+$/u],
    ["דוד כהן", "PER", /^\p{sc=Hebrew}+ \p{sc=Hebrew}+$/u],
    ["अंकित शर्मा", "PER", /^[\p{sc=Devanagari}]+ [\p{sc=Devanagari}]+$/u],
    ["সুমন ঘোষ", "PER", /^\p{sc=Bengali}+ \p{sc=Bengali}+$/u],
    ["முருகன் செல்வம்", "PER", /^\p{sc=Tamil}+ \p{sc=Tamil}+$/u],
    ["రవి కుమార్", "PER", /^\p{sc=Telugu}+ \p{sc=Telugu}+$/u],
    ["สมชาย ใจดี", "PER", /^\p{sc=Thai}+ \p{sc=Thai}+$/u],
    ["ნინო ბერიძე", "PER", /^\p{sc=Georgian}+ \p{sc=Georgian}+$/u],
    ["Արամ Սարգսյան", "PER", /^\p{sc=Armenian}+ \p{sc=Armenian}+$/u],
    ["王明", "PER", /^\p{sc=Han}{2}$/u],
    ["王小明", "PER", /^\p{sc=Han}{3}$/u],
    ["鈴木一郎", "PER", /^\p{sc=Han}{3,5}$/u],
    ["アンゲラ・メルケル", "PER", /^[\p{sc=Katakana}ー]+・[\p{sc=Katakana}ー]+$/u],
    ["さくら", "PER", /^\p{sc=Hiragana}+$/u],
    ["김민수", "PER", /^\p{sc=Hangul}{3}$/u],
    ["Siemens AG", "ORG", /^[A-Z][a-z]+ AG$/u],
    ["豊田株式会社", "ORG", /^\p{sc=Han}+株式会社$/u],
    ["New York", "LOC", /^[A-Z][a-z]+$/u],
    ["서울", "LOC", /^\p{sc=Hangul}+$/u],
    ["anna.berg@firm.de", "EMAIL", /^[a-z]+\.[a-z]+@example\.(?:org|com)$/u],
  ])("%s (%s)", async (value, label, form) => {
    for (const key of [undefined, "secret"]) {
      const masker = maskerOf({ [value]: label }, { key });
      const { text, replacements } = await masker.mask(`(${value})`);
      const name = text.slice(1, -1);
      expect(name).toMatch(form);
      expect(name).not.toBe(value);
      expect(replacements[0]).toMatchObject({ policy: "pseudonym", value, replacement: name });
      expect(masker.unmask(text)).toMatchObject({ text: `(${value})`, unknown: [] });
    }
  });

  test.each([
    ["+49 30 1234", "PHONE"],
    ["DE89 3704 0044 0532 0130 00", "IBAN"],
    ["王", "PER"],
    ["K.", "PER"],
    ["ສົມສັກ", "PER"],
    ["1234", "LOC"],
    [`A${"a".repeat(120)}`, "PER"],
  ])("%s (%s) has a placeholder", async (value, label) => {
    const { text, replacements } = await maskerOf({ [value]: label }).mask(value);
    expect(text).toBe(`[${label}_1]`);
    expect(replacements[0].policy).toBe("replace");
  });
});

describe("names of a person that belong together", () => {
  test("keep together, and come back in any of the forms that an answer has", async () => {
    const masker = maskerOf({ "Angela Merkel": "PER", Merkels: "PER" });
    const text = "Angela Merkel came. Merkel spoke. Merkels Rede. Angela left.";
    const masked = (await masker.mask(text)).text;
    const [, given, family] = /^(\S+) (\S+) came/u.exec(masked);
    expect(masked).toBe(
      `${given} ${family} came. ${family} spoke. ${family}s Rede. ${given} left.`,
    );
    expect(masker.unmask(masked).text).toBe(text);
    const answer = `Dear Ms ${family}, ${given}'s ${given.toUpperCase()}, ${family}nek, ${given}xyzq`;
    expect(masker.unmask(answer).text).toBe(
      `Dear Ms Merkel, Angela's ANGELA, Merkelnek, ${given}xyzq`,
    );
  });

  test("no name is given that an earlier text had", async () => {
    const masker = maskerOf({ Emma: "PER" });
    const names = "Alwin Annika Astrid Bastian Benno Brigitta Carsten Celina Clemens Cosima Dagmar";
    expect((await masker.mask(names)).text).toBe(names);
    for (let time = 0; time < 40; ++time) {
      const { text } = await masker.mask("Emma");
      expect(names).not.toContain(text);
      masker.forget("Emma");
    }
  });

  test("an address has the names of its person", async () => {
    const masker = maskerOf({ "Anna Berg": "PER", "anna.berg@firm.de": "EMAIL" });
    const { text } = await masker.mask("Anna Berg <anna.berg@firm.de>");
    expect(text).toMatch(/^(\w+) (\w+) <\w+\.\w+@example\.\w+>$/u);
    const [, given, family] = /^(\w+) (\w+)/u.exec(text);
    expect(text).toContain(`<${given}.${family}@`.toLowerCase());
  });
});

describe("sessions", () => {
  test("with a key a value has one pseudonym in all of them, without one it is drawn", async () => {
    const labels = { "Angela Merkel": "PER", Paris: "LOC" };
    const masked = async (key) =>
      (await maskerOf(labels, { key }).mask("Angela Merkel, Paris")).text;
    expect(await masked("a")).toBe(await masked("a"));
    expect(await masked("b")).not.toBe(await masked("a"));
    const drawn = new Set();
    for (let time = 0; time < 5; ++time) drawn.add(await masked(undefined));
    expect(drawn.size).toBeGreaterThan(1);
  });

  test("a saved one goes on, and restores without the names being loaded", async () => {
    const masker = maskerOf({ "Angela Merkel": "PER" });
    const { text } = await masker.mask("Angela Merkel");
    const json = JSON.parse(JSON.stringify(masker));
    const saved = createMasker(null).session(json);
    expect(saved.unmask(text).text).toBe("Angela Merkel");
    expect(saved.toJSON()).toEqual(json);
    expect((await masker.session(json).mask("Angela Merkel")).text).toBe(text);
  });

  test("what was forgotten is not restored, and its pseudonym not given again", async () => {
    const masker = maskerOf({ "Angela Merkel": "PER" }, { key: "k" });
    const { text } = await masker.mask("Angela Merkel");
    expect(masker.forget("Angela Merkel")).toBe(true);
    expect(masker.unmask(text)).toMatchObject({ text, unknown: [text] });
    const again = (await masker.mask("Angela Merkel")).text;
    expect(again.split(" ").filter((word) => text.includes(word))).toEqual([]);
    expect(masker.unmask(`${again}, ${text}`).text).toBe(`Angela Merkel, ${text}`);
  });

  test("a word that stands for two names after a merge stays, and is named; the whole names come back", async () => {
    const claim = (value, pseudonym) => {
      const [a, b] = [value.split(" "), pseudonym.split(" ")];
      const words = a.map((word, at) => [word, b[at]]);
      return { label: "PER", value, pseudonym, words };
    };
    const session = (...claims) =>
      createMasker(null).session({
        version: 1,
        claims: [],
        reserved: [],
        pseudonyms: { claims, reserved: [] },
      });
    const a = session(claim("Angela Merkel", "Fenna Lundgren"));
    a.merge(session(claim("Eva Braun", "Fenna Oakley")));
    expect(a.unmask("Fenna Lundgren, Fenna Oakley; Fenna! Oakley FENNA")).toMatchObject({
      text: "Angela Merkel, Eva Braun; Fenna! Braun FENNA",
      unknown: ["Fenna"],
    });
  });

  test.each([
    [{ claims: [{}], reserved: [] }],
    [{ claims: {}, reserved: [] }],
    [{ claims: [], reserved: [1] }],
    [{ claims: [], reserved: [""] }],
    [{ claims: [], reserved: ["x".repeat(201)] }],
    [{ claims: [{ label: "PER", value: "x", pseudonym: " ", words: [] }], reserved: [] }],
    [{ claims: [{ label: "PER", value: "x", pseudonym: "7", words: [] }], reserved: [] }],
    [{ claims: [{ label: "PER", value: "x", pseudonym: "A", words: [["a"]] }], reserved: [] }],
    [{ claims: [{ label: "PER", value: "x", pseudonym: "A", words: [["a", ""]] }], reserved: [] }],
    [{ claims: [{ label: "PER", value: 1, pseudonym: "A", words: [] }], reserved: [] }],
    [{ claims: new Array(1), reserved: [] }],
    [null],
    [7],
  ])("pseudonyms that are %j are refused", (pseudonyms) => {
    const json = { version: 1, claims: [], reserved: [], pseudonyms };
    expect(() => createMasker(null).session(json)).toThrow(/pseudonym/u);
  });
});

test("a thousand persons of one session have as many pseudonyms, or placeholders, and all come back", async () => {
  const letters = "bcdfghjklm";
  const name = (at) => `${[...String(1000 + at)].map((digit) => letters[digit]).join("a")}or`;
  const people = Array.from({ length: 500 }, (_, at) => `Z${name(at)} Y${name(at + 500)}`);
  const masker = maskerOf(Object.fromEntries(people.map((each) => [each, "PER"])));
  const text = people.join(", ");
  const { text: masked, replacements } = await masker.mask(text);
  expect(masker.unmask(masked).text).toBe(text);
  expect(new Set(replacements.map(({ replacement }) => replacement)).size).toBe(people.length);
  expect(replacements.filter((each) => each.policy === "pseudonym").length).toBeGreaterThan(400);
});

const words = {
  Emma: "PER",
  "Ada Berg": "PER",
  Bergs: "PER",
  "J. Ray": "PER",
  "ADA BERG": "PER",
  ada: "PER",
  鈴木: "PER",
  鈴木一郎: "PER",
  王明: "PER",
  김민수: "PER",
  "Анна Орлова": "PER",
  "Acme AG": "ORG",
  Acme: "ORG",
  Rome: "LOC",
  東京: "LOC",
  "ada@x.de": "EMAIL",
  "+1 2": "PHONE",
};
/** Words of the lists, which texts have by chance, too. */
const own =
  "Fenna Lundgren Falkner FALKNER Fennas Лариса 柏木 美咲 青 柳 沈 浩 김 하율 하 Alvetra Rosendal fenna.lundgren@example.org";
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(words)) },
  fc.constantFrom(...own.split(" ")),
  fc.constantFrom(" ", " ", ", ", "\n", "s", "a", "א", "́", "さん", "木", "[PER_1]", "per_1", "😀"),
  fc.string({ maxLength: 3, unit: "binary" }),
);
const anyText = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(""));
const anyCuts = fc.array(fc.nat(8), { maxLength: 20 });
const anyKey = fc.constantFrom(undefined, "a", "b", "c");
/** XLMR_NER_CASES=10000 tries more. */
const numRuns = Number(process.env["XLMR_NER_CASES"] ?? 1_000);

describe("properties", () => {
  const ner = finds(words);
  const all = (key) => createMasker(ner, { policy, key });

  test("unmask gives the text, a stream the same; masking again changes nothing; nothing is readable", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyCuts, anyKey, async (text, cuts, key) => {
        const masker = all(key);
        const { text: masked, replacements } = await masker.mask(text);
        expect(masker.unmask(masked).text).toBe(text);
        expect(await streamed(masker, masked, cuts)).toBe(text);
        expect((await masker.mask(masked)).text).toBe(masked);
        for (const each of replacements) {
          expect(text.slice(each.start, each.end)).toBe(each.value);
          expect(masked.slice(each.masked_start, each.masked_end)).toBe(each.replacement);
          for (const { value } of replacements) {
            if (value === "AG") continue; // a legal form is kept
            if (each.policy === "pseudonym") expect(hasWord(each.replacement, value)).toBe(false);
          }
        }
      }),
      { numRuns },
    );
  });

  test("a stream gives what unmask gives, for texts of other origin, too", async () => {
    const masker = all(undefined);
    await masker.mask(Object.keys(words).join(", "));
    const given = masker
      .toJSON()
      .pseudonyms.claims.flatMap(({ pseudonym }) => [
        pseudonym,
        pseudonym.toUpperCase(),
        ...pseudonym.split(/[ @]/u),
      ]);
    const parts = fc.oneof(fc.constantFrom(...given), piece);
    const other = fc.array(parts, { maxLength: 14 }).map((each) => each.join(""));
    await fc.assert(
      fc.asyncProperty(other, anyCuts, async (text, cuts) => {
        const whole = `${text}${" ".repeat(60)}${text}`;
        expect(await streamed(masker, whole, [...cuts, 60, ...cuts])).toBe(
          masker.unmask(whole).text,
        );
      }),
      { numRuns },
    );
  });

  test("every text of a session comes back that has no pseudonym itself", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 4 }), anyKey, async (texts, key) => {
        const masker = all(key);
        const masked = [];
        for (const text of texts) {
          masked.push((await masker.mask(text)).text);
          expect((await masker.mask(masked.at(-1))).text).toBe(masked.at(-1));
        }
        const { claims, pseudonyms } = masker.toJSON();
        const names = (pseudonyms?.claims ?? []).flatMap((each) => [
          each.pseudonym,
          ...each.words.map(([, name]) => name).filter((name) => [...name].length > 1),
        ]);
        names.push(...claims.map(({ label, id }) => `[${label}_${id}]`));
        for (const [at, text] of texts.entries()) {
          const isOwn = names.some((name) => text.toLowerCase().includes(name.toLowerCase()));
          if (!isOwn) expect(masker.unmask(masked[at]).text).toBe(text);
        }
      }),
      { numRuns: numRuns / 2 },
    );
  });

  test("sessions merge to the same in any order, and restore no wrong value", async () => {
    const three = fc.array(anyText, { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(three, async (texts) => {
        const saved = [];
        for (const text of texts) {
          const masker = all(undefined);
          const { text: masked } = await masker.mask(text);
          saved.push({ json: masker.toJSON(), masked, text });
        }
        const merged = (...order) => {
          const masker = all(undefined);
          for (const at of order) masker.merge(masker.session(saved[at].json));
          return masker;
        };
        const json = merged(0, 1, 2).toJSON();
        expect(merged(2, 0, 1).toJSON()).toEqual(json);
        expect(merged(1, 2, 1, 0).toJSON()).toEqual(json);
        expect(
          createMasker(null)
            .session(JSON.parse(JSON.stringify(json)))
            .toJSON(),
        ).toEqual(json);
        for (const { pseudonym, value } of json.pseudonyms?.claims ?? []) {
          const { text, unknown } = merged(0, 1, 2).unmask(pseudonym);
          expect([value, pseudonym]).toContain(text);
          if (text === pseudonym) expect(unknown).toEqual([pseudonym]);
        }
      }),
      { numRuns: numRuns / 2 },
    );
  });
});

function hasWord(text, value) {
  const escaped = value.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const isUnspaced = /[\p{sc=Han}\p{sc=Hangul}]/u.test(value);
  return new RegExp(
    isUnspaced ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`,
    "iu",
  ).test(text);
}

async function streamed(masker, text, cuts) {
  const parts = [];
  let at = 0;
  for (const cut of cuts) {
    parts.push(text.slice(at, at + cut));
    at += cut;
  }
  parts.push(text.slice(at));
  let out = "";
  for await (const part of ReadableStream.from(parts).pipeThrough(masker.unmaskStream()))
    out += part;
  return out;
}
