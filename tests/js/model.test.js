// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { afterEach, expect, test } from "@jest/globals";

import { Tokenizer, pipeline } from "../../dist/node/index.js";
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

test.each(["config.json", vocabulary, "onnx/model.onnx"])(
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
  expect(error).toMatchObject({ code: "model_file", message: expect.stringContaining("EISDIR") });
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
  ["has no labels", (folder) => editConfig(folder, (config) => delete config.id2label)],
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

test.each([0, 10, 1000, 100_000])("weights cut at byte %d are refused by name", async (at) => {
  const folder = copyOfTiny();
  edit(folder, "onnx/model.onnx", (bytes) => bytes.subarray(0, at));
  const error = await errorOf(folder);
  expect(error.code).toBe("backend");
  expect(error.message).toContain("onnx/model.onnx: expected an ONNX model");
});

test("weights for another number of labels are refused with both numbers", async () => {
  const folder = copyOfTiny();
  editConfig(folder, (config) => (config.id2label = { 0: "O", 1: "X" }));
  const loaded = pipeline("ner", folder);
  await expect(use(loaded, (ner) => ner(sentence))).rejects.toMatchObject({
    code: "backend",
    message: expect.stringMatching(/expected .*2 labels.*found float32 1 × \d+ × 9/),
  });
});

test("quantised weights are preferred, and weights may lie at the top", async () => {
  const folder = copyOfTiny();
  renameSync(path.join(folder, "onnx/model.onnx"), path.join(folder, "model.onnx"));
  const weights = () => use(pipeline("ner", folder), (ner) => ner.info().weights);
  expect(await weights()).toBe("model.onnx");
  renameSync(path.join(folder, "model.onnx"), path.join(folder, "onnx/model_quantized.onnx"));
  writeFileSync(path.join(folder, "onnx/model.onnx"), "not read");
  expect(await weights()).toBe("onnx/model_quantized.onnx");
});

test("a task, model or option that does not exist is refused before anything starts", async () => {
  await expect(pipeline("summarization")).rejects.toMatchObject({ code: "invalid_argument" });
  await expect(pipeline("ner", 7)).rejects.toMatchObject({ code: "invalid_argument" });
  await expect(pipeline("ner", tiny, { device: "gpu" })).rejects.toMatchObject({
    code: "invalid_argument",
    message: "pipeline option: expected one of threads, signal, progress_callback, found 'device'",
  });
  await expect(Tokenizer.load(tiny, { device: "wasm" })).rejects.toMatchObject({
    code: "invalid_argument",
  });
});
