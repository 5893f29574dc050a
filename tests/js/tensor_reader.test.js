// SPDX-License-Identifier: Apache-2.0
// Weights for a GPU go past the engine: they are checked there, and get no room.

import { once } from "node:events";
import { Worker } from "node:worker_threads";

import { expect, test } from "@jest/globals";

import { shapes } from "./counter_weights.js";
import { tiny } from "./support.js";

async function open(shape) {
  const worker = new Worker(new URL("./tensor_reader.worker.js", import.meta.url), {
    workerData: { tiny, shape, maxMemory: 64 * 2 ** 20 },
  });
  const [answer] = await once(worker, "message");
  return answer;
}

test("a word table larger than the core's memory is no matter", async () => {
  const shape = { ...shapes.base, layers: 1, vocabulary: 250_002 };
  const { size, words, error } = await open(shape);
  expect(error).toBeUndefined();
  expect(words).toEqual([250_002, 768]);
  expect(size).toBeGreaterThan(700 * 2 ** 20);
});
