// SPDX-License-Identifier: Apache-2.0
// Labelling and decoding as a caller chooses them: a model's CRF, Viterbi, decoders, label schemes.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { afterEach, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { copyOfTiny, removeCopies, sentence, tiny, use } from "./support.js";

afterEach(removeCopies);

/** A copy of the tiny model with other labels, or more in its config.json. */
function withConfig(change) {
  const folder = copyOfTiny();
  const file = path.join(folder, "config.json");
  const config = JSON.parse(readFileSync(file, "utf8"));
  change(config);
  writeFileSync(file, JSON.stringify(config));
  return folder;
}

const { id2label } = JSON.parse(readFileSync(path.join(tiny, "config.json"), "utf8"));
const names = Object.values(id2label);
const simple = { aggregation_strategy: "simple" };
const first = { aggregation_strategy: "first" };
const groups = (records) => records.map(({ entity_group, word }) => `${entity_group} ${word}`);

/** A CRF that charges for everything but O. */
const crf_state_dict = {
  transitions: names.map(() => names.map(() => 0)),
  start_transitions: names.map((name) => (name === "O" ? 0 : -1000)),
  end_transitions: names.map(() => 0),
};
for (const row of crf_state_dict.transitions)
  names.forEach((name, i) => (row[i] = name === "O" ? 0 : -1000));

describe("a CRF in config.json", () => {
  const folder = () => withConfig((config) => (config.crf_state_dict = crf_state_dict));

  test("decides the labels, unless Python's pipeline or viterbi: false is asked for", async () => {
    await use(pipeline("ner", folder()), async (ner) => {
      expect(await ner(sentence, simple)).toEqual([]);
      expect(await ner(sentence, { aggregation_strategy: "first" })).toEqual([]);
      const found = ["PER Angela Merkel", "LOC Paris"];
      expect(groups(await ner(sentence, { ...simple, viterbi: false }))).toEqual(found);
      expect(groups(await ner(sentence, { ...simple, compat: "hf" }))).toEqual(found);
      // A scheme that is named constrains in the CRF's place.
      expect(groups(await ner(sentence, { ...simple, viterbi: true, scheme: "BIO" }))).toEqual(
        found,
      );
    });
  });

  test("decides for T-NER, whose probability stays that of the likeliest label", async () => {
    await use(pipeline("ner", folder()), async (ner) => {
      const { prediction, probability } = await ner.predict([["Angela", "Merkel"]]);
      expect(prediction).toEqual([["O", "O"]]);
      for (const each of probability[0]) expect(each).toBeGreaterThan(0.3);
      const labels = async (options) =>
        (await ner.tagWords(["Angela", "Merkel"], options)).map(({ entity }) => entity);
      expect(await labels({ mode: "tner" })).toEqual(["O", "O"]);
      expect(await labels({ mode: "hf" })).toEqual(["B-PER", "I-PER"]);
      expect(await labels({ mode: "hf", viterbi: true })).toEqual(["O", "O"]);
    });
  });

  test("of another size is refused with its field", async () => {
    const broken = withConfig((config) => {
      config.crf_state_dict = { ...crf_state_dict, end_transitions: [0] };
    });
    await expect(pipeline("ner", broken)).rejects.toMatchObject({
      code: "invalid_config",
      message: expect.stringMatching(
        /crf_state_dict\.end_transitions: expected a list of 9 numbers/,
      ),
    });
  });
});

describe("label sets", () => {
  /** The tiny model with its labels called something else. */
  const renamed = (rename) =>
    withConfig((config) => {
      config.id2label = Object.fromEntries(names.map((name, id) => [id, rename(name, id)]));
      delete config.label2id;
    });

  test("without prefixes and without O work with every strategy and for words", async () => {
    const folder = renamed((name) => (name === "O" ? "VERB" : name.replace("-", "")));
    await use(pipeline("ner", folder), async (ner) => {
      for (const aggregation_strategy of ["simple", "first", "average", "max"]) {
        const records = await ner(sentence, { aggregation_strategy });
        expect(records[0]).toMatchObject({
          entity_group: expect.stringMatching(/^[BI]PER$/),
          start: 0,
        });
        expect(records.at(-1)).toMatchObject({ entity_group: "VERB", end: sentence.length });
      }
      const tags = await ner.tagWords(["Angela", "im", ""]);
      expect(tags.map(({ entity }) => entity)).toEqual(["BPER", "VERB", expect.any(String)]);
      await expect(ner.predict(["Angela"])).rejects.toMatchObject({
        code: "invalid_argument",
        message: expect.stringMatching(/decoder tner: expected labels O, B-/),
      });
    });
  });

  test("of BILOU end entities at L- and U-, which Python's pipeline does not", async () => {
    const bilou = (name) => name.replace(/^I-/, "L-").replace(/^B-(LOC|ORG)/, "U-$1");
    const folder = renamed(bilou);
    await use(pipeline("ner", folder), async (ner) => {
      expect(groups(await ner(sentence, first))).toEqual(["PER Angela Merkel", "LOC Paris"]);
      expect(groups(await ner(sentence, { ...first, compat: "hf" }))).toEqual([
        "PER Angela",
        "PER Merkel",
        "LOC Paris.",
      ]);
    });
  });
});

test("decoders disagree as the systems do", async () => {
  // The labels of Merkel and Paris, so that an I- of another type follows.
  const folder = withConfig((config) => {
    const other = { "I-PER": "I-LOC", "I-LOC": "I-PER" };
    config.id2label = Object.fromEntries(names.map((name, id) => [id, other[name] ?? name]));
    delete config.label2id;
  });
  await use(pipeline("ner", folder), async (ner) => {
    const found = async (decoder) => groups(await ner(sentence, { ...first, decoder }));
    expect(await found(undefined)).toEqual(["PER Angela", "LOC Merkel", "LOC Paris"]);
    expect(await found("conll")).toEqual(["PER Angela", "LOC Merkel", "LOC Paris"]);
    expect(await found("tner")).toEqual(["PER Angela", "LOC Paris"]);
    expect(await found("sparknlp")).toEqual(["PER Angela Merkel", "LOC Paris"]);
  });
});
