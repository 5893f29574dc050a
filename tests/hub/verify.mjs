// SPDX-License-Identifier: Apache-2.0
// npm run verify:hub: the published checkpoints by their ids, against what their model cards print.
// Needs a connection to the hub and some 4 GB of disk; what was fetched stays in the cache.

import { pipeline } from "../../dist/node/index.js";

/** The cards print float32 scores, which another summation order changes in the last digits. */
const scoreTolerance = 1e-5;

const checkpoints = [
  {
    id: "FacebookAI/xlm-roberta-large-finetuned-conll02-dutch",
    // The card's example, as it is printed there.
    cases: [
      {
        text: "Mijn naam is Emma en ik woon in Londen.",
        options: {},
        expected: [
          { entity: "B-PER", score: 0.9999807, index: 4, word: "▁Emma", start: 13, end: 17 },
          { entity: "B-LOC", score: 0.9999871, index: 9, word: "▁Lond", start: 32, end: 36 },
        ],
      },
    ],
  },
  {
    id: "tsmatz/xlm-roberta-ner-japanese",
    // The card's two texts, with the entities of the notebook that it links to.
    cases: [
      {
        text: "鈴木は4月の陽気の良い日に、鈴をつけて熊本県の阿蘇山に登った",
        options: { aggregation_strategy: "simple" },
        expected: [
          { entity_group: "PER", start: 0, end: 2 },
          { entity_group: "LOC", start: 19, end: 22 },
          { entity_group: "LOC", start: 23, end: 26 },
        ],
      },
      {
        text: "中国では、中国共産党による一党統治が続く",
        options: { aggregation_strategy: "simple" },
        expected: [
          { entity_group: "LOC", start: 0, end: 2 },
          { entity_group: "P", start: 5, end: 10 },
        ],
      },
    ],
  },
  {
    id: "asahi417/tner-xlm-roberta-base-ontonotes5",
    // The card prints no output; T-NER's README has this sentence, of another of its models.
    cases: [
      {
        text: "Jacob Collier is a Grammy awarded English artist from London",
        options: { aggregation_strategy: "simple" },
        includes: [
          { start: 0, end: 13 },
          { start: 54, end: 60 },
        ],
      },
    ],
  },
];

let failures = 0;
for (const { id, cases } of checkpoints) {
  try {
    failures += await verify(id, cases);
  } catch (error) {
    failures++;
    wipe();
    console.log(`FAILED ${error.message}`);
  }
}
console.log(failures === 0 ? "all as published" : `${failures} not as published`);
process.exitCode = failures === 0 ? 0 : 1;

async function verify(id, cases) {
  const ner = await pipeline("ner", id, { dtype: "fp32", progress_callback: show });
  try {
    const { revision, weights } = ner.info();
    wipe();
    console.log(`${id} at ${revision}, ${weights}`);
    let failed = 0;
    for (const { text, options, expected, includes } of cases) {
      const found = await ner(text, options);
      const isRight =
        expected === undefined
          ? includes.every((each) => found.some((entity) => isLike(entity, each)))
          : found.length === expected.length && found.every((e, i) => isLike(e, expected[i]));
      console.log(`${isRight ? "ok    " : "FAILED"} ${text}`);
      if (isRight) continue;
      failed++;
      console.log(`  expected ${JSON.stringify(expected ?? includes)}`);
      console.log(`  found    ${JSON.stringify(found)}`);
    }
    return failed;
  } finally {
    await ner.dispose();
  }
}

/** Whether an entity has what is expected of it; what is not mentioned may be anything. */
function isLike(entity, expected) {
  return Object.entries(expected).every(([key, value]) =>
    key === "score" ? Math.abs(entity.score - value) <= scoreTolerance : entity[key] === value,
  );
}

function show({ phase, file, overall }) {
  if (phase !== "download" || !process.stderr.isTTY) return;
  const percent = Math.floor((100 * overall.loaded) / Math.max(1, overall.total));
  wipe();
  process.stderr.write(`${file} ${percent} %`);
}

function wipe() {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
}
