// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { blobFiles } from "#js/files/blob_files.js";
import { choiceKey } from "#js/worker/choice_key.js";

const gpu = { hasFloat16: false, name: "nvidia ampere" };
const load = {
  files: modelOf({ "model.safetensors": 100 }),
  configJson: '{"hidden_size":8}',
  backend: "auto",
  dtype: "auto",
  threads: 2,
};

/** A folder of a page's files, which is called `ner` whatever is in it. */
function modelOf(sizes) {
  const blobs = Object.entries(sizes).map(([name, size]) => [name, new Blob(["x".repeat(size)])]);
  return blobFiles("ner", new Map(blobs));
}

test("the same model on the same machine has the same key", async () => {
  const again = { ...load, files: modelOf({ "model.safetensors": 100 }) };
  expect(await choiceKey(gpu, again)).toBe(await choiceKey(gpu, load));
});

test.each([
  ["weights of another size", { files: modelOf({ "model.safetensors": 101 }) }],
  ["other weights", { files: modelOf({ "model.safetensors": 100, "model.q8.safetensors": 100 }) }],
  ["another configuration", { configJson: '{"hidden_size":9}' }],
  ["another commit", { files: { ...load.files, revision: "v2" } }],
  ["another name", { files: { ...load.files, name: "pos" } }],
  ["another dtype", { dtype: "fp32" }],
  ["more threads", { threads: 4 }],
])("%s: another key", async (_, other) => {
  expect(await choiceKey(gpu, { ...load, ...other })).not.toBe(await choiceKey(gpu, load));
});

test("another GPU is another key, too, and so are weights that it alone can take", async () => {
  const files = modelOf({ "onnx/model_fp16.onnx": 100, "onnx/model.onnx": 100 });
  const keys = await Promise.all([
    choiceKey(gpu, { ...load, files }),
    choiceKey({ ...gpu, hasFloat16: true }, { ...load, files }),
    choiceKey({ ...gpu, name: "apple" }, { ...load, files }),
  ]);
  expect(new Set(keys).size).toBe(3);
});
