// SPDX-License-Identifier: Apache-2.0
// The four decoders against what the systems themselves make of 2,000 random label sequences; see
// tests/golden/make_decoders.py.

import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";

import { expect, test } from "@jest/globals";

import { root } from "./support.js";

const golden = path.join(root, "tests/golden/decoders.json");
const { cases, labelSets } = JSON.parse(readFileSync(golden, "utf8"));

/** The spans that the core finds for each case, or its error's code. */
function decodeAll(jobs, decoder) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./decoders.worker.js", import.meta.url), {
      workerData: { jobs, labelSets, decoder, root },
    });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

test.each(["hf", "conll", "tner", "sparknlp"])("%s finds the same spans", async (decoder) => {
  const jobs = cases.filter((each) => each[decoder] !== undefined);
  expect(jobs.length).toBeGreaterThan(800);
  const found = await decodeAll(jobs, decoder);
  const expected = jobs.map((each) => each[decoder]);
  expect(found).toEqual(expected);
});

test("T-NER's decoder refuses label sets that T-NER raises on", async () => {
  const jobs = cases.filter((each) => each.tner === undefined).slice(0, 20);
  expect(new Set(await decodeAll(jobs, "tner"))).toEqual(new Set(["invalid_argument"]));
});
