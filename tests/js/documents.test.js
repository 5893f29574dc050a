// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import {
  KINDS,
  LABELS,
  parseDocuments,
  parsePrivate,
  readDocuments,
} from "../../models/eval/documents.mjs";
import { readEveryday } from "../../models/eval/everyday.mjs";

const documents = await readDocuments();
const everyday = await readEveryday();
const languages = [...new Set(everyday.map((row) => row.l))].sort();

/** The values of a label, with their document's name. */
const valuesOf = (label) =>
  documents.flatMap(({ id, t, e }) =>
    e
      .filter(([, , each]) => each === label)
      .map(([start, end]) => [id, [...t].slice(start, end).join("")]),
  );

test("a mark becomes a span in code points, an escaped bracket stays", () => {
  expect(parsePrivate("👋 [PER Ana]\n\\[a\\\\b\\] [SECRET x\\]y]!")).toEqual({
    t: "👋 Ana\n[a\\b] x]y!",
    e: [
      [2, 5, "PER"],
      [12, 15, "SECRET"],
    ],
  });
});

test.each([
  "[DATE today]",
  "[PER Ana",
  "Ana]",
  "[PER [LOC Ana]]",
  "[PER Ana ]",
  "[PER ]",
  "a \\ b",
  "[PER An\na]",
])("%j is no mark", (marked) => {
  expect(() => parsePrivate(marked)).toThrow(/expected \[PER/u);
});

test("a file is documents between headers", () => {
  const text = "# a comment\n\n=== de-01 chat\nA\n\nB [PER C]\n\n=== de-02 form\nD\n";
  expect(parseDocuments(text, "de")).toEqual([
    { l: "de", s: "chat", m: 1, id: "de-01", t: "A\n\nB C", e: [[5, 6, "PER"]] },
    { l: "de", s: "form", m: 1, id: "de-02", t: "D", e: [] },
  ]);
});

test.each([
  ["=== en-01 chat\n", /found "=== en-01 chat"/u],
  ["=== de-01 poem\n", /found "=== de-01 poem"/u],
  ["=== de-1 chat\n", /found "=== de-1 chat"/u],
  ["Hello\n=== de-01 chat\n", /found "Hello"/u],
  ["=== de-01 chat\n[PER", /^de-01: expected/u],
])("%j is no file of German", (text, message) => {
  expect(() => parseDocuments(text, "de")).toThrow(message);
});

test("each language of the everyday text has 14 documents, of every kind, numbered", () => {
  expect([...new Set(documents.map(({ l }) => l))].sort()).toEqual(languages);
  for (const language of languages) {
    const own = documents.filter(({ l }) => l === language);
    expect(own.map(({ id }) => id)).toEqual(
      own.map((_, at) => `${language}-${String(at + 1).padStart(2, "0")}`),
    );
    const counts = KINDS.map((kind) => own.filter(({ s }) => s === kind).length);
    expect([language, counts]).toEqual([language, [3, 3, 3, 3, 2]]);
  }
});

test("no document is a sentence of the everyday text or stands there twice", () => {
  const texts = documents.map(({ t }) => t);
  expect(new Set(texts).size).toBe(texts.length);
  const lines = texts.flatMap((text) => text.split("\n"));
  expect(everyday.filter(({ t }) => lines.includes(t))).toEqual([]);
});

test("each document has private values and is about as long as what people write", () => {
  for (const { id, t, e } of documents) {
    const length = t.length > 300 || e.length > 3;
    expect([id, length, t.length < 1200]).toEqual([id, true, true]);
    expect(e.filter(([, , label]) => label === "PER").length).toBeGreaterThan(0);
  }
  for (const label of LABELS) expect(valuesOf(label).length).toBeGreaterThanOrEqual(20);
});

test("every IBAN has the remainder 1 of 97", () => {
  for (const [id, value] of valuesOf("IBAN")) {
    const bare = value.replace(/[^0-9A-Z]/gu, "");
    const digits = [...(bare.slice(4) + bare.slice(0, 4))]
      .map((character) => parseInt(character, 36))
      .join("");
    expect([id, value, BigInt(digits) % 97n]).toEqual([id, value, 1n]);
  }
});

test("every card passes Luhn's check", () => {
  for (const [id, value] of valuesOf("CARD")) {
    const digits = [...value.replace(/\D/gu, "")].reverse().map(Number);
    const sum = digits.reduce(
      (all, digit, at) => all + (at % 2 === 0 ? digit : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit]),
      0,
    );
    expect([id, value, digits.length > 12, sum % 10]).toEqual([id, value, true, 0]);
  }
});

test("a value, and a word of a name, is marked wherever it stands in its document", () => {
  const escaped = (text) =>
    text.replace(/[^\p{L}\p{M}\p{N}]/gu, (each) => `\\u{${each.codePointAt(0).toString(16)}}`);
  for (const { id, t, e } of documents) {
    const characters = [...t];
    const values = e.flatMap(([start, end, label]) => {
      const letters = Array(end - start).fill("\0");
      const value = characters.splice(start, end - start, ...letters).join("");
      return [value, ...((label === "PER" && value.match(/[\p{L}\p{M}]{4,}/gu)) || [])];
    });
    const words = `(?<![\\p{L}\\p{M}\\p{N}])(?:${values.map(escaped).join("|")})(?![\\p{L}\\p{M}\\p{N}])`;
    expect([id, new RegExp(words, "u").exec(characters.join(""))?.[0]]).toEqual([id, undefined]);
  }
});
