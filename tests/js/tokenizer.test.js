// SPDX-License-Identifier: Apache-2.0

import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { Tokenizer } from "../../dist/node/index.js";
import {
  copyOfTiny,
  golden,
  removeCopies,
  shared,
  testWith,
  tiny,
  toUtf16,
  use,
} from "./support.js";

/** An encoding has getters, which toEqual does not look at. */
const toJSON = (encoding) => encoding.toJSON();

let tokenizer;
beforeAll(async () => (tokenizer = await Tokenizer.load(tiny)));
afterAll(() => tokenizer?.dispose());
afterAll(removeCopies);

describe.each(golden.cases)("$text", ({ text, ids, tokens, offsets }) => {
  test("has the pieces and offsets of Hugging Face", async () => {
    const found = await tokenizer.encode(text, { offsets: "codepoint" });
    expect(found.ids).toEqual(ids);
    expect(found.tokens).toEqual(tokens);
    expect(found.offsets).toEqual(offsets);
    expect(found.special_tokens_mask).toEqual(ids.map((id) => (id === 0 || id === 2 ? 1 : 0)));
  });

  test("has the same offsets in UTF-16", async () => {
    const found = await tokenizer.encode(text);
    const utf16 = offsets.map((range) => range.map((at) => toUtf16(text, at)));
    expect(found.offsets).toEqual(utf16);
  });
});

test("an encoding's plain object has its keys in the documented order", async () => {
  expect(Object.keys((await tokenizer.encode("Emma")).toJSON())).toEqual([
    "ids",
    "tokens",
    "offsets",
    "word_ids",
    "special_tokens_mask",
  ]);
});

test("an encoding makes each list once, and prints and serializes them all", async () => {
  const encoding = await tokenizer.encode("Emma");
  const plain = encoding.toJSON();
  for (const [key, list] of Object.entries(plain)) expect(encoding[key]).toBe(list);
  expect(JSON.parse(JSON.stringify(encoding))).toEqual(plain);
  expect(inspect(encoding)).toBe(inspect(plain));
});

test("an empty text has its two special tokens", async () => {
  expect((await tokenizer.encode("")).toJSON()).toEqual({
    ids: [0, 2],
    tokens: ["<s>", "</s>"],
    offsets: [
      [0, 0],
      [0, 0],
    ],
    word_ids: [null, null],
    special_tokens_mask: [1, 1],
  });
});

test("a list gives a list, each as it is alone", async () => {
  const texts = golden.cases.map(({ text }) => text);
  const alone = [];
  for (const text of texts) alone.push((await tokenizer.encode(text)).toJSON());
  expect((await tokenizer.encode(texts)).map(toJSON)).toEqual(alone);
  expect(await tokenizer.encode([])).toEqual([]);
});

test("a long list is as its parts, whatever the threads", async () => {
  const texts = Array.from({ length: 9000 }, (_, i) => golden.cases[i % golden.cases.length].text);
  const one = await use(Tokenizer.load(tiny, { threads: 1 }), (alone) => alone.encode(texts));
  const two = await use(Tokenizer.load(tiny, { threads: 2 }), (pair) => pair.encode(texts));
  expect(one).toHaveLength(texts.length);
  expect(one.slice(0, golden.cases.length).map(({ ids }) => ids)).toEqual(
    golden.cases.map(({ ids }) => ids),
  );
  expect(two.map(toJSON)).toEqual(one.map(toJSON));
});

test("an aborted list rejects with the signal's reason, and the tokenizer works on", async () => {
  const texts = Array.from({ length: 400 }, () => "Emma ".repeat(5000));
  const reason = new Error("enough");
  const controller = new AbortController();
  const before = tokenizer.encode("Emma");
  const call = tokenizer.encode(texts, { signal: controller.signal });
  await before; // calls are answered in order: the worker has the list now
  controller.abort(reason);
  await expect(call).rejects.toBe(reason);
  expect((await tokenizer.encode("Emma")).tokens).toEqual(["<s>", "▁Emma", "</s>"]);
});

test("lone surrogates are one unit and one code point, read as U+FFFD", async () => {
  const { offsets, ids } = await tokenizer.encode("\ud83dEmma \ude80");
  const replaced = await tokenizer.encode("\ufffdEmma \ufffd");
  expect(ids).toEqual(replaced.ids);
  expect(offsets).toEqual(replaced.offsets);
});

test("a text above the limit is refused, and its place in a list is named", async () => {
  const long = "a".repeat(2 ** 20 + 1);
  await expect(tokenizer.encode(["b", long])).rejects.toMatchObject({
    code: "text_too_long",
    message: expect.stringMatching(/^list item 1: .*expected at most 1048576/),
  });
  expect((await tokenizer.encode("a".repeat(2 ** 20))).offsets.at(-2)[1]).toBe(2 ** 20);
});

test("an unknown option or unit is refused", async () => {
  await expect(tokenizer.encode("a", { offset: "utf16" })).rejects.toThrow("found 'offset'");
  await expect(tokenizer.encode("a", { offsets: "bytes" })).rejects.toThrow("found 'bytes'");
  await expect(tokenizer.encode("a", { mode: "slow" })).rejects.toThrow("found 'slow'");
  await expect(tokenizer.encode(null)).rejects.toThrow("found null");
  await expect(Tokenizer.load(tiny, { threads: 0 })).rejects.toThrow("from 1 to 64, found 0");
});

test("the tokenizer's file is all that is needed", async () => {
  const folder = copyOfTiny();
  rmSync(path.join(folder, "config.json"));
  rmSync(path.join(folder, "onnx"), { recursive: true });
  rmSync(path.join(folder, "model.safetensors"));
  const { tokens } = await use(Tokenizer.load(folder), (alone) => alone.encode("Emma"));
  expect(tokens).toEqual(["<s>", "▁Emma", "</s>"]);
});

const testWithXlmr = testWith("data/xlmr/sentencepiece.bpe.model", test);

testWithXlmr("XLM-R's vocabulary gives the known pieces of the Dutch sentence", async () => {
  const { tokens, offsets } = await use(Tokenizer.load(path.join(shared, "data/xlmr")), (xlmr) =>
    xlmr.encode("Mijn naam is Emma en ik woon in Londen."),
  );
  expect(tokens.join(" ")).toBe("<s> ▁Mijn ▁naam ▁is ▁Emma ▁en ▁ik ▁woon ▁in ▁Lond en . </s>");
  expect([tokens[4], offsets[4]]).toEqual(["▁Emma", [13, 17]]);
  expect([tokens[9], offsets[9]]).toEqual(["▁Lond", [32, 36]]);
});

testWithXlmr("XLM-R's vocabulary gives the ids that the transformers tests publish", async () => {
  const file = path.join(shared, "data/xlmr/expected.hf.json");
  const { cases } = JSON.parse(readFileSync(file, "utf8"));
  expect(cases.length).toBeGreaterThan(3);
  const texts = cases.map(({ text }) => text);
  const found = await use(Tokenizer.load(path.join(shared, "data/xlmr")), (xlmr) =>
    xlmr.encode(texts),
  );
  expect(found.map(({ ids }) => ids)).toEqual(cases.map(({ ids }) => ids));
});
