// SPDX-License-Identifier: Apache-2.0
// A vocabulary's trie that was kept: what it finds, and that a damaged or another one is not used.

import path from "node:path";
import { Worker } from "node:worker_threads";

import { expect, test } from "@jest/globals";

import { root } from "./support.js";

const tiny = path.join(root, "tests/golden/tiny/sentencepiece.bpe.model");
const embedded = path.join(root, "models/default/sentencepiece.bpe.model");

function load(first, second) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./kept_trie.worker.js", import.meta.url), {
      workerData: { first, second },
    });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

test("a core with the kept trie encodes as one that made its own, and has nothing new to keep", async () => {
  const { kept, withKept, withDamaged, withNone } = await load(embedded, embedded);
  expect(kept).toBeGreaterThan(100_000);
  expect(withKept.toKeep).toBe(0);
  expect(withKept.ids).toEqual(withNone.ids);
  expect(withDamaged.toKeep).toBe(kept);
  expect(withDamaged.ids).toEqual(withNone.ids);
});

test("another vocabulary's trie is not used", async () => {
  const { kept, withKept, withNone } = await load(embedded, tiny);
  expect(withKept.toKeep).toBe(withNone.toKeep);
  expect(withKept.toKeep).not.toBe(kept);
  expect(withKept.ids).toEqual(withNone.ids);
});
