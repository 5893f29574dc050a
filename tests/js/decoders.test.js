// SPDX-License-Identifier: Apache-2.0
// The four decoders against what the systems themselves make of 2,600 random label sequences; see
// tests/golden/make_decoders.py.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { decodeAll } from "./decode_all.js";
import { root } from "./support.js";

const golden = path.join(root, "tests/golden/decoders.json");
const { cases, labelSets } = JSON.parse(readFileSync(golden, "utf8"));

test.each(["hf", "conll", "tner", "sparknlp"])("%s finds the same spans", async (decoder) => {
  const jobs = cases.filter((each) => each[decoder] !== null);
  expect(jobs.length).toBeGreaterThan(1200);
  const found = await decodeAll(jobs, labelSets, decoder);
  const expected = jobs.map((each) => each[decoder]);
  expect(found).toEqual(expected);
});

test("T-NER's decoder refuses the sequences that T-NER raises on", async () => {
  const jobs = cases.filter((each) => each.tner === null);
  expect(jobs.length).toBeGreaterThan(500);
  const found = await decodeAll(jobs, labelSets, "tner");
  expect(new Set(found)).toEqual(new Set(["invalid_argument"]));
});
