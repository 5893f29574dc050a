// SPDX-License-Identifier: Apache-2.0
// Corpora of words with tags, as they are published, and what is wrong with a file by its line.
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "@jest/globals";

import { formOf } from "../../dist/node/corpus/forms.js";
import { readTagIds } from "../../dist/node/corpus/token_rows.js";
import { lines, read } from "./corpora.js";
import { shared, testWith } from "./support.js";

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
