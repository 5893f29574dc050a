// SPDX-License-Identifier: Apache-2.0
// The two modes of the tokenizer against the real libraries' output for 600 random texts, made by
// tests/golden/make_hf_tokenizer.py.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { Tokenizer } from "../../dist/node/index.js";
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
