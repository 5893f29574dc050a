// SPDX-License-Identifier: Apache-2.0
// Labels for given words, and what T-NER and Spark NLP make of them.

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { sentence, tiny } from "./support.js";

let ner;
beforeAll(async () => (ner = await pipeline("token-classification", tiny, { threads: 1 })));
afterAll(() => ner?.dispose());

const words = ["Angela", "Merkel", "besuchte", "im", "Juli", "Paris", "."];
const labels = ["B-PER", "I-PER", "O", "O", "O", "B-LOC", "O"];

describe("tagWords", () => {
  test("gives one label and probability a word, in each mode", async () => {
    for (const mode of ["hf", "sparknlp", "tner"]) {
      const tags = await ner.tagWords(words, { mode });
      expect(tags.map((tag) => tag.word)).toEqual(words);
      expect(tags.map((tag) => tag.entity)).toEqual(labels);
      expect(tags.map((tag) => tag.index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      for (const { score } of tags) expect(score).toBeGreaterThan(0.3);
    }
  });

  test("agrees with the pipeline on the same words", async () => {
    const tags = await ner.tagWords(words);
    const [records] = await ner([words], { is_split_into_words: true, ignore_labels: [] });
    const text = words.join(" ");
    let at = 0;
    for (const { word, entity, score } of tags) {
      const first = records.find(({ start }) => start === at);
      expect([first.entity, first.score]).toEqual([entity, score]);
      at = text.indexOf(" ", at + word.length) + 1;
    }
  });

  test("loses no word, however long the list", async () => {
    const many = Array.from({ length: 3000 }, (_, i) => (i % 9 === 8 ? "" : words[(i % 9) % 7]));
    for (const mode of ["hf", "sparknlp", "tner"]) {
      const tags = await ner.tagWords(many, { mode });
      expect(tags).toHaveLength(3000);
      expect(tags.filter(({ score }) => score === 0).every(({ word }) => word === "")).toBe(true);
    }
  }, 120_000);

  test("cuts where the reference does, but only when asked to", async () => {
    const many = Array.from({ length: 300 }, (_, i) => words[i % 7]);
    for (const mode of ["hf", "sparknlp"]) {
      const cut = await ner.tagWords(many, { mode, max_length: 64 });
      expect(cut.length).toBeGreaterThan(10);
      expect(cut.length).toBeLessThan(63);
      expect(cut.map(({ index }) => index)).toEqual(cut.map((_, i) => i));
    }
  });

  test("takes several lists, and gives as many", async () => {
    const one = await ner.tagWords(words);
    expect(await ner.tagWords([words, [], words])).toEqual([one, [], one]);
    expect(await ner.tagWords([])).toEqual([]);
  });

  test("lists all labels with their probabilities on request, and lower-cases", async () => {
    const [tag] = await ner.tagWords(["Angela"], { top_k: 99 });
    expect(tag.labels).toHaveLength(9);
    expect(tag.labels[0]).toEqual({ label: tag.entity, score: tag.score });
    expect(tag.labels.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5);
    const [lower] = await ner.tagWords(["Angela"], { lowercase: true });
    expect(lower.word).toBe("Angela");
    expect(lower.score).toBe((await ner.tagWords(["angela"]))[0].score);
  });

  test("rejects what is not a list of words", async () => {
    await expect(ner.tagWords("Angela")).rejects.toThrow(/words: expected a list of words/);
    await expect(ner.tagWords(["a".repeat(2 ** 20 + 1)])).rejects.toMatchObject({
      code: "text_too_long",
      message: expect.stringMatching(/^word 0: /),
    });
  });
});

describe("predict", () => {
  test("has T-NER's shape", async () => {
    const result = await ner.predict([words.join(" "), ["Angela Merkel", "sings"]]);
    expect(Object.keys(result)).toEqual([
      "prediction",
      "probability",
      "input",
      "entity_prediction",
    ]);
    expect(result.input).toEqual([words, ["Angela Merkel", "sings"]]);
    expect(result.prediction[0]).toEqual(labels);
    expect(result.probability[0]).toHaveLength(7);
    const [person, place] = result.entity_prediction[0];
    expect(person).toMatchObject({ type: "PER", entity: ["Angela", "Merkel"], position: [0, 1] });
    expect(place).toMatchObject({ type: "LOC", entity: ["Paris"], position: [5] });
    expect(person.probability).toEqual(result.probability[0].slice(0, 2));
    expect(result.prediction[1]).toHaveLength(2);
  });

  test("cut words are O with probability 0, as in T-NER", async () => {
    const many = Array.from({ length: 100 }, (_, i) => words[i % 7]);
    const { prediction, probability } = await ner.predict([many], { max_length: 32 });
    expect(prediction[0]).toHaveLength(100);
    expect(prediction[0].at(-1)).toBe("O");
    expect(probability[0].at(-1)).toBe(0);
    expect((await ner.predict([many])).probability[0].at(-1)).toBeGreaterThan(0);
  });
});

// Where exactly is compared with T-NER itself in tner_places.test.js.
describe("predict with compat: 'tner'", () => {
  test("moves the labels behind a word without tokens", async () => {
    const given = ["", ...words];
    expect((await ner.predict([given])).prediction[0]).toEqual(["O", ...labels]);
    const { prediction, probability } = await ner.predict([given], { compat: "tner" });
    const plain = await ner.predict([words], { compat: "tner" });
    expect(plain).toEqual(await ner.predict([words]));
    expect(prediction[0][0]).toBe("B-PER");
    expect(probability[0][0]).toBe(plain.probability[0][0]);
  });

  test("reads 128 tokens unless max_length says otherwise", async () => {
    const many = Array.from({ length: 300 }, (_, i) => words[i % 7]);
    const { prediction, probability } = await ner.predict([many], { compat: "tner" });
    expect(prediction[0]).toHaveLength(300);
    const read = probability[0].filter((score) => score > 0).length;
    expect(read).toBeGreaterThan(30);
    expect(read).toBeLessThan(127);
    const fewer = await ner.predict([many], { compat: "tner", max_length: 64 });
    expect(fewer.probability[0].filter((score) => score > 0).length).toBeLessThan(read);
  });

  test("is the only value of compat", async () => {
    await expect(ner.predict(["a"], { compat: "hf" })).rejects.toThrow(
      /compat: expected 'tner', found 'hf'/,
    );
  });
});

describe("annotate", () => {
  test("has Java's text of floats, and no label for a token without pieces", async () => {
    const zeroWidth = "\u200b";
    const text = `${sentence} ${zeroWidth}`;
    const {
      token,
      ner: tags,
      entities,
    } = await ner.annotate(text, {
      tokens: [...words, zeroWidth],
    });
    expect(token).toHaveLength(8);
    expect(tags).toHaveLength(7);
    const [tag] = await ner.tagWords(words, { mode: "sparknlp", top_k: 9 });
    for (const { label, score } of tag.labels) {
      const text = tags[0].metadata[label];
      expect(text).toMatch(/^\d\.\d+(E-\d+)?$/u);
      expect(Math.fround(Number(text))).toBe(score);
    }
    const [angela, merkel] = tags.map(({ result, metadata }) => Number(metadata[result]));
    const mean = Math.fround(Math.fround(Math.fround(angela) + Math.fround(merkel)) / 2);
    expect(Math.fround(Number(entities[0].metadata.confidence))).toBe(mean);
  });

  test("has Spark NLP's columns, with inclusive UTF-16 ends", async () => {
    const text = `🎉 ${sentence}`;
    const { document, token, ner: tags, entities } = await ner.annotate(text);
    expect(document).toEqual([
      {
        annotatorType: "document",
        begin: 0,
        end: text.length - 1,
        result: text,
        metadata: { sentence: "0" },
        embeddings: [],
      },
    ]);
    expect(token.map(({ result }) => result)).toEqual(["🎉", ...words]);
    expect(token[1]).toMatchObject({ annotatorType: "token", begin: 3, end: 8 });
    expect(tags.map(({ result }) => result)).toEqual(["O", ...labels]);
    expect(tags[1].metadata).toMatchObject({ sentence: "0", word: "Angela" });
    expect(Number(tags[1].metadata["B-PER"])).toBeGreaterThan(0.5);
    const chunks = entities.map(({ begin, end, result, metadata }) => [
      metadata.entity,
      metadata.chunk,
      result,
      text.slice(begin, end + 1),
    ]);
    expect(chunks).toEqual([
      ["PER", "0", "Angela Merkel", "Angela Merkel"],
      ["LOC", "1", "Paris", "Paris"],
    ]);
  });

  test("takes given tokens, and keeps the types of the white list, numbered anew", async () => {
    const { token, entities } = await ner.annotate(sentence, {
      tokens: words,
      white_list: ["LOC"],
    });
    expect(token.map(({ begin, end }) => sentence.slice(begin, end + 1))).toEqual(words);
    expect(entities.map(({ result, metadata }) => [result, metadata.chunk])).toEqual([
      ["Paris", "0"],
    ]);
    await expect(ner.annotate(sentence, { tokens: ["Angela", "London"] })).rejects.toThrow(
      /token 1: expected a part of the text after position 6, found 'London'/,
    );
  });

  test("leaves tokens past maxSentenceLength without a label, as Spark NLP does", async () => {
    const text = `${sentence} `.repeat(8).trim();
    const { token, ner: tags } = await ner.annotate(text, { max_length: 32 });
    expect(tags.length).toBeLessThan(token.length);
    expect((await ner.annotate(text)).ner).toHaveLength(token.length);
  });
});
