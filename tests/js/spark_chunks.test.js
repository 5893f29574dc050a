// SPDX-License-Identifier: Apache-2.0
// annotate()'s chunks against those of Spark NLP's own NerConverter on random labels; see
// tests/golden/make_spark_chunks.py.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { toSparkAnnotations } from "#js/client/sparknlp.js";
import { decodeAll } from "./decode_all.js";
import { root } from "./support.js";

const golden = path.join(root, "tests/golden/spark_chunks.json");
const { documents } = JSON.parse(readFileSync(golden, "utf8"));

test("600 documents have Spark NLP's chunks and its confidences as text", async () => {
  const labelSets = documents.map(({ labels }) => [...new Set(labels)]);
  const jobs = documents.map(({ labels }, set) => ({
    set,
    labels: labels.map((label) => labelSets[set].indexOf(label)),
  }));
  const spans = await decodeAll(jobs, labelSets, "sparknlp");
  const found = documents.map(({ labels, confidences }, i) => {
    const tokens = labels.map((_, at) => ({ text: "x", begin: 2 * at, end: 2 * at + 1 }));
    const { entities } = toSparkAnnotations(
      "x ".repeat(labels.length),
      tokens,
      {
        labels,
        scores: confidences.map((text) => Math.fround(Number(text))),
        best: [],
        spans: spans[i].map(([type, begin, end]) => ({ type, begin, end })),
      },
      undefined,
    );
    return entities.map(({ begin, end, metadata }, chunk) => {
      expect(metadata.chunk).toBe(String(chunk));
      return [metadata.entity, begin / 2, end / 2 + 1, metadata.confidence];
    });
  });
  // Where a confidence is no number, Spark NLP gives none; ours always are numbers.
  const isKnown = ([, begin, end], i) =>
    documents[i].confidences
      .slice(begin, end)
      .every((text) => Number.isFinite(Number(text ?? "x")));
  const comparable = (chunks, i) =>
    chunks.map((chunk) => (isKnown(chunk, i) ? chunk : chunk.slice(0, 3)));
  const expected = documents.map(({ chunks }, i) => comparable(chunks, i));
  expect(found.map(comparable)).toEqual(expected);
  const isShort = (label) => label !== "O" && label.length < 3;
  expect(documents.filter(({ labels }) => labels.some(isShort)).length).toBeGreaterThan(50);
  expect(expected.flat().filter((chunk) => chunk.length === 4).length).toBeGreaterThan(500);
});
