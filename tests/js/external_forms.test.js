// SPDX-License-Identifier: Apache-2.0
// ONNX files with their weights beside them, as optimum and onnxruntime write them, against torch with
// the safetensors that they were made of.

import { rmSync } from "node:fs";
import { Worker } from "node:worker_threads";

import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { dtypes, filesOf, folderOf, forms, labels, texts } from "./external_forms.js";
import { use } from "./support.js";

const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const labelsOf = (files) => {
  folders.push(folderOf(files));
  return use(pipeline("ner", folders.at(-1), { threads: 1 }), async (ner) => {
    const records = await ner(texts, { ignore_labels: [] });
    return { info: ner.info(), found: records.map((each) => each.map(({ entity }) => entity)) };
  });
};

/** What each dtype of transformers.js gives, from one worker. */
function findAll() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./external_forms.worker.js", import.meta.url));
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

test("the safetensors themselves have the labels of torch", async () => {
  const { found, info } = await labelsOf(filesOf([], { safetensors: true }));
  expect(info).toMatchObject({ weights: "model.safetensors", backend: "xnnpack" });
  expect(found).toEqual(labels);
});

describe("each dtype", () => {
  let all;
  beforeAll(async () => {
    all = await findAll();
    expect(all.error).toBeUndefined();
  });

  test.each(Object.entries(dtypes))("%s is %s.onnx, with the same labels", (dtype, name) => {
    const { file, labels: found, quantized } = all[dtype];
    expect(file).toBe(`onnx/${name}.onnx`);
    expect(found).toEqual(labels);
    expect(quantized).toBe(dtype === "fp32" || dtype === "fp16" ? 0 : 1);
  });
});

test("the forms are what they are taken for: several files, and both names", () => {
  const names = Object.values(forms).map(({ files }) => Object.keys(files));
  expect(names.every((each) => each.length > 1)).toBe(true);
  expect(Object.keys(forms.model.files)).toEqual(
    ["", "_data", "_data_1", "_data_2"].map((end) => `onnx/model.onnx${end}`),
  );
  expect(names.flat()).toContain("onnx/model_fp16.onnx_data");
  expect(names.flat()).toContain("onnx/model_quantized.onnx.data");
});

test("weights in several files are read from a folder", async () => {
  const { found, info } = await labelsOf(filesOf(["model"]));
  expect(info).toMatchObject({ weights: "onnx/model.onnx", backend: "onnxruntime" });
  expect(found).toEqual(labels);
});
