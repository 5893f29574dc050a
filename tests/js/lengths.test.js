// SPDX-License-Identifier: Apache-2.0
// By hand: what became of each entity is written beside it.

import { expect, test } from "@jest/globals";

import { byEntityLength, bySentenceLength } from "../../dist/node/report/lengths.js";
import { compared, mixed, sentence } from "./compared.js";

test("gold entities are counted by their words and by what became of them", async () => {
  const { pairs } = await compared(mixed);
  expect(byEntityLength(pairs)).toEqual([
    // Emma right, Philips another type, דוד missed; "in" was made up and is of no gold entity.
    { least: 1, most: 1, gold: 3, fates: fates(1, 1, 0, 1) },
    // Nieuw Londen found short, תל אביב right.
    { least: 2, most: 2, gold: 2, fates: fates(1, 0, 1, 0) },
  ]);
});

test("entities of six words and more are counted together", async () => {
  const tags = (length) => ["B-X", ...Array(length - 1).fill("I-X")].join(" ");
  const long = (length) => sentence(Array(length).fill("a").join(" "), tags(length), tags(length));
  const { pairs } = await compared([long(5), long(6), long(100)]);
  expect(byEntityLength(pairs)).toEqual([
    { least: 5, most: 5, gold: 1, fates: fates(1, 0, 0, 0) },
    { least: 6, most: Infinity, gold: 2, fates: fates(2, 0, 0, 0) },
  ]);
});

test("texts are counted by their words, with F1 of their entities", async () => {
  const { corpus, pairs } = await compared([...mixed, sentence("a", "O", "O")]);
  expect(bySentenceLength(corpus.sentences, pairs)).toEqual([
    // Of דוד and תל אביב one is right; two texts have no entity.
    { least: 1, most: 5, sentences: 3, gold: 2, found: 1, correct: 1, f1: 2 / 3 },
    { least: 6, most: 10, sentences: 1, gold: 3, found: 4, correct: 1, f1: 2 / 7 },
  ]);
  const { pairs: none } = await compared([mixed[2]]);
  expect(bySentenceLength([mixed[2]], none)[0].f1).toBeNull();
});

function fates(right, type, boundaries, missed) {
  return { right, "other type": type, "other boundaries": boundaries, missed };
}
