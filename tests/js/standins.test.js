// SPDX-License-Identifier: Apache-2.0
// Each of the five published systems by its stand-in: a checkpoint that the real transformers
// wrote, in every form there is, against what the Python pipeline finds in 200 texts.

import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, jest } from "@jest/globals";

import { pipeline, Tokenizer } from "../../dist/node/index.js";
import {
  expectedOf,
  folder,
  forms,
  isMade,
  labelAgreement,
  scoreDifference,
  systems,
  testOf,
  withoutScores,
} from "./standins.js";
import { toUtf16, use } from "./support.js";

jest.setTimeout(300_000);

/** What the pipeline is told to load. */
const modelOf = (system, form) => path.join(folder, system, form);

const load = (system, form, dtype) =>
  pipeline("token-classification", modelOf(system, form), { dtype });
const textsOf = ({ texts }) => texts.map(({ text }) => text);

describe.each(systems)("%s", (system) => {
  const test = testOf(system, globalThis.test);

  test("finds enough to tell something", () => {
    const { texts, labels } = expectedOf(system);
    const found = texts.flatMap((each) => each.labels);
    const entities = found.filter((label) => label !== "O");
    expect(texts).toHaveLength(200);
    expect(entities.length / found.length).toBeGreaterThanOrEqual(0.15);
    expect(new Set(entities).size).toBeGreaterThanOrEqual(3);
    expect(labels).toEqual(expect.arrayContaining([...new Set(found)]));
  });

  for (const form of forms) {
    test(`${form}, fp32: every field is Python's, scores within 1e-4`, async () => {
      const expected = expectedOf(system);
      await use(load(system, form, "fp32"), async (ner) => {
        expect(ner.info()).toMatchObject({ labels: expected.labels, dtype: "fp32" });
        for (const strategy of ["none", "simple"]) {
          const options = { compat: "hf", aggregation_strategy: strategy };
          const found = await ner(textsOf(expected), options);
          const python = expected.texts.map((each) => each[strategy]);
          expect(withoutScores(found)).toEqual(withoutScores(python));
          expect(scoreDifference(found, python)).toBeLessThan(1e-4);
        }
      });
    });

    test(`${form}, q8: the label is the same on 99 % of the pieces that are not O`, async () => {
      const expected = expectedOf(system);
      await use(load(system, form, "q8"), async (ner) => {
        expect(ner.info().dtype).toBe("q8");
        const all = await ner(textsOf(expected), { compat: "hf", ignore_labels: [] });
        const found = all.map((records) => records.map(({ entity }) => entity));
        const python = expected.texts.map(({ labels }) => labels);
        expect(found.map(({ length }) => length)).toEqual(python.map(({ length }) => length));
        expect(labelAgreement(found, python)).toBeGreaterThanOrEqual(0.99);
      });
    });
  }
});

/** The folder of the system's safetensors with its vocabulary alone. */
function withoutTokenizerJson(system) {
  const all = modelOf(system, "safetensors");
  const copy = mkdtempSync(path.join(tmpdir(), "xlmr-ner-"));
  for (const name of readdirSync(all)) {
    if (name !== "tokenizer.json") symlinkSync(path.join(all, name), path.join(copy, name));
  }
  return copy;
}

// T-NER's tokenizer.json is another than the published form, which the vocabulary alone gives.
describe.each(systems.slice(1))("%s with its vocabulary alone", (system) => {
  testOf(system, globalThis.test)("finds what it finds with its tokenizer.json", async () => {
    const expected = expectedOf(system);
    const copy = withoutTokenizerJson(system);
    try {
      await use(pipeline("token-classification", copy, { dtype: "fp32" }), async (ner) => {
        const found = await ner(textsOf(expected), { compat: "hf" });
        expect(withoutScores(found)).toEqual(withoutScores(expected.texts.map(({ none }) => none)));
      });
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

/** Tests of what a system's documentation promises, on its stand-in in float32. */
function describePromises(system, body) {
  describe(`${system}, as it is documented`, () => {
    const test = testOf(system, globalThis.test);
    const the = {};
    beforeAll(async () => {
      if (!isMade(system)) return;
      the.expected = expectedOf(system);
      the.texts = textsOf(the.expected);
      the.ner = await load(system, "safetensors", "fp32");
    });
    afterAll(() => the.ner?.dispose());
    body(test, the);
  });
}

describePromises("ontonotes5-tner", (test, the) => {
  test("predict is T-NER's, its CRF and its names with blanks among it", async () => {
    const python = the.expected.texts.map(({ tner }) => tner);
    const { prediction, probability, input, entity_prediction } = await the.ner.predict(the.texts);
    expect(prediction).toEqual(python.map((each) => each.prediction));
    expect(input).toEqual(the.texts.map((text) => text.split(" ")));
    const withoutProbability = (lists) =>
      lists.map((list) => list.map(({ type, entity, position }) => ({ type, entity, position })));
    expect(withoutProbability(entity_prediction)).toEqual(
      withoutProbability(python.map((each) => each.entity_prediction)),
    );
    probability.flat().forEach((chance, i) => {
      expect(Math.abs(chance - python.flatMap((each) => each.probability)[i])).toBeLessThan(1e-4);
    });
    expect(new Set(entity_prediction.flat().map(({ type }) => type))).toContain(
      "geopolitical area",
    );
  });

  test("the CRF decides what argmax would not", async () => {
    const byCrf = await the.ner(the.texts, { ignore_labels: [] });
    const argmax = await the.ner(the.texts, { ignore_labels: [], viterbi: false });
    const labels = (lists) => lists.map((records) => records.map(({ entity }) => entity));
    expect(labels(argmax)).toEqual(the.expected.texts.map((each) => each.labels));
    expect(labels(byCrf)).not.toEqual(labels(argmax));
  });
});

describePromises("japanese-tsmatz", (test, the) => {
  test("labels have no prefix, and groups are the card's tags in the widget", async () => {
    expect(the.expected.labels).toEqual("O PER ORG ORG-P ORG-O LOC INS PRD EVT".split(" "));
    const raw = await the.ner(the.texts);
    for (const { entity } of raw.flat()) expect(the.expected.labels).toContain(entity);
    const simple = { aggregation_strategy: "simple" };
    const groups = async (options) =>
      new Set((await the.ner(the.texts, options)).flat().map(({ entity_group }) => entity_group));
    // Python drops the O that it makes of ORG-O.
    const tags = "PER ORG P LOC INS PRD EVT".split(" ");
    expect(await groups({ ...simple, compat: "hf" })).toEqual(new Set(tags));
    expect(await groups(simple)).toEqual(new Set([...tags, "O"]));
  });
});

describePromises("hebrew-wikiann", (test, the) => {
  test("a slice of the text is the entity's word, but for its blanks", async () => {
    const groups = await the.ner(the.texts, { aggregation_strategy: "simple" });
    const bare = (text) => text.replaceAll(/\s/g, "");
    groups.forEach((records, i) => {
      for (const { word, start, end } of records) {
        const slice = bare(the.texts[i].slice(start, end));
        // A bare ▁ that is an entity by itself stands for its word's first letter.
        if (word === "") expect([...slice]).toHaveLength(1);
        else expect(slice).toBe(bare(word));
      }
    });
    const words = groups.flat().map(({ word }) => word);
    expect(words.filter((word) => word !== "").length).toBeGreaterThan(200);
  });
});

describePromises("conll03-sparknlp", (test, the) => {
  test("every token has one label, and chunks are NerConverter's", async () => {
    for (const { text, spark } of the.expected.texts) {
      const tags = await the.ner.tagWords(spark.words, { mode: "sparknlp" });
      expect(tags.map(({ entity }) => entity)).toEqual(spark.tags);
      const { ner, entities } = await the.ner.annotate(text, { tokens: spark.words });
      expect(ner.map(({ result }) => result)).toEqual(spark.tags);
      expect(entities.map(({ begin, end, metadata }) => [begin, end, metadata.entity])).toEqual(
        spark.chunks.map(([begin, end, kind]) => [
          toUtf16(text, begin),
          toUtf16(text, end + 1) - 1,
          kind,
        ]),
      );
    }
  });
});

describePromises("dutch-conll02", (test, the) => {
  test("raw records are pieces, and their index counts from <s>", async () => {
    const raw = await the.ner(the.texts);
    const encodings = await use(
      Tokenizer.load(modelOf("dutch-conll02", "safetensors")),
      (tokenizer) => tokenizer.encode(the.texts),
    );
    raw.forEach((records, i) => {
      for (const { word, index, start, end } of records) {
        expect(word).toBe(encodings[i].tokens[index]);
        expect([start, end]).toEqual(encodings[i].offsets[index]);
      }
    });
    expect(raw.flat().length).toBeGreaterThan(200);
  });
});
