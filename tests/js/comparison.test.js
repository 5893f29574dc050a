// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

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
