// SPDX-License-Identifier: Apache-2.0
// Corpora of texts with spans, as they are published, and what is wrong with a file by its line.
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "@jest/globals";

import { readBratPair } from "../../dist/node/corpus/brat_pair.js";
import { formOf } from "../../dist/node/corpus/forms.js";
import { lines, read, spansOf } from "./corpora.js";
import { shared, testWith } from "./support.js";

const rocket = "🚀 Emma in Zu\u0308rich, שלום";
const entities = [
  { start: 3, end: 7, label: "PER" },
  { start: 11, end: 18, label: "LOC" },
  { start: 20, end: 24, label: "ORG" },
];
/** By Python: [(m.start(), m.end()) for m in re.finditer(…)] of the same text. */
const inCodePoints = [
  [2, 6, "PER"],
  [10, 17, "LOC"],
  [19, 23, "ORG"],
];
const expected = [
  [3, 7, "PER", "Emma"],
  [11, 18, "LOC", "Zu\u0308rich"],
  [20, 24, "ORG", "שלום"],
];

describe("texts with spans", () => {
  test.each([
    ["our own", { text: rocket, entities }, undefined],
    [
      "what tag writes",
      {
        text: rocket,
        entities: entities.map(({ start, end, label }) => ({
          entity_group: label,
          score: 0.5,
          word: rocket.slice(start, end),
          start,
          end,
        })),
      },
      undefined,
    ],
    [
      "with type",
      {
        text: rocket,
        entities: entities.map(({ start, end, label: type }) => ({ start, end, type })),
      },
      undefined,
    ],
    [
      "doccano's",
      { text: rocket, label: entities.map(({ start, end, label }) => [start, end, label]) },
      undefined,
    ],
    [
      "doccano's with relations",
      {
        text: rocket,
        entities: entities.map(({ start, end, label }) => ({
          id: 1,
          label,
          start_offset: start,
          end_offset: end,
        })),
        relations: [],
      },
      undefined,
    ],
    [
      "spaCy's Doc.to_json()",
      {
        text: rocket,
        ents: inCodePoints.map(([start, end, label]) => ({ start, end, label })),
        tokens: [{ id: 0, start: 0, end: 1 }],
      },
      undefined,
    ],
    ["spaCy 2's", [rocket, { entities: inCodePoints }], "codepoint"],
    ["Python's", { text: rocket, entities: inCodePoints }, "codepoint"],
  ])("%s", (_, row, unit) => {
    expect(read(lines(row), { unit }).map(spansOf)).toEqual([expected]);
  });

  test("with scores, where those are from 0 to 1", () => {
    const row = (score) => ({ text: "ab", entities: [{ start: 0, end: 1, label: "X", score }] });
    const texts = read(lines(...[0, 0.5, 1, 97.3, -1.2, "0.5"].map(row)));
    const scores = texts.map(({ spans: [{ score }] }) => score);
    expect(scores).toEqual([0, 0.5, 1, undefined, undefined, undefined]);
  });

  test("Stockmark's, in code points, as a list over many lines or one", () => {
    const list = [
      { curid: "1", text: "no", entities: [] },
      {
        curid: "2",
        text: rocket,
        entities: inCodePoints.map(([start, end, type], i) => ({
          name: expected[i][3],
          span: [start, end],
          type,
        })),
      },
    ];
    for (const text of [JSON.stringify(list, null, 1), JSON.stringify(list)]) {
      expect(formOf({ where: "f", text }, "ours")).toBe("stockmark");
      expect(spansOf(read(text)[1])).toEqual(expected);
    }
    expect(read(JSON.stringify(list, null, 1)).map(({ place }) => place)).toEqual(["f:2", "f:7"]);
  });

  testWith("data/originals/stockmark.json", test)("all of Stockmark's", () => {
    const text = readFileSync(path.join(shared, "data/originals/stockmark.json"), "utf8");
    const all = JSON.parse(text);
    const texts = read(text);
    expect(texts.map(({ spans }) => spans.length)).toEqual(
      all.map(({ entities }) => entities.length),
    );
    const names = texts.flatMap((each) => spansOf(each).map(([, , , name]) => name));
    expect(names).toEqual(all.flatMap(({ entities }) => entities.map(({ name }) => name)));
    const rows = text.split("\n");
    const lineOf = (place) => rows[Number(place.split(":")[1]) - 1];
    expect(new Set(texts.map(({ place }) => lineOf(place)))).toEqual(new Set([" {"]));
  });

  test("spaCy's for training", () => {
    const token = (orth, ner, space = " ") => ({ orth, ner, space });
    const tokens = [
      token("🚀", "O"),
      token("New", "B-LOC"),
      token("York", "L-LOC", ""),
      token(",", "U-X"),
    ];
    const [text] = read(JSON.stringify([{ id: 7, paragraphs: [{ sentences: [{ tokens }] }] }]));
    expect(spansOf(text)).toEqual([
      [3, 11, "LOC", "New York"],
      [11, 12, "X", ","],
    ]);
  });

  test("spaCy 2's, which does not say what is between tokens, and spaCy 3's entities", () => {
    const tokens = ["Emma", "B", "sings", "."].map((orth, i) => ({
      orth,
      ner: ["B-PER", "L-PER", "O", "-"][i],
    }));
    const raw = "Emma B sings.";
    expect(spansOf(read(lines([{ paragraphs: [{ raw, sentences: [{ tokens }] }] }]))[0])).toEqual([
      [0, 6, "PER", "Emma B"],
    ]);
    const plain = [
      { orth: "🚀", space: " " },
      { orth: "Emma", space: "" },
    ];
    const paragraph = { raw: "🚀 Emma", entities: [[2, 6, "PER"]], sentences: [{ tokens: plain }] };
    expect(spansOf(read(lines([{ paragraphs: [paragraph] }]))[0])).toEqual([[3, 7, "PER", "Emma"]]);
  });

  test("brat's, in code points of its file, with a byte order mark and CRLF", () => {
    const text = "🚀 Emma\r\nin New\r\nYork";
    const annotations = (n) =>
      `T1\tPER ${n + 2} ${n + 6}\tEmma\r\nT2\tLOC ${n + 11} ${n + 14};${n + 16} ${n + 20}\tNew York\n` +
      `T3\tPay ${n + 8} ${n + 10}\tin\nE1\tPay:T3 Who:T1\nR1\tIn Arg1:T1 Arg2:T2\n#1\tNote T1\thm\n`;
    for (const before of [0, 1]) {
      const { spans } = readBratPair({
        name: "a",
        text: { where: "a.txt", text },
        annotations: { where: "a.ann", text: annotations(before) },
        before,
      });
      expect(spans.map(({ start, end, label }) => [label, text.slice(start, end)])).toEqual([
        ["PER", "Emma"],
        ["LOC", "New\r\nYork"],
      ]);
    }
  });

  test.each([
    [
      "T1\tPER 0 2;5 7\tab fg\n",
      "a.ann:1: expected an entity in one piece, found PER 0 2;5 7, which is discontinuous",
    ],
    ["T1\tPER 0 2\tab\n\nT2\tPER 3 5\tde\n", 'a.ann:3: expected "de" at 3 5, found "d "'],
    [
      "T1 PER 0 2 ab\n",
      "a.ann:1: expected T1, a type with offsets, and the text, with tabs between",
    ],
    [
      "T1\tPER 2 20\tc\n",
      "a.ann:1: expected a start before an end, both from 0 to 7, found 2 to 20",
    ],
  ])("what is wrong with %j in brat's", (annotations, message) => {
    const pair = { name: "a", text: { where: "a.txt", text: "abcd fg" }, before: 0 };
    expect(() =>
      readBratPair({ ...pair, annotations: { where: "a.ann", text: annotations } }),
    ).toThrow(message);
  });

  test.each([
    [
      "a range that is none",
      { text: "ab", entities: [[1, 1, "X"]] },
      "f:1: expected a start before an end, both from 0 to 2, found 1 to 1",
    ],
    ["a range beyond the text", { text: "ab", entities: [[1, 3, "X"]] }, "found 1 to 3"],
    ["a range of no numbers", { text: "ab", entities: [["0", 1, "X"]] }, 'found "0" to 1'],
    [
      "half a character",
      { text: "🚀 a", entities: [[1, 3, "X"]] },
      "f:1: expected offsets between characters, in UTF-16 units (--offsets codepoint takes code points), found 1 to 3",
    ],
    [
      "the other unit",
      { text: "🚀 Emma!", entities: [{ start: 2, end: 6, label: "X", word: "Emma" }] },
      'f:1: expected "Emma" at 2 to 6 (it is there with --offsets codepoint), found " Emm"',
    ],
    [
      "no label",
      { text: "ab", entities: [{ start: 0, end: 1 }] },
      'f:1: expected an entity with a label, found {"start":0,"end":1}',
    ],
    ["no entities", { text: "ab" }, "f:1: expected an object with text and one of entities, label"],
    [
      "pieces",
      { text: "ab", entities: [{ entity: "B-X", index: 1, start: 0, end: 1 }] },
      "f:1: expected entities, found pieces, as --aggregation none writes them",
    ],
    [
      "an error",
      { id: 1, error: { code: "invalid_record", message: "x" } },
      'f:1: expected entities, found the error {"code":"invalid_record"',
    ],
    ["a text that is none", { text: 1, entities: [] }, "f:1: text: expected a string, found 1"],
    [
      "a name that is not there",
      [{ curid: "1", text: "ab", entities: [{ name: "x", span: [0, 1], type: "T" }] }],
      'f:1: expected "x" at 0 to 1, found "a"',
    ],
    [
      "labels out of order",
      [{ paragraphs: [{ sentences: [{ tokens: [{ orth: "a", ner: "L-X" }] }] }] }],
      'f:1: ner: expected labels B-, I-, L-, U- and O in order, found "L-X"',
    ],
  ])("%s is refused", (_, row, message) => {
    expect(() => read(lines(row))).toThrow(message);
  });
});
