// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { formats, onnxFile, weightsFiles } from "#js/transformers/weights_files.js";
import { chooseWeights } from "#js/weights/choose_weights.js";

const onnx = { folder: "onnx", name: "model" };
const choose = async (format, names, { hasRuntime = true, gpu } = {}) => {
  const files = { name: "m", has: (file) => Promise.resolve(names.includes(file)) };
  const weights = weightsFiles({ format, onnx, hasRuntime });
  return chooseWeights(files, { backend: "auto", dtype: "auto", weights, gpu });
};

// The suffixes are those of DEFAULT_DTYPE_SUFFIX_MAPPING of transformers.js 4.3.2.
test.each([
  ["fp32", "onnx/model.onnx"],
  ["fp16", "onnx/model_fp16.onnx"],
  ["q8", "onnx/model_quantized.onnx"],
  ["int8", "onnx/model_int8.onnx"],
  ["uint8", "onnx/model_uint8.onnx"],
  ["q4", "onnx/model_q4.onnx"],
  ["q4f16", "onnx/model_q4f16.onnx"],
  ["bnb4", "onnx/model_bnb4.onnx"],
  ["q2", "onnx/model_q2.onnx"],
  ["q2f16", "onnx/model_q2f16.onnx"],
  ["q1", "onnx/model_q1.onnx"],
  ["q1f16", "onnx/model_q1f16.onnx"],
])("%s is %s, where all are there", async (format, file) => {
  const all = formats.map((each) => onnxFile(onnx, each));
  expect(await choose(format, all)).toMatchObject({ file, backend: "onnxruntime" });
});

test("a folder and a name of the model's own", () => {
  expect(onnxFile({ folder: "", name: "encoder" }, "q4")).toBe("encoder_q4.onnx");
  expect(onnxFile({ folder: "a/b", name: "model" }, "fp32")).toBe("a/b/model.onnx");
});

describe("the nearest that a model has", () => {
  test.each([
    // Our own of so many bits come first, then the very file, then what is quantised here.
    ["q8", ["model.q8.safetensors", "onnx/model_quantized.onnx"], "model.q8.safetensors"],
    ["q4", ["model.q8.safetensors", "model.q4.safetensors"], "model.q4.safetensors"],
    ["q8", ["model.safetensors", "onnx/model_quantized.onnx"], "onnx/model_quantized.onnx"],
    ["q8", ["model.safetensors", "onnx/model_int8.onnx"], "model.safetensors"],
    ["q4f16", ["model.q8.safetensors", "onnx/model.onnx"], "model.q8.safetensors"],
    // As many bits, more, fewer.
    ["q4f16", ["onnx/model_fp16.onnx", "onnx/model_q4.onnx"], "onnx/model_q4.onnx"],
    ["q4f16", ["onnx/model_quantized.onnx", "onnx/model_q2.onnx"], "onnx/model_quantized.onnx"],
    ["q4f16", ["onnx/model.onnx", "onnx/model_int8.onnx"], "onnx/model_int8.onnx"],
    ["fp16", ["onnx/model_q4.onnx", "onnx/model_uint8.onnx"], "onnx/model_uint8.onnx"],
    ["int8", ["onnx/model_quantized.onnx"], "onnx/model_quantized.onnx"],
    ["fp32", ["model.onnx"], "model.onnx"],
    [undefined, ["onnx/model.onnx", "onnx/model_quantized.onnx"], "onnx/model_quantized.onnx"],
  ])("for %s of %j is %s", async (format, names, file) => {
    expect(await choose(format, names)).toMatchObject({ file });
  });

  test("without ONNX Runtime is what needs none", async () => {
    const names = ["model.safetensors", "onnx/model_q4.onnx"];
    const without = { hasRuntime: false };
    expect(await choose("q4", names, without)).toMatchObject({ file: "model.safetensors" });
    expect(await choose("q4", names.slice(1), without)).toMatchObject({ file: names[1] });
  });
});

describe("on a GPU", () => {
  const names = formats.map((each) => onnxFile(onnx, each));

  test.each([
    ["q4f16", true, "onnx/model_q4f16.onnx"],
    ["q4f16", false, "onnx/model_q4.onnx"],
    ["fp16", false, "onnx/model.onnx"],
    [undefined, true, "onnx/model.onnx"],
    // What it would compute slowly or not at all is left to WebAssembly, or is another file there.
    ["q8", true, "onnx/model_fp16.onnx"],
    ["bnb4", true, "onnx/model_q4.onnx"],
  ])("%s with half precision %s is %s", async (format, hasFloat16, file) => {
    expect(await choose(format, names, { gpu: { hasFloat16 } })).toMatchObject({ file });
  });

  test("int8 alone is nothing for it", async () => {
    const gpu = { hasFloat16: true };
    await expect(choose("q8", ["onnx/model_quantized.onnx"], { gpu })).rejects.toMatchObject({
      code: "model_file",
    });
  });
});
