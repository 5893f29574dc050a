// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from "node:child_process";

import { expect, test } from "@jest/globals";

import { wordEntities } from "../../dist/node/formats/word_entities.js";

const entitiesOf = (...labels) => {
  const words = labels.map((_, i) => `w${i}`);
  const tags = labels.map((entity, i) => ({ entity, score: i / 10 }));
  const starts = words.map((_, i) => words.slice(0, i).join(" ").length + (i > 0 ? 1 : 0));
  return wordEntities(words, tags).map(({ entity_group: type, start, end, word }) => {
    expect(words.join(" ").slice(start, end)).toBe(word);
    return [type, starts.indexOf(start), starts.indexOf(start) + word.split(" ").length];
  });
};

test.each([
  [
    ["B-PER", "I-PER", "O", "B-LOC"],
    [
      ["PER", 0, 2],
      ["LOC", 3, 4],
    ],
  ],
  [
    ["B-PER", "B-PER"],
    [
      ["PER", 0, 1],
      ["PER", 1, 2],
    ],
  ],
  [
    ["I-PER", "I-PER", "I-LOC"],
    [
      ["PER", 0, 2],
      ["LOC", 2, 3],
    ],
  ],
  [
    ["S-PER", "S-PER", "B-LOC", "E-LOC", "E-LOC"],
    [
      ["PER", 0, 1],
      ["PER", 1, 2],
      ["LOC", 2, 4],
      ["LOC", 4, 5],
    ],
  ],
  [
    ["U-PER", "I-PER", "B-LOC", "L-LOC", "I-LOC"],
    [
      ["PER", 0, 1],
      ["PER", 1, 2],
      ["LOC", 2, 4],
      ["LOC", 4, 5],
    ],
  ],
  [
    ["PER", "PER", "O", "PER"],
    [
      ["PER", 0, 2],
      ["PER", 3, 4],
    ],
  ],
  [["O", "O"], []],
])("%j", (labels, spans) => {
  expect(entitiesOf(...labels)).toEqual(spans);
});

test("the score is the mean of the words'", () => {
  const tags = [
    { entity: "B-PER", score: 1 },
    { entity: "I-PER", score: 0.5 },
  ];
  expect(wordEntities(["a", "bc"], tags)).toEqual([
    { entity_group: "PER", score: 0.75, word: "a bc", start: 0, end: 4 },
  ]);
});

// The script of CoNLL-2000 to 2003 finds the same entities in any labels of its scheme.
const python = process.env.XLMR_NER_EVAL_PYTHON ?? "python3";
const hasSeqeval = spawnSync(python, ["-c", "import seqeval"], { stdio: "ignore" }).status === 0;
const run = hasSeqeval ? test : test.skip;
run(
  `as seqeval's default mode does, on random labels (${hasSeqeval ? "" : "skipped: not in "}${python})`,
  () => {
    const labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "E-PER", "S-PER"];
    let state = 1;
    const below = (n) => (state = (state * 48271) % 2147483647) % n;
    const lists = Array.from({ length: 500 }, () =>
      Array.from({ length: 1 + below(9) }, () => labels[below(labels.length)]),
    );
    const script =
      "import json,sys; from seqeval.metrics.sequence_labeling import get_entities; print(json.dumps([get_entities(x) for x in json.load(sys.stdin)]))";
    const { stdout } = spawnSync(python, ["-c", script], {
      input: JSON.stringify(lists),
      encoding: "utf8",
    });
    const expected = JSON.parse(stdout).map((list) =>
      list.map(([type, first, last]) => [type, first, last + 1]),
    );
    expect(lists.map((list) => entitiesOf(...list))).toEqual(expected);
  },
);
