// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { parseMarked } from "../../models/eval/everyday.mjs";
import { Leaks } from "../../models/eval/leaks.mjs";

const text = "👋 Dear [PER Ana Lee-Kim], hi [PER Bo] in [LOC Rome]";
const at = (word) => {
  const { t } = parseMarked(text);
  return { start: t.indexOf(word), end: t.indexOf(word) + word.length };
};

test.each([
  ["nothing is masked: both persons leak", [], { leaked: 2, hidden: 0 }],
  ["both are masked", [at("Ana Lee-Kim"), at("Bo")], { leaked: 0, hidden: 0 }],
  [
    "the words of a name suffice, without blank and hyphen",
    [at("Ana"), at("Lee"), at("Kim")],
    { leaked: 1, hidden: 0 },
  ],
  ["one letter less is a leak", [at("na Lee-Kim"), at("Bo")], { leaked: 1, hidden: 0 }],
  ["a place is no person, and no public word", [at("Rome"), at("Bo")], { leaked: 1, hidden: 0 }],
  [
    "half a public word is a hidden one",
    [at("Ana Lee-Kim, h"), at("Bo")],
    { leaked: 0, hidden: 1 },
  ],
])("%s", (_, masked, wanted) => {
  const leaks = new Leaks();
  leaks.add(["all", "en"], { l: "en", s: "mail", m: 1, ...parseMarked(text) }, masked);
  expect(leaks.at("all")).toMatchObject({ values: 2, words: 3, ...wanted });
  expect(leaks.at("en")).toEqual(leaks.at("all"));
});

test("words of digits alone are counted apart", () => {
  const leaks = new Leaks();
  const row = { l: "en", s: "mail", m: 1, t: "Room 12 b2, 7", e: [] };
  const { hidden } = leaks.add(["all"], row, [
    { start: 5, end: 10 },
    { start: 12, end: 13 },
  ]);
  expect(hidden.map(({ start, end }) => row.t.slice(start, end))).toEqual(["12", "b2", "7"]);
  expect(leaks.at("all")).toMatchObject({ words: 4, hidden: 3, numbers: 2, hiddenNumbers: 2 });
  expect(leaks.at("all").hiddenLettersRate).toBe(1 / 2);
  expect(leaks.at("none").hiddenLettersRate).toBe(0);
});

test("what leaks is given, by label", () => {
  const row = { l: "en", s: "mail", m: 1, ...parseMarked(text) };
  const { leaked } = new Leaks().add(["all"], row, [at("Bo")], "PER");
  expect(leaked).toMatchObject([at("Ana Lee-Kim")]);
  expect(new Leaks().add(["all"], row, [], "LOC").leaked).toMatchObject([at("Rome")]);
});

test("rates, also of nothing", () => {
  const leaks = new Leaks();
  expect(leaks.at("none")).toMatchObject({ leakRate: 0, hiddenRate: 0 });
  leaks.add(["all"], { l: "en", s: "mail", m: 1, ...parseMarked(text) }, [at("Bo"), at("Dear")]);
  expect(leaks.at("all").leakRate).toBe(1 / 2);
  expect(leaks.at("all").hiddenRate).toBe(1 / 3);
});
