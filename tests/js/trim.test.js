// SPDX-License-Identifier: Apache-2.0

import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { Tokenizer, pipeline } from "../../dist/node/index.js";
import { coverage, keptPieces } from "../../dist/node/trim/kept_pieces.js";
import { protobufFields } from "../../dist/node/trim/protobuf_fields.js";
import { sentencePieceModel } from "../../dist/node/trim/sentencepiece_file.js";
import { anyText } from "./any_text.js";
import { convertedTokenizer } from "./converted_tokenizer.js";
import { copyOfTiny, golden, removeCopies, run, sentence, use } from "./support.js";

afterEach(removeCopies);

const vocabulary = "sentencepiece.bpe.model";

/** The probabilities of all labels of all tokens, which no two different logits share. */
const probabilities = (folder, texts) =>
  use(pipeline("ner", folder, { threads: 1 }), (ner) =>
    ner(texts, { ignore_labels: [], top_k: ner.info().labels.length }),
  );

const pieces = (folder, texts, options) =>
  use(Tokenizer.load(folder, { threads: 1 }), async (tokenizer) =>
    (await tokenizer.encode(texts, options)).map(({ tokens, offsets }) => ({ tokens, offsets })),
  );

/** Folders of a model in q8, whole and trimmed to the lines of `corpus`. */
async function convertBoth(folder, corpus, dtype = "q8") {
  const file = path.join(folder, "corpus.txt");
  writeFileSync(file, corpus.join("\n"));
  const [whole, trimmed] = ["whole", "trimmed"].map((name) => path.join(folder, name));
  const full = await run(["convert", folder, "--dtype", dtype, "--out", whole]);
  const less = await run([
    ...["convert", folder, "--dtype", dtype, "--out", trimmed],
    ...["--trim-vocab", file, "--json"],
  ]);
  expect([full.code, less.code]).toEqual([0, 0]);
  return { whole, trimmed, about: JSON.parse(less.stdout), stderr: less.stderr };
}

const linesOf = (texts) => texts.flatMap((text) => text.split(/[\n\r\u2028\u2029]/));
const texts = linesOf(golden.cases.map(({ text }) => text)).filter((text) => text.trim() !== "");

describe("a model trimmed to a corpus", () => {
  test.each(["q8", "q4"])("has the same bits for its lines: %s", async (dtype) => {
    const { whole, trimmed, about, stderr } = await convertBoth(copyOfTiny(), texts, dtype);
    expect(await probabilities(trimmed, texts)).toEqual(await probabilities(whole, texts));
    const { pieces: kept, of } = about.vocabulary;
    expect(kept).toBeLessThan(of);
    expect(stderr).toContain(`${kept} of ${of} pieces are kept.`);
    expect(readdirSync(trimmed).sort()).toEqual(readdirSync(whole).sort());
    const config = JSON.parse(readFileSync(path.join(trimmed, "config.json")));
    expect(config.vocab_size).toBe(kept);
  });

  test("has the same bits with either tokenizer file", async () => {
    const folder = copyOfTiny();
    writeFileSync(
      path.join(folder, "tokenizer.json"),
      convertedTokenizer(readFileSync(path.join(folder, vocabulary))),
    );
    const { whole, trimmed } = await convertBoth(folder, texts);
    const expected = await probabilities(whole, texts);
    expect(await probabilities(trimmed, texts)).toEqual(expected);
    rmSync(path.join(trimmed, "tokenizer.json"));
    rmSync(path.join(whole, "tokenizer.json"));
    expect(await probabilities(trimmed, texts)).toEqual(await probabilities(whole, texts));
  });

  test("has the same bits for lines of any text", async () => {
    const lines = linesOf(fc.sample(anyText, { numRuns: 300, seed: 5 }));
    const { whole, trimmed } = await convertBoth(copyOfTiny(), lines);
    expect(await probabilities(trimmed, lines)).toEqual(await probabilities(whole, lines));
  });

  test("is one to the SentencePiece library, too", async () => {
    const { whole, trimmed } = await convertBoth(copyOfTiny(), texts);
    const options = { mode: "sentencepiece" };
    expect(await pieces(trimmed, texts, options)).toEqual(await pieces(whole, texts, options));
  });

  test("is made of published weights only", async () => {
    const folder = copyOfTiny();
    const { trimmed } = await convertBoth(folder, [sentence]);
    const again = path.join(folder, "again");
    writeFileSync(path.join(folder, "tokens.txt"), sentence);
    const { code, stderr } = await run([
      ...["convert", trimmed, "--out", again, "--trim-vocab", path.join(folder, "tokens.txt")],
    ]);
    // A quantised model has no published weights to start from.
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("expected weights to convert in the model folder"),
    });
    expect(existsSync(again)).toBe(false);
  });
});

test.each([
  ["its own folder", (folder) => [folder], "expected another folder"],
  ["no such corpus", (folder) => [path.join(folder, "out"), "none.txt"], "expected a corpus at"],
  ["an empty corpus", (folder) => [path.join(folder, "out"), "empty.txt"], "expected text in"],
])("%s is an error", async (_, args, message) => {
  const folder = copyOfTiny();
  const before = readdirSync(folder);
  const [out, corpus = vocabulary] = args(folder);
  writeFileSync(path.join(folder, "empty.txt"), "\n\n");
  const { code, stderr } = await run([
    ...["convert", folder, "--out", out, "--trim-vocab", path.join(folder, corpus)],
  ]);
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
  expect(readdirSync(folder)).toEqual([...before, "empty.txt"].sort());
});

test("what is kept: what is used, added, near what is used, or least probable", () => {
  const piece = (text, score, isAdded = false) => ({ text, score, isAdded });
  const list = [
    ...["<s>", "<pad>", "</s>", "<unk>"].map((text) => piece(text, 0, true)),
    ...[piece("▁in", -3), piece("b", -9), piece("bb", -4), piece("я", -5), piece("least", -12)],
    piece("<mask>", 0, true),
  ];
  const counts = new Uint32Array(list.length);
  counts[4] = 2;
  expect(keptPieces(list, counts)).toEqual([0, 1, 2, 3, 4, 5, 8, 9]);
});

test("coverage is what the pieces seen once leave", () => {
  expect(coverage(Uint32Array.of(5, 1, 0, 3, 1))).toBeCloseTo(0.8, 12);
  expect(coverage(Uint32Array.of(0, 0))).toBe(0);
});

test("the pieces of a file are those that its tokenizer knows", async () => {
  const bytes = readFileSync(path.join(copyOfTiny(), vocabulary));
  const list = sentencePieceModel.pieces(bytes);
  expect(Buffer.from(sentencePieceModel.trim(bytes, [...list.keys()]))).toEqual(bytes);
  expect([...protobufFields(bytes)].at(-1).end).toBe(bytes.length);
  const [{ tokens, ids }] = await use(Tokenizer.load(copyOfTiny()), (tokenizer) =>
    tokenizer.encode([sentence]),
  );
  expect(ids.map((id) => list[id].text)).toEqual(tokens);
});
