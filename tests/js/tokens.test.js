// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { iob2, tokensOf } from "../../dist/node/formats/tokens.js";
import { spansIn, taggedTexts } from "./tagged_texts.js";

const spansOf = (tagged) => spansIn(tagged).map(([start, end, label]) => ({ start, end, label }));
const wordsOf = (text, spans = []) => {
  const tokens = tokensOf(text, spans);
  const words = tokens.filter(({ isSpace }) => !isSpace);
  return words.map(({ start, end }, i) => [text.slice(start, end), iob2(tokens)[i]]);
};

test("tokens are all of a text, and entities whole numbers of them", () => {
  for (const tagged of taggedTexts(300, { seed: 5 })) {
    const { text } = tagged.record;
    const spans = spansOf(tagged);
    const tokens = tokensOf(text, spans);
    expect(tokens.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    for (const span of spans) {
      const own = tokens.filter((token) => token.span === span);
      expect([own[0].start, own.at(-1).end]).toEqual([span.start, span.end]);
    }
    const words = tokens.filter(({ isSpace }) => !isSpace);
    expect(tokens.filter(({ start, end }) => start >= end)).toEqual([]);
    for (const { start, end } of words) expect(text.slice(start, end)).not.toMatch(/[\s\u0085]/u);
  }
});

test("tokens of a long text take a time that grows with it", () => {
  // V8 takes minutes to segment so much at once, as its time is the square of the length.
  const tokens = tokensOf("Emma sings. ".repeat(40_000), []);
  expect(tokens.filter(({ isSpace }) => !isSpace)).toHaveLength(120_000);
});

test("words are Unicode's, cut where an entity begins and ends", () => {
  const span = { start: 3, end: 8, label: "LOC" };
  expect(wordsOf("in Paris-based U.S. firms", [span])).toEqual([
    ["in", "O"],
    ["Paris", "B-LOC"],
    ["-", "O"],
    ["based", "O"],
    ["U.S", "O"],
    [".", "O"],
    ["firms", "O"],
  ]);
  expect(wordsOf("preParisian", [{ start: 3, end: 8, label: "LOC" }])).toEqual([
    ["pre", "O"],
    ["Paris", "B-LOC"],
    ["ian", "O"],
  ]);
});

test("entities that touch begin anew, and of those that overlap the first is kept", () => {
  const spans = [
    { start: 0, end: 4, label: "PER" },
    { start: 4, end: 6, label: "PER" },
    { start: 5, end: 9, label: "LOC" },
  ];
  expect(wordsOf("EmmaXY tail", spans).map(([, tag]) => tag)).toEqual(["B-PER", "B-PER", "O"]);
});
