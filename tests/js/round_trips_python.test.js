// SPDX-License-Identifier: Apache-2.0
// The packages that forms of output are for read what is written, with the same texts and entities: spaCy
// 3.8.18, label-studio-sdk 2.1.2, doccano 1.8.4 (of which the parser and the labels run), pybrat 0.1.7, and Python's csv
// and html.parser. They are those of $XLMR_NER_FORMS_PYTHON or python3; a test is skipped, and says so, for
// one that is not there.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "@jest/globals";

import { BratSink } from "../../dist/node/cli/brat_sink.js";
import { writerOf } from "../../dist/node/cli/writers.js";
import "./support.js";
import { spansIn, taggedTexts, written } from "./tagged_texts.js";

const python = process.env.XLMR_NER_FORMS_PYTHON ?? "python3";
const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-forms-"));
afterAll(() => rmSync(folder, { recursive: true }));

const texts = taggedTexts(1000, { seed: 3 });
const options = { format: "text", isFromArguments: false, color: false };
/** `[text, [[start, end, label], …]]` with offsets in code points. */
const expected = texts.map((tagged) => {
  const { text } = tagged.record;
  const point = (unit) => [...text.slice(0, unit)].length;
  return [text, spansIn(tagged).map(([start, end, label]) => [point(start), point(end), label])];
});

const has = (modules) =>
  spawnSync(python, ["-c", `import ${modules}`], { stdio: "ignore" }).status === 0;

function read(form, where) {
  const script = path.join(import.meta.dirname, "read_forms.py");
  const { status, stdout, stderr } = spawnSync(python, [script, form, where], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONWARNINGS: "ignore" },
  });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout)[0];
}

/** A file of the form with all texts, or of brat a folder. */
async function write(form) {
  const where = path.join(folder, form);
  if (form === "brat") {
    mkdirSync(where);
    const sink = new BratSink(where);
    for (const tagged of texts) await sink.write(tagged);
    return where;
  }
  const all = texts.map(({ record, entities }) => ({
    record: { ...record, table: { header: ["text"], cells: [record.text] } },
    entities,
  }));
  writeFileSync(where, written(writerOf(form, options), all));
  return where;
}

for (const [form, modules] of [
  ["spacy", "spacy"],
  ["label-studio", "label_studio_sdk"],
  ["doccano", "backend, pydantic, seqeval"],
  ["brat", "pybrat"],
  ["csv", "csv"],
  ["html", "html.parser"],
]) {
  const [run, why] = has(modules) ? [test, ""] : [test.skip, ` (skipped: not in ${python})`];
  run(`${form} is read by ${modules}${why}`, async () => {
    expect(read(form, await write(form))).toEqual(expected);
  });
}
