// SPDX-License-Identifier: Apache-2.0
// What holds of the records of any string, whatever the strategy, the unit and the decoder.

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";

import { pipeline } from "../../dist/node/index.js";
import { anyText, splitsPair } from "./any_text.js";
import { tiny } from "./support.js";

let ner;
beforeAll(async () => (ner = await pipeline("token-classification", tiny, { threads: 1 })));
afterAll(() => ner?.dispose());

const runs = { seed: 20261121, numRuns: 150 };
const strategies = ["none", "simple", "first", "average", "max"];
const options = fc.record({
  aggregation_strategy: fc.constantFrom(...strategies),
  decoder: fc.constantFrom(undefined, "hf", "conll", "tner", "sparknlp"),
  ignore_labels: fc.constantFrom([], ["O"]),
  viterbi: fc.boolean(),
  truncation: fc.boolean(),
});

const check = (property) => fc.assert(property, runs);
const labelOf = (record) => record.entity ?? record.entity_group;

test("records are sorted, in bounds, never inside a surrogate pair, and probabilities", async () => {
  await check(
    fc.asyncProperty(anyText, options, async (text, given) => {
      let last = 0;
      for (const { start, end, score } of await ner(text, given)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect([splitsPair(text, start), splitsPair(text, end)]).toEqual([false, false]);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        last = start;
      }
    }),
  );
}, 120_000);

test("offsets in code points cut the same substrings as those in UTF-16 units", async () => {
  await check(
    fc.asyncProperty(anyText, options, async (text, given) => {
      const wellFormed = text.toWellFormed();
      const points = [...wellFormed];
      const utf16 = await ner(wellFormed, given);
      const codepoints = await ner(wellFormed, { ...given, offsets: "codepoint" });
      expect(codepoints.map(({ start, end }) => points.slice(start, end).join(""))).toEqual(
        utf16.map(({ start, end }) => wellFormed.slice(start, end)),
      );
    }),
  );
}, 120_000);

test("of text that no normalisation changes, the slice is the word", async () => {
  const plain = fc
    .array(fc.stringMatching(/^[A-Za-z0-9.,()-]{1,8}$/), { maxLength: 12 })
    .map((words) => words.join(" "));
  await check(
    fc.asyncProperty(plain, options, async (text, given) => {
      for (const { word, start, end } of await ner(text, given)) {
        const slice = text.slice(start, end);
        // A ▁ before what is not in the vocabulary has the place of its first character.
        if (word.trim() === "" || word === "▁") continue;
        expect(word.replace(/^▁/, "").trim()).toBe(slice);
      }
    }),
  );
}, 120_000);

test("a list gives what its texts give, and a limit on scores only leaves out", async () => {
  await check(
    fc.asyncProperty(fc.array(anyText, { maxLength: 4 }), options, async (texts, given) => {
      const alone = [];
      for (const text of texts) alone.push(await ner(text, given));
      expect(await ner(texts, given)).toEqual(alone);
      const limited = await ner(texts, { ...given, min_score: 0.5 });
      expect(limited.map((list) => [...list])).toEqual(
        alone.map((list) => list.filter(({ score }) => score >= 0.5)),
      );
    }),
  );
}, 120_000);

test("nothing that is ignored is reported, and nothing else is missing", async () => {
  await check(
    fc.asyncProperty(anyText, fc.constantFrom(...strategies), async (text, strategy) => {
      const all = await ner(text, { aggregation_strategy: strategy, ignore_labels: [] });
      const some = await ner(text, {
        aggregation_strategy: strategy,
        ignore_labels: ["O", "PER"],
      });
      const isKept = (record) => !["O", "PER", "B-PER", "I-PER"].includes(labelOf(record));
      expect([...some]).toEqual(all.filter(isKept));
    }),
  );
}, 120_000);

test("every given word has a tag, in every mode", async () => {
  const mode = fc.constantFrom("hf", "sparknlp", "tner");
  await check(
    fc.asyncProperty(fc.array(anyText, { maxLength: 8 }), mode, async (words, given) => {
      const tags = await ner.tagWords(words, { mode: given });
      expect(tags.map(({ word }) => word)).toEqual(words);
      expect(tags.map(({ index }) => index)).toEqual(words.map((_, i) => i));
    }),
  );
}, 120_000);
