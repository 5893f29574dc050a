// SPDX-License-Identifier: Apache-2.0
// Where predict() with compat: 'tner' reads the labels of words, against T-NER's own tokenizer; see
// tests/golden/make_tner_places.py.

import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";

import { expect, test } from "@jest/globals";

import { root } from "./support.js";

const golden = path.join(root, "tests/golden/tner_places.json");
const { cases } = JSON.parse(readFileSync(golden, "utf8"));

function findPlaces() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./tner_places.worker.js", import.meta.url), {
      workerData: { cases, root },
    });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

test("400 lists of words are read where T-NER reads them, from <s> to </s>", async () => {
  // Behind </s> T-NER reads padding, for which we have no logits; nor do we run a text of no tokens.
  const expected = cases.map(([, , , tokens, places]) =>
    tokens === 2 ? [0, []] : [tokens, places.filter((place) => place < tokens)],
  );
  expect(await findPlaces()).toEqual(expected);
  const readsEnd = cases.filter(([, , , tokens, places]) => places.includes(tokens - 1));
  const isCut = cases.filter(([words, , , , places]) => places.length < words.length);
  expect(readsEnd.length).toBeGreaterThan(40);
  expect(isCut.length).toBeGreaterThan(40);
});
