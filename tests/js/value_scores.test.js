// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { parsePrivate } from "../../models/eval/documents.mjs";
import { ValueScores } from "../../models/eval/value_scores.mjs";

const row = {
  l: "en",
  s: "mail",
  m: 1,
  ...parsePrivate("👋 Ring [PHONE 0161 496] or [PHONE 0162 497], fax 0163, [EMAIL a@b.example]"),
};
const found = (word, label = "PHONE") => {
  const start = row.t.indexOf(word);
  return { label, start, end: start + word.length };
};

test.each([
  ["nothing is found", [], { found: 0, exact: 0, covered: 0, right: 0 }],
  [
    "both, to the character",
    [found("0161 496"), found("0162 497")],
    { found: 2, exact: 2, covered: 2, right: 2 },
  ],
  [
    "what is found in pieces is covered, and each piece is right",
    [found("0161"), found("496")],
    { found: 2, exact: 0, covered: 1, right: 2 },
  ],
  [
    "punctuation around a value is no mistake by cover",
    [found(" 0161 496 ")],
    { found: 1, exact: 0, covered: 1, right: 1 },
  ],
  ["a word around it is", [found("Ring 0161 496")], { found: 1, exact: 0, covered: 1, right: 0 }],
  ["half a value is right, and covers none", [found("0161 4")], { found: 1, covered: 0, right: 1 }],
  ["of another label it is nothing", [found("0161 496", "ID")], { found: 0, covered: 0 }],
  ["a public number is wrong", [found("0163")], { found: 1, exact: 0, covered: 0, right: 0 }],
  ["nor is an address a number", [found("a@b.example")], { found: 1, exact: 0, right: 0 }],
])("%s", (_, records, wanted) => {
  const scores = new ValueScores();
  const { missed, wrong } = scores.add(["all", "en"], row, records, "PHONE");
  expect(scores.at("all")).toMatchObject({ gold: 2, ...wanted });
  expect(scores.at("en")).toEqual(scores.at("all"));
  const { gold, exact } = scores.at("all");
  expect(missed.length).toBe(gold - exact);
  expect(wrong.length).toBe(scores.at("all").found - exact);
});

test("shares of values and of what is found", () => {
  const scores = new ValueScores();
  scores.add(["all"], row, [found("0161 496"), found("0162"), found("0163")], "PHONE");
  expect(scores.at("all").recall).toBe(1 / 2);
  expect(scores.at("all").precision).toBe(1 / 3);
  expect(scores.at("all").coverRecall).toBe(1 / 2);
  expect(scores.at("all").coverPrecision).toBe(2 / 3);
  expect(scores.at("none").recall).toBe(1);
});
