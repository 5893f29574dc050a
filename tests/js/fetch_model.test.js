// SPDX-License-Identifier: Apache-2.0

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "@jest/globals";

import { shardsOf } from "#js/weights/fetch_model.js";
import { openFolder } from "../../dist/node/files/folder.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-shards-"));
afterAll(() => rmSync(folder, { recursive: true }));

const index = "model.safetensors.index.json";
const options = { signal: new AbortController().signal, onProgress: () => {} };

test.each([
  ['{"weight_map": {"a": "m-1.safetensors", "b": "m-2.safetensors", "c": "m-1.safetensors"}}', 2],
  ['{"weight_map": {"a": 1, "b": null, "c": "m-1.safetensors"}}', 1],
  ['{"weight_map": []}', 0],
  ['{"weight_map": 7}', 0],
  ["null", 0],
  ["{", 0],
])("the index %s names %i files", async (text, count) => {
  writeFileSync(path.join(folder, index), text);
  const names = ["m-1.safetensors", "m-2.safetensors"].slice(0, count);
  expect(await shardsOf(await openFolder(folder), index, options)).toEqual(names);
});

test("weights in one file have no shards", async () => {
  expect(await shardsOf(await openFolder(folder), "model.safetensors", options)).toEqual([]);
});
