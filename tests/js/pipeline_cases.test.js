// SPDX-License-Identifier: Apache-2.0
// compat: 'hf' against the real Python pipeline: 10,000 random cases with given logits, made by
// tests/golden/make_pipeline_cases.py.

import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { gunzipSync } from "node:zlib";

import { expect, test } from "@jest/globals";

import { givenLogits } from "./given_logits.js";
import { root } from "./support.js";

const file = path.join(root, "tests/golden/pipeline_cases.json.gz");
const { cases, labelSets, referenceLogits } = JSON.parse(gunzipSync(readFileSync(file)));

/** What the engine makes of each case, with a backend that returns the case's logits. */
function runAll(jobs, pipeline) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./pipeline_cases.worker.js", import.meta.url), {
      workerData: { jobs, labelSets, pipeline, root },
    });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

/** The first thing that is not as expected, or nothing. */
function difference(expected, records) {
  if (records.length !== expected.length) return `${records.length} records`;
  for (const [i, record] of records.entries()) {
    for (const [k, [key, value]] of Object.entries(record).entries()) {
      const wanted = expected[i][k];
      const equal = key === "score" ? Math.abs(value - wanted) < 1e-6 : value === wanted;
      if (!equal) return `record ${i}: ${key} ${value}, not ${wanted}`;
    }
  }
  return undefined;
}

test("logits are made here as they were there", () => {
  const made = givenLogits({ seed: 4_000_000_000, window: 3, tokens: 40, labels: 9, outside: 8 });
  expect([...made]).toEqual(referenceLogits);
});

test.each(["published", "converted"])(
  "every record of every case equals the reference's, with the tokenizer as %s",
  async (pipeline) => {
    const jobs = cases.filter((each) => each.pipeline === pipeline && each.expected !== undefined);
    expect(jobs.length).toBeGreaterThan(4500);
    const results = await runAll(jobs, pipeline);
    const wrong = [];
    for (const [i, { expected, ...job }] of jobs.entries()) {
      const found = results[i].error ?? difference(expected, results[i].records);
      if (found !== undefined) wrong.push({ found, job, expected, records: results[i].records });
    }
    if (wrong.length > 0) process.stderr.write(`${JSON.stringify(wrong.slice(0, 3), null, 1)}\n`);
    expect(wrong).toHaveLength(0);
  },
  300_000,
);

test("what the reference refuses is refused", async () => {
  const jobs = cases.filter((each) => each.error !== undefined);
  const results = await runAll(jobs, "published");
  expect(jobs.length).toBeGreaterThan(4);
  for (const result of results) expect(result.code).toBe("invalid_argument");
  const stride = results[0].error;
  expect(stride).toBe(jobs[0].error[1]);
});
