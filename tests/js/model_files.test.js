// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { afterEach, expect, test } from "@jest/globals";

import { Tokenizer, pipeline } from "../../dist/node/index.js";
import { convertedTokenizer } from "./converted_tokenizer.js";
import { copyOfTiny, removeCopies, sentence, tiny, use } from "./support.js";

afterEach(removeCopies);

/** Loads the folder; the error must name the folder. */
async function errorOf(folder, load = pipeline.bind(undefined, "ner")) {
  const error = await load(folder).then(
    () => "loaded",
    (reason) => reason,
  );
  expect(error.message).toContain(folder);
  return error;
}

const vocabulary = "sentencepiece.bpe.model";
const edit = (folder, file, change) =>
  writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file))));
const editConfig = (folder, change) =>
  edit(folder, "config.json", (bytes) => {
    const config = JSON.parse(bytes);
    change(config);
    return JSON.stringify(config);
  });

test.each([
  ["nothing", "/nowhere/at all", "found nothing"],
  ["a file", path.join(tiny, "config.json"), "found file"],
])("where the folder is %s, no model is found", async (_, folder, found) => {
  for (const load of [pipeline.bind(undefined, "ner"), Tokenizer.load]) {
    const error = await errorOf(folder, load);
    expect(error.code).toBe("model_not_found");
    expect(error.message).toMatch(/^expected a model folder at /);
    expect(error.message).toContain(found);
  }
});

test.each(["config.json", vocabulary])(
  "a folder without %s is no model, and the error names the file",
  async (file) => {
    const folder = copyOfTiny();
    rmSync(path.join(folder, file));
    const error = await errorOf(folder);
    expect(error.code).toBe("model_file");
    expect(error.message).toContain(file);
  },
);

test("a folder in the place of a file is named", async () => {
  const folder = copyOfTiny();
  rmSync(path.join(folder, "config.json"));
  mkdirSync(path.join(folder, "config.json"));
  const error = await errorOf(folder);
  expect(error).toMatchObject({
    code: "model_file",
    message: expect.stringContaining("found a folder"),
  });
});

test.each([0, 1, 2, 100, 3000, 100_000, 242_000, -100, -1])(
  "a tokenizer file cut at byte %d is refused by name",
  async (at) => {
    const folder = copyOfTiny();
    edit(folder, vocabulary, (bytes) => bytes.subarray(0, at < 0 ? bytes.length + at : at));
    for (const load of [pipeline.bind(undefined, "ner"), Tokenizer.load]) {
      const error = await errorOf(folder, load);
      expect(error.code).toBe("invalid_tokenizer");
      expect(error.message).toMatch(/sentencepiece\.bpe\.model: .*expected .*found /);
    }
  },
);

test.each([
  ["is no JSON", (folder) => writeFileSync(path.join(folder, "config.json"), "{")],
  ["is empty", (folder) => writeFileSync(path.join(folder, "config.json"), "")],
  ["is a list", (folder) => writeFileSync(path.join(folder, "config.json"), "[]")],
  [
    "has an empty table of labels",
    (folder) => editConfig(folder, (config) => (config.id2label = {})),
  ],
  [
    "lacks the label of an id",
    (folder) => editConfig(folder, (config) => delete config.id2label[4]),
  ],
])("a configuration that %s is refused by name", async (_, spoil) => {
  const folder = copyOfTiny();
  spoil(folder);
  const error = await errorOf(folder);
  expect(error.code).toBe("invalid_config");
  expect(error.message).toMatch(/config\.json: .*expected .*found /);
});

test.each([0, 7, 8, 10, 1000, 100_000, -1])(
  "weights cut at byte %d are refused by name",
  async (at) => {
    const folder = copyOfTiny();
    edit(folder, "model.safetensors", (bytes) =>
      bytes.subarray(0, at < 0 ? bytes.length + at : at),
    );
    const error = await errorOf(folder);
    expect(error.code).toBe("invalid_checkpoint");
    expect(error.message).toMatch(/model\.safetensors: checkpoint: .*expected .*found /);
  },
);

test("without id2label there are two labels without names", async () => {
  const folder = copyOfTiny();
  editConfig(folder, (config) => delete config.id2label);
  const error = await errorOf(folder);
  expect(error.code).toBe("invalid_checkpoint");
  expect(error.message).toMatch(/classifier\.weight: expected .*\[2, 32\], found .*\[9, 32\]/);
});

test("weights for another number of labels are refused with both shapes", async () => {
  const folder = copyOfTiny();
  editConfig(folder, (config) => (config.id2label = { 0: "O", 1: "X" }));
  const error = await errorOf(folder);
  expect(error.code).toBe("invalid_checkpoint");
  expect(error.message).toMatch(/classifier\.weight: expected .*\[2, 32\], found .*\[9, 32\]/);
});

test("a network that the engine does not compute is refused by the field's name", async () => {
  const folder = copyOfTiny();
  editConfig(folder, (config) => (config.hidden_act = "relu"));
  const error = await errorOf(folder);
  expect(error.code).toBe("invalid_config");
  expect(error.message).toMatch(/hidden_act: expected "gelu", found "relu"/);
});

test("a task, model or option that does not exist is refused before anything starts", async () => {
  await expect(pipeline("summarization")).rejects.toMatchObject({ code: "invalid_argument" });
  await expect(pipeline("ner", 7)).rejects.toMatchObject({ code: "invalid_argument" });
  await expect(pipeline("ner", tiny, { gadget: 1 })).rejects.toMatchObject({
    code: "invalid_argument",
    message:
      "pipeline option: expected one of device, backend, dtype, cache_quantized, verify, threads, " +
      "signal, progress_callback, endpoint, revision, token, headers, cache_dir, local_files_only, wasm_url, " +
      "worker_url, webgpu_url, model_url, onnxruntime_url, cache, found 'gadget'",
  });
  await expect(pipeline("ner", tiny, { device: "gpu" })).rejects.toMatchObject({
    code: "invalid_argument",
    message: "device: expected 'auto' or 'wasm' or 'webgpu', found 'gpu'",
  });
  await expect(Tokenizer.load(tiny, { device: "gpu" })).rejects.toMatchObject({
    code: "invalid_argument",
  });
});

test("tokenizer.json is preferred, and gives what the SentencePiece model gives", async () => {
  const model = readFileSync(path.join(tiny, vocabulary));
  const json = JSON.parse(convertedTokenizer(model).toString());
  // The model file stands for the published pipeline, the converter makes another.
  [json.normalizer] = json.normalizer.normalizers;
  json.pre_tokenizer = {
    type: "Sequence",
    pretokenizers: [{ type: "WhitespaceSplit" }, json.pre_tokenizer],
  };
  const folder = copyOfTiny();
  writeFileSync(path.join(folder, "tokenizer.json"), JSON.stringify(json));
  rmSync(path.join(folder, vocabulary));
  const texts = [sentence, "  é\u0301  ﬁ </s> x <mask>", "東京🙂"];
  const both = [];
  for (const each of [tiny, folder]) {
    both.push(await use(Tokenizer.load(each), (tokenizer) => tokenizer.encode(texts)));
  }
  expect(both[1]).toEqual(both[0]);
  await use(Tokenizer.load(folder), async (tokenizer) => {
    const library = tokenizer.encode("a", { mode: "sentencepiece" });
    await expect(library).rejects.toMatchObject({
      code: "model_file",
      message: expect.stringContaining(vocabulary),
    });
  });
  writeFileSync(path.join(folder, "tokenizer.json"), "{}");
  const error = await errorOf(folder, Tokenizer.load);
  expect(error.code).toBe("invalid_tokenizer");
  expect(error.message).toContain("tokenizer.json: model.type: expected");
});

test("tokenizer_config.json limits the window and lower-cases", async () => {
  const folder = copyOfTiny();
  const config = { model_max_length: 16, do_lower_case: true };
  writeFileSync(path.join(folder, "tokenizer_config.json"), JSON.stringify(config));
  await use(pipeline("ner", folder), async (ner) => {
    expect(ner.info().max_tokens).toBe(16);
    const { truncated, length } = await ner(sentence, { truncation: true, ignore_labels: [] });
    expect(length).toBe(14);
    expect(truncated).toBeGreaterThan(0);
  });
  await use(Tokenizer.load(folder), async (tokenizer) => {
    const encode = async (text) => (await tokenizer.encode(text)).ids;
    expect(await encode("EMMA É İ")).toEqual(await encode("emma é i\u0307"));
  });
});
