// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { fateOf, kindOf } from "../../dist/node/report/fates.js";
import { faultyTexts } from "../../dist/node/report/faulty_texts.js";
import { byEntityLength, bySentenceLength } from "../../dist/node/report/lengths.js";
import { evaluate } from "../../dist/node/index.js";
import { compared, mixed, sentence } from "./compared.js";

test("figures are evaluate()'s, of all texts and of those of each language", async () => {
  const { figures, languages } = await compared(mixed);
  const of = (some) => [some.map(({ gold }) => gold), some.map(({ predicted }) => predicted)];
  expect(figures).toEqual((await evaluate(...of(mixed))).figures);
  expect(Object.fromEntries(languages)).toEqual({
    nl: (await evaluate(...of(mixed.slice(0, 1)))).figures.micro,
    he: (await evaluate(...of(mixed.slice(1, 2)))).figures.micro,
    de: (await evaluate(...of(mixed.slice(2)))).figures.micro,
  });
  expect(languages.get("he")).toEqual({
    correct: 1,
    found: 1,
    gold: 2,
    precision: 1,
    recall: 0.5,
    f1: 2 / 3,
  });
});

test("a corpus that does not say its languages has none; some that do not are under no code", async () => {
  const plain = sentence("Emma", "B-PER", "B-PER");
  expect((await compared([plain])).languages.size).toBe(0);
  const { languages } = await compared([plain, plain, mixed[0], sentence("", "O", "O")]);
  expect([...languages.keys()]).toEqual(["", "nl"]); // the most texts first; one without a token in none
});

test("every entity of either side is in one pair, under the names of the mapping", async () => {
  const { pairs } = await compared([mixed[0]], { LOC: "PLACE" });
  const span = (type, start, end) => ({ type, start, end });
  expect(pairs).toEqual([
    { sentence: 0, gold: span("PER", 0, 1), predicted: span("PER", 0, 1) },
    { sentence: 0, gold: null, predicted: span("PLACE", 2, 3) },
    { sentence: 0, gold: span("PLACE", 3, 5), predicted: span("PLACE", 3, 4) },
    { sentence: 0, gold: span("ORG", 6, 7), predicted: span("PLACE", 6, 7) },
  ]);
});

test("what is counted from pairs is what evaluate() counts, whatever the tags", async () => {
  const tag = fc.constantFrom("O", "O", "B-A", "I-A", "L-A", "U-B", "B-B", "I-B", "E-B", "A");
  const tags = fc.array(fc.tuple(tag, tag), { minLength: 1, maxLength: 12 });
  const corpus = fc.array(tags, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(corpus, async (columns) => {
      const sentences = columns.map((rows) => {
        const side = (at) => rows.map((row) => row[at]).join(" ");
        return sentence(rows.map(() => "a").join(" "), side(0), side(1));
      });
      const { figures, pairs } = await compared(sentences);
      const { gold, found, correct } = figures.micro;
      const lengths = byEntityLength(pairs);
      const sum = (rows, of) => rows.reduce((total, row) => total + of(row), 0);
      expect(sum(lengths, (row) => row.gold)).toBe(gold);
      expect(sum(lengths, (row) => row.fates.right)).toBe(correct);
      const texts = bySentenceLength(sentences, pairs);
      expect(["gold", "found", "correct"].map((name) => sum(texts, (row) => row[name]))).toEqual([
        ...[gold, found, correct],
      ]);
      for (const fate of ["other type", "other boundaries", "missed", "made up"]) {
        const own = figures.confusions.filter((each) => kindOf(each) === fate);
        expect(pairs.filter((pair) => fateOf(pair) === fate)).toHaveLength(
          sum(own, ({ count }) => count),
        );
      }
      const faults = faultyTexts({ corpus: { sentences }, figures, pairs }, 20);
      expect(sum(faults, (text) => text.faults)).toBe(gold + found - 2 * correct);
    }),
    { numRuns: 300 },
  );
});
