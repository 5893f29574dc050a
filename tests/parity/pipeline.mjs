// SPDX-License-Identifier: Apache-2.0
// Our side of the pipeline's parity run, WebAssembly in Node: compares with the cases that
// tests/golden/make_pipeline_cases.py made.
//   node tests/parity/pipeline.mjs CASES hf|hf-4
// prints, as JSON, {FORM: {cases, differing, first}} by tokenizer form.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

import { compare } from "../js/pipeline_cases.js";
import { formNames } from "../js/tokenizer_forms.js";

const [, , file, compat] = process.argv;
const document = JSON.parse(gunzipSync(readFileSync(file)));
const found = {};
for (const form of formNames) {
  const { cases, wrong } = await compare(document, compat, form);
  found[form] = { cases, differing: wrong.length, first: wrong.slice(0, 3) };
}
process.stdout.write(JSON.stringify(found));
