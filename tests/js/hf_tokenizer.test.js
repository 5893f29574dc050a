// SPDX-License-Identifier: Apache-2.0
// The two modes of the tokenizer against the real libraries' output for 600 random texts, made by
// tests/golden/make_hf_tokenizer.py, and for every Unicode scalar value, by make_scalars.py.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { Tokenizer } from "../../dist/node/index.js";
import { fingerprint, values } from "./fingerprint.js";
import { root, tiny, use } from "./support.js";

const { cases } = JSON.parse(
  readFileSync(path.join(root, "tests/golden/hf_tokenizer.json"), "utf8"),
);
const texts = cases.map(([text]) => text);

test("hf mode gives the ids, offsets and word ids of Hugging Face", async () => {
  const found = await use(Tokenizer.load(tiny), (tokenizer) =>
    tokenizer.encode(texts, { offsets: "codepoint" }),
  );
  for (const [i, [text, ids, offsets, words]] of cases.entries()) {
    expect([text, found[i].ids.slice(1, -1)]).toEqual([text, ids]);
    expect([text, found[i].offsets.slice(1, -1).flat()]).toEqual([text, offsets]);
    expect([text, found[i].word_ids.slice(1, -1)]).toEqual([text, words]);
  }
});

test("sentencepiece mode gives the ids of the SentencePiece library", async () => {
  const found = await use(Tokenizer.load(tiny), (tokenizer) =>
    tokenizer.encode(texts, { mode: "sentencepiece" }),
  );
  for (const [i, [text, , , , ids]] of cases.entries()) {
    expect([text, found[i].ids.slice(1, -1)]).toEqual([text, ids]);
  }
});

const BLOCK = 256;
const SCALARS = 0x110000 - 0x800;

/** The scalar values [begin, end), counted without the surrogates, between two texts. */
function scalars(begin, end, [before, after]) {
  return Array.from({ length: Math.min(end, SCALARS) - begin }, (_, i) => {
    const place = begin + i;
    return before + String.fromCodePoint(place < 0xd800 ? place : place + 0x800) + after;
  });
}

test.each([
  ["alone", ["", ""], 0],
  ["between two letters", ["x", "y"], 1],
  ["after a base letter", ["a", ""], 2],
])("hf mode gives what Hugging Face gives for every scalar value %s", async (_, around, set) => {
  const expected = readFileSync(path.join(root, "tests/golden/scalars.bin"));
  const blocks = Math.ceil(SCALARS / BLOCK);
  expect(expected).toHaveLength(3 * 4 * blocks);
  const found = [];
  await use(Tokenizer.load(tiny), async (tokenizer) => {
    const slice = 128 * BLOCK;
    for (let begin = 0; begin < SCALARS; begin += slice) {
      const texts = scalars(begin, begin + slice, around);
      const encodings = await tokenizer.encode(texts, { offsets: "codepoint" });
      const lists = encodings.map((each) => [each.ids.length - 2, ...values(each)]);
      for (let at = 0; at < lists.length; at += BLOCK) {
        found.push(fingerprint(lists.slice(at, at + BLOCK).flat()));
      }
    }
  });
  expect(found).toHaveLength(blocks);
  const wrong = found.filter(
    (crc, index) => crc !== expected.readUInt32LE(4 * (set * blocks + index)),
  );
  expect(wrong).toEqual([]);
});
