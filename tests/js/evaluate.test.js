// SPDX-License-Identifier: Apache-2.0
// evaluate() as a program calls it. What the packages' figures are is in eval_vectors.test.js and in
// tests/cpp/eval; the few here are by hand, or those of the packages' own documentation.
import { expect, test } from "@jest/globals";

import { InvalidArgumentError, evaluate } from "../../dist/node/index.js";

const gold = [
  ["O", "O", "O", "B-MISC", "I-MISC", "I-MISC", "O"],
  ["B-PER", "I-PER", "O"],
];
const predicted = [
  ["O", "O", "B-MISC", "I-MISC", "I-MISC", "I-MISC", "O"],
  ["B-PER", "I-PER", "O"],
];

test("our own report has scores, confusions and the sentences with faults", async () => {
  const { report, text, figures, remarks } = await evaluate(gold, predicted);
  expect(report).toBe("entities");
  expect(remarks).toEqual([]);
  expect(text).toContain("       1  MISC -> MISC, other boundaries\n");
  expect(figures).toEqual({
    tokens: 10,
    sentences: 2,
    accuracy: 0.8,
    micro: { correct: 1, found: 2, gold: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
    macro: { precision: 0.5, recall: 0.5, f1: 0.5 },
    types: {
      MISC: { correct: 0, found: 1, gold: 1, precision: 0, recall: 0, f1: 0 },
      PER: { correct: 1, found: 1, gold: 1, precision: 1, recall: 1, f1: 1 },
    },
    confusions: [{ gold: "MISC", predicted: "MISC", same_place: false, count: 1 }],
    faulty: [
      {
        sentence: 0,
        faults: 2,
        gold: [{ type: "MISC", start: 3, end: 6 }],
        predicted: [{ type: "MISC", start: 2, end: 6 }],
      },
    ],
  });
});

test("our own report has each entity with what it was taken for, where that is asked for", async () => {
  const { pairs } = await evaluate(gold, predicted, { pairs: true });
  const span = (type, start, end) => ({ type, start, end });
  expect(pairs).toEqual([
    { sentence: 0, gold: span("MISC", 3, 6), predicted: span("MISC", 2, 6) },
    { sentence: 1, gold: span("PER", 0, 2), predicted: span("PER", 0, 2) },
  ]);
  expect(await evaluate(gold, predicted)).not.toHaveProperty("pairs");
  await expect(evaluate(gold, predicted, { report: "seqeval", pairs: true })).rejects.toThrow(
    "pairs: expected the report entities, found 'seqeval'",
  );
  await expect(evaluate(gold, predicted, { pairs: 1 })).rejects.toThrow(InvalidArgumentError);
});

test("each package's figures have its names", async () => {
  const figuresOf = async (report, options) =>
    (await evaluate(gold, predicted, { report, ...options })).figures;
  const seqeval = await figuresOf("seqeval");
  expect(Object.keys(seqeval)).toEqual(["MISC", "PER", "micro avg", "macro avg", "weighted avg"]);
  expect(seqeval.PER).toEqual({ precision: 1, recall: 1, "f1-score": 1, support: 1 });
  expect((await figuresOf("sklearn")).accuracy).toBe(0.8);
  expect((await figuresOf("sparknlp")).accuracy).toBe(0.8);
  expect((await figuresOf("conlleval")).overall).toEqual({
    correct: 1,
    found: 2,
    gold: 2,
    precision: 50,
    recall: 50,
    f1: 50,
  });
  const tner = await figuresOf("tner", { return_ci: true });
  expect(tner["micro/f1"]).toBe(0.5);
  expect(tner["micro/f1_ci"]).toEqual({ 90: [0, 1], 95: [0, 1] });
  expect(Object.keys(tner.per_entity_metric)).toEqual(["MISC", "PER"]);
  const spans = await figuresOf("tner", { span_detection_mode: true });
  expect(spans.per_entity_metric).toBeUndefined();
  expect((await figuresOf("nervaluate")).overall.partial).toMatchObject({ correct: 1, partial: 1 });
});

test("T-NER's text is the JSON that it logs", async () => {
  const { text } = await evaluate([["B-é"]], [["O"]], { report: "tner" });
  expect(text).toContain('"micro/f1": 0.0,\n    "micro/f1_ci": {},\n');
  expect(text).toContain('        "\\u00e9": {\n            "f1": 0.0,\n');
  expect(JSON.parse(text)["macro/recall"]).toBe(0);
});

test("nervaluate takes spans, too, with inclusive ends", async () => {
  const { figures, remarks } = await evaluate(
    [[{ label: "PER", start: 0, end: 4 }]],
    [
      [
        { label: "PER", start: 0, end: 4 },
        { label: "LOC", start: 4, end: 9 },
      ],
    ],
    { report: "nervaluate" },
  );
  expect(figures.overall.strict).toMatchObject({ correct: 1, spurious: 1 });
  expect(remarks).toEqual(["nervaluate takes ends as inclusive: with others neighbours overlap."]);
});

test("our report is right where the packages are wrong, and says so of them", async () => {
  const bilou = [["B-A", "L-A", "B-A", "L-A"]];
  const ours = await evaluate(bilou, bilou);
  expect(ours.figures.micro.gold).toBe(2);
  const seqeval = await evaluate(bilou, bilou, { report: "seqeval" });
  expect(seqeval.figures.A.support).toBe(1);
  expect(seqeval.remarks.join()).toContain("of adjacent BILOU entities it keeps one");

  const windows = [["B-A\r", "I-A\r", "O\r"]];
  expect((await evaluate(windows, windows)).figures.micro.gold).toBe(1);
  const conlleval = await evaluate(windows, windows, { report: "conlleval" });
  expect(conlleval.text).toContain(" A\r: ");
  expect(conlleval.remarks.join()).toContain("takes the \\r at the end of a line");

  const hyphens = [["B--ORG", "B-ORG"]];
  expect(Object.keys((await evaluate(hyphens, hyphens)).figures.types)).toEqual(["-ORG", "ORG"]);
  const strict = { report: "seqeval", strict: true, scheme: "IOB2" };
  const stripped = await evaluate(hyphens, hyphens, strict);
  expect(stripped.figures.ORG.support).toBe(2);
  expect(stripped.remarks.join()).toContain("drops hyphens around a type");

  const titles = [["B-JOB-TITLE"]];
  expect((await evaluate(titles, titles)).figures.types["JOB-TITLE"].correct).toBe(1);
  const tner = await evaluate(titles, titles, { report: "tner" });
  expect(tner.figures.per_entity_metric.JOTITLE.recall).toBe(0);
  expect(tner.remarks.join()).toContain("deletes every B- of a type");
});

test("where the package raises there is no text, and a remark says why", async () => {
  const { text, figures, remarks } = await evaluate([["O"]], [["O"]], { report: "seqeval" });
  expect(text).toBeNull();
  expect(figures["macro avg"].precision).toBeNull();
  expect(remarks.at(-1)).toContain("expected at least one entity, found none");
});

test.each([
  [[["O"]], [["O"], ["O"]], {}, "predicted: expected 1 sentences, as gold has, found 2"],
  [[["O", "O"]], [["O"]], {}, "predicted[0]: expected 2 tags, as gold has, found 1"],
  [[], [], {}, "gold: expected at least one tag, found none"],
  [[[]], [[]], {}, "gold: expected at least one tag, found none"],
  [["O"], ["O"], {}, "gold[0]: expected a list of tags, found 'O'"],
  [[["O", 7]], [["O", "O"]], {}, "gold[0][1]: expected a tag as B-PER, found 7"],
  [[["O"]], [["O"]], { report: "f1" }, "found 'f1'"],
  [[["O"]], [["O"]], { report: "seqeval", scheme: "BIO" }, "found 'BIO'"],
  [[["O"]], [["O"]], { strict: true }, "strict: expected the report seqeval, found 'entities'"],
  [[["O"]], [["O"]], { report: "seqeval", digits: 1.5 }, "digits: expected a number from 0 to 100"],
  [[["O"]], [["O"]], { report: "seqeval", zero_division: 2 }, "zero_division: expected"],
  [[["O"]], [["O"]], { report: "nervaluate", min_overlap_percentage: 0 }, "1 to 100"],
  [[["S-A"]], [["O"]], { report: "nervaluate" }, "Invalid tag format: S-A"],
  [[["B-A"]], [["L-A"]], { report: "seqeval", strict: true }, "Invalid token is found: L-A"],
  [[[""]], [["O"]], { report: "seqeval" }, "a tag: expected at least one character"],
  [[["A"]], [["O"]], { report: "sparknlp" }, "expected O or a prefix, a hyphen and a type"],
  [[[{ label: "A", start: 0, end: 1 }]], [[]], {}, "found spans"],
  [[[{ label: "A", start: 3, end: 1 }]], [[]], { report: "nervaluate" }, "an end of at least 3"],
  [[[{ label: "A", start: 0 }]], [[]], { report: "nervaluate" }, "expected spans { label, start"],
])("%j and %j with %j: a typed error", async (first, second, options, message) => {
  const failed = evaluate(first, second, options);
  await expect(failed).rejects.toThrow(InvalidArgumentError);
  await expect(failed).rejects.toThrow(message);
});

test("scikit-learn's counts are floats where no tag is right", async () => {
  // scikit-learn 1.9.1: classification_report(["O", "I-per"], ["I-per", "O"], zero_division=0)
  const printed = `              precision    recall  f1-score   support

       I-per       0.00      0.00      0.00       1.0
           O       0.00      0.00      0.00       1.0

    accuracy                           0.00       2.0
   macro avg       0.00      0.00      0.00       2.0
weighted avg       0.00      0.00      0.00       2.0
`;
  const options = { report: "sklearn" };
  const { text, remarks } = await evaluate([["O", "I-per"]], [["I-per", "O"]], options);
  expect(text).toBe(printed);
  expect(remarks.at(-1)).toBe("scikit-learn prints counts as 1.0 where no tag is right.");
});

test("types get other names in both columns", async () => {
  const mapping = { LOCATION: "LOC", Ort: "LOC" };
  const mapped = await evaluate([["B-LOCATION", "LOCATION", "O"]], [["B-Ort", "Ort", "B-O"]], {
    mapping,
    report: "sklearn",
  });
  expect(Object.keys(mapped.figures)).toEqual(expect.arrayContaining(["B-LOC", "LOC", "O", "B-O"]));
  expect(mapped.figures["B-LOC"]["f1-score"]).toBe(1);
  const tner = await evaluate([["B-PER", "B-PSN"]], [["B-PERSON", "O"]], {
    report: "tner",
    mapping: "tner",
  });
  expect(tner.figures.per_entity_metric.person).toMatchObject({ precision: 1, recall: 0.5 });
  const spans = [[{ label: "LOCATION", start: 0, end: 3 }]];
  const ofSpans = await evaluate(spans, spans, { report: "nervaluate", mapping });
  expect(Object.keys(ofSpans.figures.entities)).toEqual(["LOC"]);
  await expect(evaluate(gold, gold, { mapping: "conll" })).rejects.toThrow(
    "mapping: expected 'tner' or an object of types, found 'conll'",
  );
  await expect(evaluate(gold, gold, { mapping: { A: 1 } })).rejects.toThrow("mapping.A");
});

test("an aborted call rejects with the signal's reason", async () => {
  const signal = AbortSignal.abort("enough");
  await expect(evaluate(gold, predicted, { signal })).rejects.toBe("enough");
});
