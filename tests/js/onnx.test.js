// SPDX-License-Identifier: Apache-2.0
// ONNX files through ONNX Runtime Web, an optional dependency, beside the engine on the same weights.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { copyOfTiny, golden, removeCopies, root, sentence, tiny, use } from "./support.js";

afterEach(removeCopies);

const onnx = { backend: "onnxruntime", threads: 1 };

/** The tiny model with its ONNX file only. */
function onnxOnly() {
  const folder = copyOfTiny();
  rmSync(path.join(folder, "model.safetensors"));
  return folder;
}

test("both backends find the same, with nearly the same scores", async () => {
  const texts = golden.cases.map(({ text }) => text);
  const options = { ignore_labels: [] };
  const ours = await use(pipeline("ner", tiny, { dtype: "fp32", threads: 1 }), (ner) =>
    ner(texts, options),
  );
  const theirs = await use(pipeline("ner", tiny, onnx), (ner) => ner(texts, options));
  for (const [i, records] of ours.entries()) {
    expect(theirs[i]).toEqual(
      records.map((record) => ({ ...record, score: expect.closeTo(record.score, 5) })),
    );
  }
});

test("a folder with ONNX files alone works without being told", async () => {
  await use(pipeline("ner", onnxOnly()), async (ner) => {
    expect(ner.info()).toMatchObject({
      weights: "onnx/model.onnx",
      backend: "onnxruntime",
      dtype: "onnx",
      kernel: undefined,
    });
    expect(await ner(sentence)).not.toEqual([]);
  });
});

test.each([0, 10, 1000, 100_000])("an ONNX file cut at byte %d is refused by name", async (at) => {
  const folder = onnxOnly();
  const file = path.join(folder, "onnx/model.onnx");
  writeFileSync(file, readFileSync(file).subarray(0, at));
  await expect(pipeline("ner", folder)).rejects.toMatchObject({
    code: "backend",
    message: expect.stringContaining("onnx/model.onnx: expected an ONNX model"),
  });
});

test("another number of labels than the graph has is refused with both numbers", async () => {
  const folder = onnxOnly();
  const file = path.join(folder, "config.json");
  const config = { ...JSON.parse(readFileSync(file)), id2label: { 0: "O", 1: "X" } };
  writeFileSync(file, JSON.stringify(config));
  await expect(use(pipeline("ner", folder), (ner) => ner(sentence))).rejects.toMatchObject({
    code: "backend",
    message: expect.stringMatching(/expected .*2 labels.*found float32 1 × \d+ × 9/),
  });
});

test("without onnxruntime-web the error says how to add it", async () => {
  // A copy of the package where no node_modules is in sight but the one library it needs.
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-bare-"));
  try {
    for (const name of ["package.json", "dist", "node_modules/wasm-feature-detect"]) {
      cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
    }
    const bare = await import(path.join(folder, "dist/node/index.js"));
    await expect(bare.pipeline("ner", tiny, onnx)).rejects.toMatchObject({
      code: "backend",
      message: expect.stringMatching(/not installed: npm install onnxruntime-web@\d/),
    });
    await use(bare.pipeline("ner", tiny), (ner) => ner(sentence));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
