// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { chooseWeights, memoryFor } from "#js/weights/choose_weights.js";

const modelOf = (...names) => ({ name: "m", has: (file) => Promise.resolve(names.includes(file)) });
const all = [
  "model.safetensors",
  "model.q8.safetensors",
  "model.q4.safetensors",
  "onnx/model.onnx",
  "onnx/model_quantized.onnx",
  "model.onnx",
];

const index = "model.safetensors.index.json";
const bin = "pytorch_model.bin";
const binIndex = "pytorch_model.bin.index.json";

test.each([
  ["auto", "auto", all, "model.q8.safetensors", "xnnpack", "q8"],
  ["auto", "auto", all.slice(2), "model.q4.safetensors", "xnnpack", "q8"],
  ["auto", "auto", ["model.safetensors", "onnx/model.onnx"], "model.safetensors", "xnnpack", "q8"],
  ["auto", "auto", all.slice(3), "onnx/model_quantized.onnx", "onnxruntime", "q8"],
  ["auto", "fp32", all, "model.safetensors", "xnnpack", "fp32"],
  ["auto", "fp32", all.slice(1), "model.q8.safetensors", "xnnpack", "fp32"],
  ["auto", "q4", all, "model.q4.safetensors", "xnnpack", "q8"],
  ["xnnpack", "q8", ["model.safetensors"], "model.safetensors", "xnnpack", "q8"],
  ["onnxruntime", "auto", all, "onnx/model_quantized.onnx", "onnxruntime", "q8"],
  ["onnxruntime", "fp32", all, "onnx/model.onnx", "onnxruntime", "fp32"],
  ["auto", "auto", [bin, index, binIndex], index, "xnnpack", "q8"],
  ["auto", "fp32", [bin, binIndex, "model.q8.safetensors"], bin, "xnnpack", "fp32"],
  ["xnnpack", "q8", [binIndex, "onnx/model.onnx"], binIndex, "xnnpack", "q8"],
  ["auto", "auto", ["model.onnx"], "model.onnx", "onnxruntime", "q8"],
  ["auto", "auto", ["onnx/model_int8.onnx", "model.onnx"], "model.onnx", "onnxruntime", "q8"],
  ["auto", "auto", ["model_uint8.onnx"], "model_uint8.onnx", "onnxruntime", "q8"],
  [
    "auto",
    "q8",
    ["model.onnx", "onnx/model_int8.onnx"],
    "onnx/model_int8.onnx",
    "onnxruntime",
    "q8",
  ],
  ["auto", "q4", ["model.onnx", "onnx/model_q4.onnx"], "onnx/model_q4.onnx", "onnxruntime", "q8"],
  ["auto", "q4", ["model_q2.onnx"], "model_q2.onnx", "onnxruntime", "q8"],
  ["auto", "q4", ["onnx/model_q4f16.onnx"], "onnx/model_q4f16.onnx", "onnxruntime", "q8"],
  ["auto", "auto", ["onnx/model_bnb4.onnx"], "onnx/model_bnb4.onnx", "onnxruntime", "q8"],
  ["auto", "auto", ["onnx/model_fp16.onnx"], "onnx/model_fp16.onnx", "onnxruntime", "q8"],
])(
  "backend %s and dtype %s of %j choose %s",
  async (backend, dtype, names, file, chosen, precision) => {
    const choice = await chooseWeights(modelOf(...names), { backend, dtype });
    expect(choice).toMatchObject({ file, backend: chosen, precision });
    expect(choice.reason).toMatch(/^the first of .* that the model has$/);
    expect(choice.reason).toContain(file);
  },
);

const gpuFiles = [
  "onnx/model_quantized.onnx",
  "onnx/model_q4.onnx",
  "onnx/model.onnx",
  "onnx/model_q4f16.onnx",
  "onnx/model_fp16.onnx",
];

test.each([
  ["auto", "auto", true, [...all, ...gpuFiles], "model.q8.safetensors"],
  ["auto", "auto", true, gpuFiles, "onnx/model_fp16.onnx"],
  ["auto", "auto", false, gpuFiles, "onnx/model.onnx"],
  ["auto", "auto", false, gpuFiles.slice(0, 2), "onnx/model_q4.onnx"],
  ["onnxruntime", "auto", true, [...all, ...gpuFiles], "onnx/model_fp16.onnx"],
  ["onnxruntime", "fp32", true, gpuFiles, "onnx/model.onnx"],
  ["onnxruntime", "q4", true, gpuFiles, "onnx/model_q4f16.onnx"],
  ["onnxruntime", "q4", false, gpuFiles, "onnx/model_q4.onnx"],
])(
  "on a GPU, backend %s and dtype %s with half precision %s of %j choose %s",
  async (backend, dtype, hasFloat16, names, file) => {
    const request = { backend, dtype, gpu: { hasFloat16 } };
    expect(await chooseWeights(modelOf(...names), request)).toMatchObject({ file });
  },
);

test("int8 is nothing for a GPU", async () => {
  const request = { backend: "auto", dtype: "auto", gpu: { hasFloat16: true } };
  await expect(chooseWeights(modelOf(gpuFiles[0]), request)).rejects.toMatchObject({
    code: "model_file",
    message: expect.stringContaining("expected weights for device webgpu in the model folder m"),
  });
});

test("where nothing suits, the error names what was asked for and looked for", async () => {
  await expect(
    chooseWeights(modelOf("model.onnx"), { backend: "xnnpack", dtype: "q4" }),
  ).rejects.toMatchObject({
    code: "model_file",
    message:
      "expected weights for backend xnnpack and dtype q4 in the model folder m, found none of model.q4.safetensors",
  });
  await expect(chooseWeights(modelOf(), { backend: "auto", dtype: "auto" })).rejects.toMatchObject({
    message: expect.stringMatching(
      /^expected weights in the model folder m, found none of model\.q8/,
    ),
  });
});

test("memory follows the weights", () => {
  const choice = (file, precision) => ({ file, backend: "xnnpack", precision });
  const size = 280_000_000;
  // Besides them there is room for one text.
  const q8 = memoryFor(choice("model.q8.safetensors", "q8"), size);
  const more = memoryFor(choice("model.q8.safetensors", "q8"), 2 * size) - q8;
  expect(more).toBeGreaterThan(1.1 * size);
  expect(more).toBeLessThan(1.2 * size);
  expect(q8 - more).toBeLessThan(700_000_000);
  expect(memoryFor(choice("model.q8.safetensors", "fp32"), size)).toBeGreaterThan(4 * size);
  for (const precision of ["q8", "fp32"]) {
    const published = memoryFor(choice("model.safetensors", precision), size);
    for (const file of [index, bin, binIndex]) {
      expect(memoryFor(choice(file, precision), size)).toBe(published);
    }
  }
});
