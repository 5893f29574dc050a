// SPDX-License-Identifier: Apache-2.0

import { readFile } from "node:fs/promises";

import { expect, test } from "@jest/globals";

import { DOMAINS, parseEveryday, parseMarked, readEveryday } from "../../models/eval/everyday.mjs";

test("a mark becomes a span in code points, and leaves the name", () => {
  expect(parseMarked("Hi [PER Ana] 👋🏽, [LOC 𠮷野町]?")).toEqual({
    t: "Hi Ana 👋🏽, 𠮷野町?",
    e: [
      [3, 6, "PER"],
      [11, 14, "LOC"],
    ],
  });
});

test.each(["[DATE today]", "[PER Ana", "Ana]", "[PER [LOC Ana]]", "[PER Ana ]", "[PER ]"])(
  "%s is no mark",
  (marked) => {
    expect(() => parseMarked(marked)).toThrow(/found another bracket|with a blank/u);
  },
);

test.each(["en mail Hi", "en\tmail", "en\tletter\tHi", "en\tmail\tHi\tAna"])(
  "%j is no line of it",
  (line) => {
    expect(() => parseEveryday(`# a comment\n\n${line}\n`)).toThrow(/line 3: expected language/u);
  },
);

test("the file has 200 different sentences, at least 8 in each language of the card, of each domain", async () => {
  const card = await readFile(new URL("../../models/default/README.md", import.meta.url), "utf8");
  const languages = /^language: \[(.*)\]$/mu.exec(card)[1].replaceAll('"', "").split(", ");
  const rows = await readEveryday();
  expect(new Set(rows.map((row) => row.t)).size).toBe(200);
  expect([...new Set(rows.map((row) => row.l))].sort()).toEqual(languages.sort());
  for (const language of languages) {
    const own = rows.filter((row) => row.l === language);
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect(new Set(own.map((row) => row.s))).toEqual(new Set(DOMAINS));
    expect(
      own.flatMap((row) => row.e).filter(([, , label]) => label === "PER").length,
    ).toBeGreaterThan(5);
  }
});
