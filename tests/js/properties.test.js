// SPDX-License-Identifier: Apache-2.0
// What holds of the encoding of any string, lone surrogates included, in both modes and units.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { Tokenizer } from "../../dist/node/index.js";
import { anyText, splitsPair } from "./any_text.js";
import { tiny } from "./support.js";

let tokenizer;
beforeAll(async () => (tokenizer = await Tokenizer.load(tiny, { threads: 2 })));
afterAll(() => tokenizer?.dispose());

const runs = { seed: 20261121, numRuns: 400 };

describe.each(["hf", "sentencepiece"])("in %s mode", (mode) => {
  test("the five lists agree with each other", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { ids, tokens, offsets, word_ids, special_tokens_mask } = await tokenizer.encode(
          text,
          { mode },
        );
        for (const list of [tokens, offsets, word_ids, special_tokens_mask]) {
          expect(list).toHaveLength(ids.length);
        }
        expect([ids[0], ids.at(-1), tokens[0], tokens.at(-1)]).toEqual([0, 2, "<s>", "</s>"]);
        expect([word_ids[0], word_ids.at(-1)]).toEqual([null, null]);
        expect(special_tokens_mask).toEqual(
          ids.map((_, i) => (i === 0 || i === ids.length - 1 ? 1 : 0)),
        );
        // The same id always has the same piece.
        const pieces = new Map(ids.map((id, i) => [id, tokens[i]]));
        expect(ids.map((id) => pieces.get(id))).toEqual(tokens);
        expect(tokens.every((token) => token.length > 0)).toBe(true);
      }),
      runs,
    );
  });

  test("offsets are sorted, in bounds and never inside a surrogate pair", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { offsets } = await tokenizer.encode(text, { mode });
        let last = 0;
        for (const [start, end] of offsets.slice(1, -1)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect([splitsPair(text, start), splitsPair(text, end)]).toEqual([false, false]);
          last = start;
        }
      }),
      runs,
    );
  });

  test("code-point offsets cut the same substrings as UTF-16 offsets", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const utf16 = await tokenizer.encode(text, { mode });
        const codepoint = await tokenizer.encode(text, { mode, offsets: "codepoint" });
        expect(codepoint.ids).toEqual(utf16.ids);
        const points = [...text];
        expect(codepoint.offsets.map(([start, end]) => points.slice(start, end).join(""))).toEqual(
          utf16.offsets.map(([start, end]) => text.slice(start, end)),
        );
      }),
      runs,
    );
  });

  test("words are counted from 0 and never go back or leave one out", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { word_ids } = await tokenizer.encode(text, { mode });
        let last = 0;
        for (const word of word_ids.slice(1, -1)) {
          expect([last, last + 1]).toContain(word);
          last = word;
        }
      }),
      runs,
    );
  });

  test("a list gives what its texts give alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 70 }), async (texts) => {
        const together = await tokenizer.encode(texts, { mode });
        const alone = await Promise.all(texts.map((text) => tokenizer.encode(text, { mode })));
        const toJSON = (encoding) => encoding.toJSON();
        expect(together.map(toJSON)).toEqual(alone.map(toJSON));
      }),
      { ...runs, numRuns: 40 },
    );
  });
});
