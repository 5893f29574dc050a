// SPDX-License-Identifier: Apache-2.0
// compat: 'hf' and 'hf-4' against the real Python pipelines: random cases with given logits over the
// five forms of XLM-R's tokenizer, made by tests/golden/make_pipeline_cases.py in either version.

import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { gunzipSync } from "node:zlib";

import { expect, test } from "@jest/globals";

import { givenLogits } from "./given_logits.js";
import { root } from "./support.js";
import { formNames } from "./tokenizer_forms.js";

/** Cases by `compat`: 5,000 of transformers 5.24 and 10,000 of 4.57.6. */
const golden = Object.fromEntries(
  Object.entries({ hf: 5, "hf-4": 4 }).map(([compat, major]) => {
    const file = path.join(root, `tests/golden/pipeline_cases_${major}.json.gz`);
    return [compat, JSON.parse(gunzipSync(readFileSync(file)))];
  }),
);
const compats = Object.keys(golden);

/** What the engine makes of each case, with a backend that returns the case's logits. */
function runAll(jobs, compat, form) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./pipeline_cases.worker.js", import.meta.url), {
      workerData: { jobs, labelSets: golden[compat].labelSets, compat, form, root },
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
  for (const { referenceLogits } of Object.values(golden)) {
    expect([...made]).toEqual(referenceLogits);
  }
});

test.each(compats.flatMap((compat) => formNames.map((form) => [compat, form])))(
  "every record of every case equals the reference's: %s, tokenizer %s",
  async (compat, form) => {
    const { cases } = golden[compat];
    const jobs = cases.filter((each) => each.form === form && each.expected !== undefined);
    expect(jobs.length).toBeGreaterThan(compat === "hf" ? 900 : 1800);
    const results = await runAll(jobs, compat, form);
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

test.each(compats)("what the reference refuses is refused: %s", async (compat) => {
  const jobs = golden[compat].cases.filter((each) => each.error !== undefined);
  const results = await runAll(jobs, compat, "published");
  expect(jobs.length).toBeGreaterThan(4);
  for (const result of results) expect(result.code).toBe("invalid_argument");
  const stride = results[0].error;
  expect(stride).toBe(jobs[0].error[1]);
});
