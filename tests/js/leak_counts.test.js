// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { parsePrivate } from "../../models/eval/documents.mjs";
import { countLeaks, mistakeLine } from "../../models/eval/leak_counts.mjs";

const row = (language, marked) => ({
  l: language,
  s: "chat",
  m: 1,
  id: `${language}-01`,
  ...parsePrivate(marked),
});
const sets = new Map([
  [
    "documents",
    [
      row("en", "Hi [PER Ana], ring [PHONE 0161 496] before 12"),
      row("de", "Hallo [PER Bo] und [PER Ina]"),
    ],
  ],
]);
/** Hides the first word, and the digits as a telephone number. */
const find = (texts) =>
  texts.map((text) => [
    { label: "PER", start: 0, end: text.indexOf(" ") },
    ...[...text.matchAll(/\d+(?: \d+)?/gu)].map(({ 0: word, index }) => ({
      label: "PHONE",
      start: index,
      end: index + word.length,
    })),
  ]);

test("each part of a set has its line by kind of value", async () => {
  const { counts } = await countLeaks(find, sets, ({ l }) => ["all", l]);
  const { leaks, scores } = counts;
  expect(leaks.at("documents all PER")).toMatchObject({
    values: 3,
    leaked: 3,
    words: 6,
    hidden: 3,
  });
  expect(leaks.at("documents en PER")).toMatchObject({ values: 1, leaked: 1, words: 4, hidden: 2 });
  expect(leaks.at("documents en PHONE")).toMatchObject({ values: 1, leaked: 0 });
  expect(scores.at("documents all PHONE")).toMatchObject({ gold: 1, found: 2, exact: 1, right: 1 });
  expect(scores.at("documents de PHONE")).toMatchObject({ gold: 0, found: 0 });
});

test("mistakes are shown with what stands around them", async () => {
  const { mistakes } = await countLeaks(find, sets, () => ["all"]);
  expect(mistakes.map(mistakeLine)).toEqual([
    "en-01, leaked PER: Hi ⟦Ana⟧, ring 0161 496 before 12",
    "en-01, hidden: ⟦Hi⟧ Ana, ring 0161 496 befor",
    "en-01, hidden: na, ring 0161 496 before ⟦12⟧",
    "en-01, taken for PHONE: na, ring 0161 496 before ⟦12⟧",
    "de-01, leaked PER: Hallo ⟦Bo⟧ und Ina",
    "de-01, leaked PER: Hallo Bo und ⟦Ina⟧",
    "de-01, hidden: ⟦Hallo⟧ Bo und Ina",
  ]);
});
