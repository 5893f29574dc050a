// SPDX-License-Identifier: Apache-2.0
// What `tag` writes is read back by `eval`; and what a file's form is.

import { describe, expect, test } from "@jest/globals";

import { writerOf } from "../../dist/node/cli/writers.js";
import { readBratPair } from "../../dist/node/corpus/brat_pair.js";
import { formOf } from "../../dist/node/corpus/forms.js";
import { bratAnnotations } from "../../dist/node/formats/brat.js";
import { lines, read } from "./corpora.js";
import { spansIn, taggedTexts, written } from "./tagged_texts.js";

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
