// SPDX-License-Identifier: Apache-2.0
// Weights for a GPU go past the engine: they are checked there, and get no room.

import { once } from "node:events";
import { Worker } from "node:worker_threads";

import { afterEach, expect, test } from "@jest/globals";

import { shapes } from "./counter_weights.js";
import { folderOf, readGolden } from "./small_model.js";
import { removeCopies, tiny } from "./support.js";

afterEach(removeCopies);

async function open(given) {
  const worker = new Worker(new URL("./tensor_reader.worker.js", import.meta.url), {
    workerData: { tiny, ...given, maxMemory: 64 * 2 ** 20 },
  });
  const [answer] = await once(worker, "message");
  return answer;
}

test("a word table larger than the core's memory is no matter", async () => {
  const shape = { ...shapes.base, layers: 1, vocabulary: 250_002 };
  const { size, words, error } = await open({ shape });
  expect(error).toBeUndefined();
  expect(words).toEqual([250_002, 768]);
  expect(size).toBeGreaterThan(700 * 2 ** 20);
});

test("float64 is read as float32, and what is not used is named", async () => {
  const { forms } = readGolden("checkpoint_forms.json.gz");
  const wide = await open({ folder: folderOf(forms["float64-safetensors"].files) });
  const plain = await open({ folder: folderOf(forms["surplus-safetensors"].files) });
  expect(wide.numbers).toEqual(plain.numbers);
  expect([...wide.numbers].some((number) => number !== 0)).toBe(true);
  expect(wide.remarks).toEqual([]);
  expect(plain.remarks).toEqual([expect.stringContaining("loss_fct.weight")]);
});
