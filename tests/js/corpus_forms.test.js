// SPDX-License-Identifier: Apache-2.0
// The forms of corpora that `eval` reads, as they are published, and what is wrong with a file by its line.
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "@jest/globals";

import { writerOf } from "../../dist/node/cli/writers.js";
import { readBratPair } from "../../dist/node/corpus/brat_pair.js";
import { formOf, readTexts } from "../../dist/node/corpus/forms.js";
import { readTagIds } from "../../dist/node/corpus/token_rows.js";
import { bratAnnotations } from "../../dist/node/formats/brat.js";
import { shared, testWith } from "./support.js";
import { spansIn, taggedTexts, written } from "./tagged_texts.js";

const ids = readTagIds({ O: 0, "B-ORG": 1, "B-MISC": 2, "B-PER": 3, "I-PER": 4 }, "label.json");

/** The texts of a file, whose form is found. */
function read(text, options = {}) {
  const source = { where: "f", text };
  const form = options.form ?? formOf(source, "ours");
  const all = { rules: "ours", layout: "gold", ids, ...options, form };
  return readTexts(source, all).texts;
}

const spansOf = ({ text, spans }) =>
  spans.map(({ start, end, label }) => [start, end, label, text.slice(start, end)]);
const lines = (...values) => values.map((each) => `${JSON.stringify(each)}\n`).join("");

describe("words with tags", () => {
  test("T-NER's, by the ids of its label.json", () => {
    // The card of tner/ontonotes5 shows these; the ids are those of its label2id.
    const row = { tokens: ["@paulwalk", "It", "'s", "Sarah", "Doe"], tags: [0, 0, 0, 3, 4] };
    expect(read(lines(row, { tokens: [], tags: [] }))).toMatchObject([
      { place: "f:1", words: row.tokens, tags: ["O", "O", "O", "B-PER", "I-PER"] },
      { place: "f:2", words: [], tags: [] },
    ]);
    expect(formOf({ where: "f", text: lines(row) }, "ours")).toBe("tner");
  });

  test("T-NER's as one object of lists, with its own label2id", () => {
    const all = { tokens: [["a"], ["b", "c"]], tags: [[1], [0, 1]], label2id: { "B-X": 1, O: 0 } };
    const words = [["a"], ["b", "c"]];
    expect(read(lines(all)).map(({ words }) => words)).toEqual(words);
    expect(read(JSON.stringify(all, null, 1)).map(({ tags }) => tags)).toEqual([
      ["B-X"],
      ["O", "B-X"],
    ]);
  });

  test("WikiANN's, with the language of each sentence", () => {
    const native = "en:Paris\tB-LOC\nen::\tO\n\nzh-min-nan:R.H.\tB-PER\nen:\tO\n";
    expect(read(native)).toMatchObject([
      { words: ["Paris", ":"], tags: ["B-LOC", "O"], language: "en", place: "f:1" },
      { words: ["R.H.", ""], language: undefined, place: "f:4" },
    ]);
    // A row of the package datasets: wikiann, de.
    const row = {
      tokens: ["in", "Köln"],
      ner_tags: [0, 5],
      langs: ["de", "de"],
      spans: ["LOC: Köln"],
    };
    expect(read(lines(row), { ids: undefined })).toMatchObject([
      { words: ["in", "Köln"], tags: ["O", "B-LOC"], language: "de" },
    ]);
  });

  test("WNUT's, whose sentences end with a tab, and OntoNotes' of CoNLL-2012", () => {
    expect(read("Empire\tB-location\nState\tI-location\n\t\nESB\tO\n")).toMatchObject([
      { tags: ["B-location", "I-location"] },
      { place: "f:4", words: ["ESB"] },
    ]);
    const columns = (word, entity, more = "") =>
      `bn/x/00/x_0001 0 0 ${word} NNP (TOP(S* - - - -   ${entity}   *${more} -\n`;
    const conll2012 =
      "#begin document (bn/x/00/x_0001); part 000\n" +
      columns("New", "(GPE*") +
      columns("York", "*)") +
      columns("Sarah", "(PERSON)") +
      `${columns("sings", "*")}\n${columns("Oslo", "(GPE)", " *")}\n#end document\n`;
    expect(read(conll2012)).toMatchObject([
      { tags: ["B-GPE", "I-GPE", "B-PERSON", "O"], words: ["New", "York", "Sarah", "sings"] },
      { tags: ["B-GPE"], place: "f:7" },
    ]);
  });

  testWith("data/originals/ned.testa", test)("CoNLL-2002's own counts", () => {
    const file = path.join(shared, "data/originals/ned.testa");
    const texts = read(readFileSync(file, "utf8"));
    const starts = texts.flatMap(({ tags }) => tags.filter((tag) => tag.startsWith("B-")));
    const counts = Object.fromEntries(
      ["LOC", "MISC", "ORG", "PER"].map((type) => [
        type,
        starts.filter((tag) => tag === `B-${type}`).length,
      ]),
    );
    // As the shared task says of ned.testa: Tjong Kim Sang (2002), and conlleval.pl.
    expect(counts).toEqual({ LOC: 479, MISC: 748, ORG: 686, PER: 703 });
    expect(texts.flatMap(({ words }) => words)).toHaveLength(37_687);
  });

  test.each([
    [
      "an unknown id",
      lines({ tokens: ["a"], tags: [0] }, { tokens: ["a", "b"], tags: [0, 9] }),
      "f:2: tags[1]: expected an id of label.json, which has 0 to 4, found 9",
    ],
    [
      "other lengths",
      lines({ tokens: ["a", "b"], tags: [0] }),
      "f:1: expected 2 tags, as there are tokens, found 1",
    ],
    [
      "other lengths of lists",
      lines({ tokens: [["a"], ["b"]], tags: [[0]] }),
      "f:1: expected 2 lists in tags, as in tokens, found 1",
    ],
    [
      "a tag that is none",
      lines({ tokens: ["a"], tags: [null] }),
      "f:1: tags[0]: expected a tag as B-PER, or its id, found null",
    ],
    [
      "a token that is none",
      `${lines({ tokens: ["a"], tags: ["O"] })}{"tokens":[1],"tags":["O"]}\n`,
      "f:2: tokens: expected a list of strings, found [1]",
    ],
    ["other columns", "a O\nb O O\n", "f:2: expected 2 columns, as before, found 3"],
    [
      "a word without a language",
      "en:a\tO\nb\tO\n",
      'f:2: expected a word as en:Paris, found "b"',
      "wikiann",
    ],
    [
      "an entity in an entity",
      `#begin document (x);\nx 0 0 a N * - - - - (A* -\nx 0 1 b N * - - - - (B* -\n`,
      'f:3: expected (TYPE*, (TYPE), * or *), and none in another, found "(B*"',
    ],
    [
      "an entity without an end",
      `#begin document (x);\nx 0 0 a N * - - - - (A* -\n\n`,
      "f:3: expected the end of the entity A, found that of the sentence",
    ],
    [
      "an end without an entity",
      `#begin document (x);\nx 0 0 a N * - - - - *) -\n\n`,
      'f:2: expected the beginning of an entity before its end, found "*)"',
    ],
    [
      "a file without the words",
      `#begin document (x);\nx 0 0 [WORD] N * - - - - * -\n\n`,
      "f:2: expected a word, found [WORD]",
    ],
  ])("%s is refused", (_, text, message, form = undefined) => {
    expect(() => read(text, { form })).toThrow(message);
  });

  test("ids without a table are refused, and tables that are none", () => {
    const text = lines({ tokens: ["a"], tags: [3] });
    expect(() => read(text, { ids: undefined })).toThrow(
      "f:1: tags[0]: expected a tag as B-PER, or --label2id FILE with the ids, found 3",
    );
    expect(() => readTagIds([], "l.json")).toThrow(
      'l.json: expected tags and their ids, as {"O": 0',
    );
    expect(() => readTagIds({ O: 0, B: 0 }, "l.json")).toThrow("found 0 for O and B");
    expect(readTagIds({ label2id: { O: 0 } }, "config.json").names.get(0)).toBe("O");
  });
});

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

describe("what tag writes of 1,000 texts is read with the same spans", () => {
  const texts = taggedTexts(1000, { seed: 17 });
  const all = texts.map((tagged) => [tagged.record.text, spansIn(tagged)]);
  const found = (rows) =>
    rows.map(({ text, spans }) => [
      text,
      spans.map(({ start, end, label }) => [start, end, label]),
    ]);

  test.each([
    ["jsonl", { form: "jsonl" }],
    ["doccano", { form: "doccano" }],
    ["spacy", { form: "spacy" }],
  ])("%s", (form, options) => {
    const writer = writerOf(form, { format: "text", isFromArguments: false, color: false });
    expect(found(read(written(writer, texts), options))).toEqual(all);
  });

  test("brat", () => {
    const rows = texts.map((tagged) =>
      readBratPair({
        name: "a",
        text: { where: "a.txt", text: tagged.record.text },
        annotations: { where: "a.ann", text: bratAnnotations(tagged) },
        before: 0,
      }),
    );
    expect(found(rows)).toEqual(all);
  });
});

describe("a file", () => {
  test.each([
    [
      "that is empty",
      "",
      "f:1: expected at least one line with a word and a tag, found none",
      "conll",
    ],
    [
      "of empty lines",
      "\n \n",
      "f:1: expected at least one line with a text and its entities, found none",
      "jsonl",
    ],
    [
      "with a NUL",
      '{"text":"a","entities":[]}\n{"text":"\0","entities":[]}\n',
      "f:2: expected text, found NUL",
      "jsonl",
    ],
    [
      "with a NUL in a list",
      '[\n{"curid":1,\n"text":"\0","entities":[]}]',
      "f:3: expected text, found NUL",
      "stockmark",
    ],
    [
      "with a line of 10 MB",
      `{"text":"a","entities":[]}\n{"text":"${"x".repeat(10_000_000)}","entities":[]}\n`,
      "f:2: expected a line of at most 8388608 characters, found 10000025",
      "jsonl",
    ],
    [
      "with a line that is no JSON",
      '{"text":"a","entities":[]}\noops\n',
      "f:2: expected a line of JSON",
      "jsonl",
    ],
    [
      "with a list that breaks off",
      '[\n{"curid":1},\n{"curid":\n',
      "f:3: expected JSON, found Unexpected end",
      "stockmark",
    ],
    [
      "with a list that is wrong",
      '[\n{"curid":1},\n{"curid" 2},\n{"curid":3}\n]\n',
      "f:3: expected JSON",
      "stockmark",
    ],
  ])("%s is refused with its line", (_, text, message, form) => {
    expect(() => read(text, { form })).toThrow(message);
  });

  test("of one value that a line has more of is a list of 10 MB", () => {
    const text = `[{"curid":1,"text":"${"x".repeat(10_000_000)}","entities":[]}]`;
    expect(read(text)).toHaveLength(1);
  });

  test.each([
    ["conll", "Emma B-PER\n"],
    ["conll", "{ O\n"],
    ["conll", "en:a\tO\nb\tO\n"],
    ["conll2012", "#begin document (x); part 000\n"],
    ["wikiann", "en:a\tO\n\n"],
    ["wikiann", lines({ tokens: ["a"], ner_tags: [0], langs: ["en"] })],
    ["tner", lines({ tokens: ["a"], tags: [0] })],
    ["jsonl", lines({ tokens: ["a"], ner_tags: [0] })],
    ["jsonl", lines({ text: "a", label: [] })],
    ["jsonl", lines([{ entity_group: "PER" }], [])],
    ["spacy", '[\n{"id":1,"paragraphs":[]}\n]'],
    ["stockmark", lines([{ curid: "1", text: "", entities: [] }])],
  ])("is %s by %j", (form, text) => {
    expect(formOf({ where: "f", text }, "ours")).toBe(form);
  });
});
