// SPDX-License-Identifier: Apache-2.0
// ONNX files as they are exported and quantised now, in a page, against ONNX Runtime in Python.

import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect } from "@jest/globals";

import { filesOf, folderOf, formNames, forms, texts } from "../js/onnx_exports.js";
import { root } from "../js/support.js";
import { browserTest, useBrowser } from "./browser.js";
import { policy } from "./server.js";

const { open } = useBrowser();

let folder;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-forms-"));
  for (const form of formNames) renameSync(folderOf(form), path.join(folder, form));
});
afterAll(() => rmSync(folder, { recursive: true }));

const openForms = () =>
  open({
    isolated: true,
    csp: policy,
    folders: {
      pkg: root,
      forms: folder,
      ort: path.join(root, "node_modules/onnxruntime-web/dist"),
    },
  });

/** In the page: labels of all texts with the model at an address or of the given files, or the error. */
async function tag([address, names, given]) {
  const options = { onnxruntime_url: "/ort/ort.wasm.min.mjs", threads: 1 };
  const at = new URL(address, location.href).href;
  const blobs = names?.map(async (name) => [name, await (await fetch(at + name)).blob()]);
  const model = blobs === undefined ? at : Object.fromEntries(await Promise.all(blobs));
  try {
    const ner = await globalThis.ner.pipeline("ner", model, options);
    const found = await ner(given, { ignore_labels: [] });
    const { backend, quantized } = ner.info();
    await ner.dispose();
    return { labels: found.map((each) => each.map(({ entity }) => entity)), backend, quantized };
  } catch ({ name, message }) {
    return { name, message };
  }
}

const expected = (form) => ({
  labels: forms[form].labels,
  backend: "onnxruntime",
  quantized: expect.closeTo(forms[form].quantised, 12),
});

browserTest.each(formNames)(
  "%s from an address has the labels of ONNX Runtime in Python on 60 texts",
  async (form) => {
    const { page, problems } = await openForms();
    expect(await page.evaluate(tag, [`/forms/${form}/`, undefined, texts])).toEqual(expected(form));
    // Files that a model need not have are asked for.
    expect(problems.filter((each) => !/404/.test(each))).toEqual([]);
  },
);

browserTest("so has a model of files that the page has", async () => {
  const { page } = await openForms();
  const form = "several_files";
  const names = [...filesOf(form).keys()];
  expect(await page.evaluate(tag, [`/forms/${form}/`, names, texts])).toEqual(expected(form));
  const without = names.filter((name) => !name.endsWith("word_embeddings.weight"));
  expect(await page.evaluate(tag, [`/forms/${form}/`, without, texts])).toEqual({
    name: "ModelFileError",
    message: expect.stringMatching(/^expected onnx\/roberta.*word_embeddings.weight in the model/),
  });
});
