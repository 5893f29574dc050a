// SPDX-License-Identifier: Apache-2.0
// Our records for the cases that tests/golden/make_pipeline_cases.py made with the real pipeline, and
// what of them is not as it is there.

import { Worker } from "node:worker_threads";

/** What the engine makes of each job, {records} or {error, code}, with a backend that has its logits. */
export function runCases(workerData) {
  return new Promise((resolve, reject) => {
    const file = new URL("./pipeline_cases.worker.js", import.meta.url);
    const worker = new Worker(file, { workerData });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

/** Of a tokenizer form's cases, how many there are and which differ, with both sides' records. */
export async function compare(document, compat, form) {
  const jobs = document.cases.filter((each) => each.form === form && each.expected !== undefined);
  const results = await runCases({ jobs, labelSets: document.labelSets, compat, form });
  const wrong = [];
  for (const [i, { expected, ...job }] of jobs.entries()) {
    const { error, records } = results[i];
    const found = error ?? difference(expected, records);
    if (found !== undefined) wrong.push({ found, job, expected, records });
  }
  return { cases: jobs.length, wrong };
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
