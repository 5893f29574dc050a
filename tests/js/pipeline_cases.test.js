// SPDX-License-Identifier: Apache-2.0
// compat: 'hf' and 'hf-4' against the real Python pipelines: random cases with given logits over the
// five forms of XLM-R's tokenizer, made by tests/golden/make_pipeline_cases.py in either version.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

import { expect, test } from "@jest/globals";

import { givenLogits } from "./given_logits.js";
import { compare, runCases } from "./pipeline_cases.js";
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

test("logits are made here as they were there", () => {
  const made = givenLogits({ seed: 4_000_000_000, window: 3, tokens: 40, labels: 9, outside: 8 });
  for (const { referenceLogits } of Object.values(golden)) {
    expect([...made]).toEqual(referenceLogits);
  }
});

test.each(compats.flatMap((compat) => formNames.map((form) => [compat, form])))(
  "every record of every case equals the reference's: %s, tokenizer %s",
  async (compat, form) => {
    const { cases, wrong } = await compare(golden[compat], compat, form);
    expect(cases).toBeGreaterThan(compat === "hf" ? 900 : 1800);
    if (wrong.length > 0) process.stderr.write(`${JSON.stringify(wrong.slice(0, 3), null, 1)}\n`);
    expect(wrong).toHaveLength(0);
  },
  300_000,
);

test.each(compats)("what the reference refuses is refused: %s", async (compat) => {
  const { cases, labelSets } = golden[compat];
  const jobs = cases.filter((each) => each.error !== undefined);
  const results = await runCases({ jobs, labelSets, compat, form: "published" });
  expect(jobs.length).toBeGreaterThan(4);
  for (const result of results) expect(result.code).toBe("invalid_argument");
  const stride = results[0].error;
  expect(stride).toBe(jobs[0].error[1]);
});
