// SPDX-License-Identifier: Apache-2.0
// What spaCy 3.8.18 itself writes is read with the same entities. It is that of $XLMR_NER_FORMS_PYTHON or
// python3; without it the tests are skipped, and say so.

import { spawnSync } from "node:child_process";
import path from "node:path";

import { beforeAll, expect, test } from "@jest/globals";

import { formOf, readTexts } from "../../dist/node/corpus/forms.js";
import "./support.js";

const python = process.env.XLMR_NER_FORMS_PYTHON ?? "python3";
const run = (...args) =>
  spawnSync(python, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONWARNINGS: "ignore" },
  });
const hasSpacy = run("-c", "import spacy").status === 0;
const testWithSpacy = hasSpacy
  ? test
  : (name, ...rest) => test.skip(`${name} (skipped: no spaCy in ${python})`, ...rest);

let written;
beforeAll(() => {
  if (!hasSpacy) return;
  const { status, stdout, stderr } = run(path.join(import.meta.dirname, "write_corpora.py"));
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  written = JSON.parse(stdout);
});

const ofTexts = (text) => {
  const source = { where: "f", text };
  const options = { form: formOf(source, "ours"), rules: "ours", layout: "gold" };
  return readTexts(source, options).texts.map((each) => [
    each.text,
    each.spans.map(({ start, end, label }) => [each.text.slice(start, end), label]),
  ]);
};

testWithSpacy("spaCy's Doc.to_json(), a document a line", () => {
  const rows = written.rows.map((row) => `${JSON.stringify(row)}\n`);
  expect(ofTexts(rows.join(""))).toEqual(written.texts);
});

testWithSpacy("spaCy's docs_to_json(), one list", () => {
  expect(ofTexts(JSON.stringify(written.training))).toEqual(written.texts);
});
