// SPDX-License-Identifier: Apache-2.0
// What two versions of transformers make of a model's tokenizer files: 250 random folders of each,
// made by tests/golden/make_tokenizer_folders.py.

import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { gunzipSync } from "node:zlib";

import { expect, test } from "@jest/globals";

import { root } from "./support.js";

function golden(major) {
  const file = path.join(root, `tests/golden/tokenizer_folders_${major}.json.gz`);
  return JSON.parse(gunzipSync(readFileSync(file)));
}

/** [ids, offsets, words] of each text of each folder. */
function encodeAll(folders, compat) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./compat_tokenizer.worker.js", import.meta.url), {
      workerData: { folders, compat, root },
    });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

test.each([
  ["hf", 5],
  ["hf-4", 4],
])("compat %s is transformers %i on 2,000 texts in 250 folders", async (compat, major) => {
  const { folders, versions } = golden(major);
  expect(versions.transformers).toMatch(new RegExp(`^${major}\\.`));
  expect(folders).toHaveLength(250);
  const found = await encodeAll(folders, compat);
  const wrong = [];
  for (const [i, { texts, rows, ...folder }] of folders.entries()) {
    for (const [j, text] of texts.entries()) {
      if (JSON.stringify(found[i][j]) === JSON.stringify(rows[j])) continue;
      wrong.push({ text, expected: rows[j], found: found[i][j], folder });
    }
  }
  expect(wrong.slice(0, 2)).toEqual([]);
  expect(wrong).toHaveLength(0);
});
