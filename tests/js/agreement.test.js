// SPDX-License-Identifier: Apache-2.0
// The tokenizer with XLM-R's vocabulary against the real libraries, on 20,000 lines in 159 languages.
// The expected fingerprints were made by tests/golden/make_agreement.py.
import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { Tokenizer } from "../../dist/node/index.js";
import { takeLines } from "../bench/texts.mjs";
import { fingerprint, values } from "./fingerprint.js";
import { root, shared, testWith, use } from "./support.js";

const LINES = 20_000;
const testWithText = testWith("data/text", testWith("data/xlmr", test));

/** How many of the lines have the fingerprint of the golden file. */
async function agreement(mode, file, options) {
  const expected = readFileSync(path.join(root, "tests/golden", file));
  const lines = takeLines(path.join(shared, "data/text"), LINES);
  const encodings = await use(Tokenizer.load(path.join(shared, "data/xlmr")), (tokenizer) =>
    tokenizer.encode(lines, { mode, offsets: "codepoint" }),
  );
  return encodings.filter(
    (encoding, i) => fingerprint(values(encoding, options)) === expected.readUInt32LE(4 * i),
  ).length;
}

testWithText("ids, offsets and word ids of all lines equal Hugging Face's", async () => {
  expect(await agreement("hf", "agreement_xlmr.bin")).toBe(LINES);
});

testWithText("ids and spans of all lines equal the SentencePiece library's", async () => {
  const file = "agreement_xlmr_sentencepiece.bin";
  expect(await agreement("sentencepiece", file, { words: false })).toBe(LINES);
});
