// SPDX-License-Identifier: Apache-2.0
// ONNX files as they are exported and quantised now, against ONNX Runtime in Python.

import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";

import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { folderOf, formNames, forms, texts } from "./onnx_exports.js";
import { use } from "./support.js";

const folders = [];
const unpack = (form) => {
  folders.push(folderOf(form));
  return folders.at(-1);
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const all = { ignore_labels: [] };

/** Labels and quantised share of each form, from one worker. */
function findAll() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./onnx_exports.worker.js", import.meta.url));
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

describe("each form", () => {
  let found;
  beforeAll(async () => {
    found = await findAll();
    expect(found.error).toBeUndefined();
  });

  test.each(formNames)("%s has the labels of ONNX Runtime in Python on 60 texts", (form) => {
    expect(found[form].labels).toEqual(forms[form].labels);
    expect(found[form].quantized).toBeCloseTo(forms[form].quantised, 12);
  });
});

test.each(["several_files", "fixed_shape"])("%s is loaded from its folder", async (form) => {
  await use(pipeline("ner", unpack(form), { threads: 1 }), async (ner) => {
    const records = await ner(texts, all);
    expect(records.map((each) => each.map(({ entity }) => entity))).toEqual(forms[form].labels);
    const { quantised } = forms[form];
    expect(ner.info()).toMatchObject({ backend: "onnxruntime", dtype: "onnx" });
    expect(ner.info().quantized).toBeCloseTo(quantised, 12);
  });
});

test("a graph of a fixed number of tokens has windows of so many", async () => {
  const long = texts.join(" ");
  const tag = (form) =>
    use(pipeline("ner", unpack(form), { threads: 1 }), async (ner) => ({
      records: await ner(long, all),
      max_tokens: ner.info().max_tokens,
    }));
  const fixed = await tag("fixed_shape");
  const free = await tag("transformers");
  expect([fixed.max_tokens, free.max_tokens]).toEqual([60, 64]);
  const places = (records) => records.map(({ index, start, end }) => [index, start, end]);
  expect(fixed.records.length).toBeGreaterThan(180);
  expect(places(fixed.records)).toEqual(places(free.records));
});

test("what a quantiser left in float32 is told by info()", () => {
  const shares = Object.fromEntries(formNames.map((form) => [form, forms[form].quantised]));
  expect(shares).toMatchObject({ int8: 1, q4: 1, q2: 1, int8_of_transposed: 0, transformers: 0 });
});

describe("weights in a file of their own", () => {
  const form = "transformers";
  const file = "model.onnx.data";

  test("that is not there are named", async () => {
    const folder = unpack(form);
    rmSync(path.join(folder, file));
    await expect(pipeline("ner", folder)).rejects.toMatchObject({
      code: "model_file",
      message: expect.stringContaining(`expected ${file} in the model folder ${folder}`),
    });
  });

  test("that is cut off is told by its size", async () => {
    const folder = unpack(form);
    const size = readFileSync(path.join(folder, file)).length;
    truncateSync(path.join(folder, file), 100);
    await expect(pipeline("ner", folder)).rejects.toMatchObject({
      code: "backend",
      message: expect.stringMatching(
        new RegExp(`model.onnx: expected \\d+ bytes of weights in ${file}, found 100$`),
      ),
    });
    expect(size).toBeGreaterThan(100);
  });

  test.each([
    ["../../secret.da", false],
    ["/etc/secret.dat", false],
    ["sub/model1.data", false],
    ["..\\model.data12", false],
    ["C:model.data123", false],
    ["./mode.onnx.dat", true],
  ])("are read from the same folder only: %s", async (location, isRead) => {
    // The name is replaced by one of the same length, as ONNX files have lengths before names.
    expect(location).toHaveLength(file.length);
    const folder = unpack(form);
    const model = path.join(folder, "model.onnx");
    const bytes = readFileSync(model).toString("latin1");
    writeFileSync(model, Buffer.from(bytes.replaceAll(file, location), "latin1"));
    if (isRead) {
      renameSync(path.join(folder, file), path.join(folder, location.slice(2)));
      const labels = await use(pipeline("ner", folder, { threads: 1 }), (ner) => ner(texts, all));
      expect(labels.map((records) => records.map(({ entity }) => entity))).toEqual(
        forms[form].labels,
      );
      return;
    }
    await expect(pipeline("ner", folder)).rejects.toMatchObject({
      code: "model_file",
      message: expect.stringContaining(
        `expected weights in a file of the same folder, found '${location}'`,
      ),
    });
  });
});
