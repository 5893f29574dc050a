// SPDX-License-Identifier: Apache-2.0
// The examples that the five published systems document, with XLM-R's own vocabulary. The model's
// part, a label for each token, is given as documented; all else is computed.

import path from "node:path";
import { Worker } from "node:worker_threads";

import { describe, expect } from "@jest/globals";

import { Tokenizer } from "../../dist/node/index.js";
import { findTokens, toSparkAnnotations } from "#js/client/sparknlp.js";
import { toTnerPrediction } from "#js/client/tner.js";
import { shared, testWith, use } from "./support.js";

const folder = path.join(shared, "data/xlmr");
const model = path.join(folder, "sentencepiece.bpe.model");
const test = testWith("data/xlmr/sentencepiece.bpe.model", globalThis.test);

function run(...jobs) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./published.worker.js", import.meta.url), {
      workerData: { jobs, model },
    });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

/** The label of each word, by its first piece's text. */
async function byFirstPiece(labels) {
  const encodings = await use(Tokenizer.load(folder), (tokenizer) =>
    tokenizer.encode(Object.keys(labels)),
  );
  const first = encodings.map(({ tokens }) => tokens.slice(1).find((token) => token !== "▁"));
  return Object.fromEntries(Object.values(labels).map((label, i) => [first[i], label]));
}

const conll = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"];
const strategy = (aggregation_strategy, more = {}) => ({ aggregation_strategy, ...more });
const spans = (records) =>
  records.map(({ entity_group, word, start, end }) => [entity_group, word, start, end]);

describe("xlm-roberta-large-finetuned-conll02-dutch", () => {
  const job = {
    text: "Mijn naam is Emma en ik woon in Londen.",
    labels: conll,
    at: { 4: "B-PER", 9: "B-LOC" },
    scores: { 4: 0.9999807, 9: 0.9999871 },
  };

  test("raw output is the model card's", async () => {
    const [records] = await run({ ...job, options: { compat: "hf" } });
    const rounded = records.map((each) => ({ ...each, score: Number(each.score.toPrecision(7)) }));
    expect(rounded).toEqual([
      {
        entity: "B-PER",
        score: expect.closeTo(0.9999807, 6),
        index: 4,
        word: "▁Emma",
        start: 13,
        end: 17,
      },
      {
        entity: "B-LOC",
        score: expect.closeTo(0.9999871, 6),
        index: 9,
        word: "▁Lond",
        start: 32,
        end: 36,
      },
    ]);
  });

  test("words end at the stop in Python, and before it by default", async () => {
    const [simple, hf, words, average] = await run(
      { ...job, options: strategy("simple") },
      { ...job, options: strategy("first", { compat: "hf" }) },
      { ...job, options: strategy("first") },
      { ...job, options: strategy("average", { compat: "hf" }) },
    );
    const emma = ["PER", "Emma", 13, 17];
    expect(spans(simple)).toEqual([emma, ["LOC", "Lond", 32, 36]]);
    expect(spans(hf)).toEqual([emma, ["LOC", "Londen.", 32, 39]]);
    expect(spans(words)).toEqual([emma, ["LOC", "Londen", 32, 38]]);
    expect(spans(average)).toEqual([emma]);
  });

  test("Groenlinks and Schiphol are found by max, from the pieces that say so", async () => {
    const schiphol = {
      text: "Groenlinks praat over Schiphol.",
      labels: conll,
      at: { 1: "B-ORG", 2: "B-ORG", 6: "B-LOC", 8: "B-LOC" },
      scores: { 1: 0.9999, 2: 0.99, 3: 0.6, 6: 0.99999, 7: 0.6, 8: 0.98, 9: 0.9 },
    };
    const [none, max] = await run(
      { ...schiphol, options: { compat: "hf" } },
      { ...schiphol, options: strategy("max", { compat: "hf" }) },
    );
    expect(none.map(({ index, word }) => [index, word])).toEqual([
      [1, "▁Groen"],
      [2, "link"],
      [6, "▁Schi"],
      [8, "hol"],
    ]);
    expect(spans(max)).toEqual([
      ["ORG", "Groenlinks", 0, 10],
      ["LOC", "Schiphol.", 22, 31],
    ]);
  });
});

describe("tsmatz/xlm-roberta-ner-japanese", () => {
  const labels = ["O", "PER", "ORG", "ORG-P", "ORG-O", "LOC", "INS", "PRD", "EVT"];
  const both = (job) => [
    { ...job, labels, options: {} },
    { ...job, labels, options: strategy("simple") },
  ];

  test("鈴木 is a person and its bell is not", async () => {
    const text = "鈴木は4月の陽気の良い日に、鈴をつけて熊本県の阿蘇山に登った";
    const tokens = await use(Tokenizer.load(folder), (tokenizer) => tokenizer.encode(text));
    const at = {};
    tokens.offsets.forEach(([start, end], i) => {
      const inside = (from, to) => start >= from && end <= to && end > start;
      if (inside(0, 2)) at[i] = "PER";
      if (inside(19, 22) || inside(23, 26)) at[i] = "LOC";
    });
    const [raw, groups] = await run(...both({ text, at }));
    expect(tokens.tokens.slice(0, 5)).toEqual(["<s>", "▁", "鈴", "木", "は"]);
    expect(
      raw.slice(0, 3).map(({ entity, word, start, end }) => [entity, word, start, end]),
    ).toEqual([
      ["PER", "▁", 0, 1],
      ["PER", "鈴", 0, 1],
      ["PER", "木", 1, 2],
    ]);
    expect(spans(groups)).toEqual([
      ["PER", "鈴木", 0, 2],
      ["LOC", "熊本県", 19, 22],
      ["LOC", "阿蘇山", 23, 26],
    ]);
  });

  test("中国 is a place, 中国共産党 a party", async () => {
    const text = "中国では、中国共産党による一党統治が続く";
    const at = { 1: "LOC", 4: "ORG-P", 5: "ORG-P", 6: "ORG-P", 7: "ORG-P" };
    const [raw, groups] = await run(...both({ text, at }));
    expect(raw.map(({ entity, word }) => [entity, word])).toEqual([
      ["LOC", "▁中国"],
      ["ORG-P", "中国"],
      ["ORG-P", "共"],
      ["ORG-P", "産"],
      ["ORG-P", "党"],
    ]);
    expect(spans(groups)).toEqual([
      ["LOC", "中国", 0, 2],
      ["P", "中国共産党", 5, 10],
    ]);
  });
});

describe("Spark NLP", () => {
  const people = { John: "B-PER", Lenon: "I-PER", Sarah: "B-PER" };
  const places = { London: "B-LOC", Paris: "B-LOC" };
  const annotate = async (text, words, more) => {
    const tokens = findTokens(text, words);
    const [tagged] = await run({
      labels: conll,
      words: tokens.map((token) => token.text),
      options: { mode: "sparknlp", top_k: conll.length },
      ...more,
    });
    return toSparkAnnotations(text, tokens, tagged, undefined);
  };
  const chunks = ({ entities }) =>
    entities.map(({ result, begin, end, metadata }) => [
      ...[result, metadata.entity, begin, end, metadata.chunk],
    ]);

  test("the annotator's example has its 20 labels and chunks", async () => {
    const text =
      "John Lenon was born in London and lived in Paris. My name is Sarah and I live in London";
    const pieces = await byFirstPiece({ ...people, ...places });
    const result = await annotate(text, undefined, { pieces });
    expect(result.ner.map((each) => each.result)).toEqual(
      "B-PER I-PER O O O B-LOC O O O B-LOC O O O O B-PER O O O O B-LOC".split(" "),
    );
    expect(chunks(result)).toEqual([
      ["John Lenon", "PER", 0, 9, "0"],
      ["London", "LOC", 23, 28, "1"],
      ["Paris", "LOC", 43, 47, "2"],
      ["Sarah", "PER", 61, 65, "3"],
      ["London", "LOC", 81, 86, "4"],
    ]);
    expect(result.token[10]).toMatchObject({ result: ".", begin: 48, end: 48 });
  });

  test("NerConverter's example has its chunks", async () => {
    const text = "U.N. official Ekeus heads for Baghdad.";
    const words = ["U.N", ".", "official", "Ekeus", "heads", "for", "Baghdad", "."];
    const result = await annotate(text, words, {
      pieces: await byFirstPiece({ "U.N": "B-ORG", Ekeus: "B-PER", Baghdad: "B-LOC" }),
    });
    expect(result.ner.map(({ begin, end, result: label }) => [begin, end, label])).toEqual([
      [0, 2, "B-ORG"],
      [3, 3, "O"],
      [5, 12, "O"],
      [14, 18, "B-PER"],
      [20, 24, "O"],
      [26, 28, "O"],
      [30, 36, "B-LOC"],
      [37, 37, "O"],
    ]);
    expect(chunks(result)).toEqual([
      ["U.N", "ORG", 0, 2, "0"],
      ["Ekeus", "PER", 14, 18, "1"],
      ["Baghdad", "LOC", 30, 36, "2"],
    ]);
  });
});

describe("T-NER", () => {
  test("Jacob Collier has the README's positions", async () => {
    const words = "Jacob Collier is a Grammy awarded English artist from London".split(" ");
    const [tagged] = await run({
      labels: ["O", "B-person", "I-person", "B-location", "I-location"],
      words,
      pieces: await byFirstPiece({
        Jacob: "B-person",
        Collier: "I-person",
        London: "B-location",
      }),
      options: { mode: "tner" },
    });
    const { prediction, entity_prediction } = toTnerPrediction([words], [tagged]);
    expect(prediction[0].join(" ")).toBe("B-person I-person O O O O O O O B-location");
    expect(entity_prediction[0]).toMatchObject([
      { type: "person", entity: ["Jacob", "Collier"], position: [0, 1] },
      { type: "location", entity: ["London"], position: [9] },
    ]);
  });
});

describe("the tokenizer", () => {
  test("gives the piece before an unseen word its first character, as transformers#17454 has it", async () => {
    const { ids, offsets, tokens } = await use(Tokenizer.load(folder), (tokenizer) =>
      tokenizer.encode("Quality of work is sufficient"),
    );
    expect(tokens).toEqual(["<s>", "▁Quality", "▁of", "▁work", "▁is", "▁", "sufficient", "</s>"]);
    expect(ids).toEqual([0, 124604, 111, 4488, 83, 6, 129980, 2]);
    expect(offsets).toEqual([
      ...[
        [0, 0],
        [0, 7],
        [8, 10],
        [11, 15],
      ],
      ...[
        [16, 18],
        [19, 20],
        [19, 29],
        [0, 0],
      ],
    ]);
  });
});
