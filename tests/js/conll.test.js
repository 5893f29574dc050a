// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { conllWriter, readSentences } from "../../dist/node/formats/conll.js";

async function* linesOf(text) {
  for (const [i, line] of text.split("\n").entries())
    yield { text: line, number: i + 1, ending: "\n" };
}

async function sentencesOf(text, column = 1) {
  const found = [];
  const fail = (number, message) => ({ code: "invalid_record", message: `${number}: ${message}` });
  for await (const each of readSentences(linesOf(text), column, fail)) found.push(each);
  return found;
}

const wordsOf = async (text, column) => (await sentencesOf(text, column)).map(({ words }) => words);

test.each([
  [
    "CoNLL-2003",
    "-DOCSTART- -X- -X- O\n\nEU NNP I-NP B-ORG\nrejects VBZ I-VP O\n\n",
    1,
    [[], ["EU", "rejects"]],
  ],
  ["CoNLL-2002, Dutch", "De Art O\ntekst N O\n\nIk Pron O\n", 1, [["De", "tekst"], ["Ik"]]],
  ["WNUT", "@paul\tO\n#tag\tO\nNew York\tB-location\n", 1, [["@paul", "#tag", "New York"]]],
  ["a word a line", "a\nb\n \t\nc", 1, [["a", "b"], ["c"]]],
  [
    "MultiCoNER",
    "# id 5239d808-f300-46ea-aa3b-5093040213a3\tdomain=en\na _ _ O\nb _ _ B-X\n",
    1,
    [["a", "b"]],
  ],
  ["signs as words", "# # O\n# a O\n", 1, [["#", "#"]]],
  ["several spaces", "a   X\n  b X  \n", 2, [["X", "X"]]],
  ["spaces that separate nothing", "a\u00a0b\u2028c X\n", 1, [["a\u00a0b\u2028c"]]],
  [
    "CoNLL-U",
    `# sent_id = 1\n# text = vámonos\n${[
      ["1-2", "vámonos"],
      ["1", "vamos"],
      ["1.1", "x"],
      ["2", "nos"],
    ]
      .map((cells) => [...cells, ..."________"].join("\t"))
      .join("\n")}\n`,
    2,
    [["vamos", "nos"]],
  ],
])("%s", async (_, text, column, words) => {
  expect(await wordsOf(text, column)).toEqual(words);
});

test("a sentence has its lines and the number of its first", async () => {
  const [, second] = await sentencesOf("a X\n\n\n# b\nc\tX\n");
  expect(second.number).toBe(4);
  expect(second.problem).toBeUndefined();
  const [only] = await sentencesOf("# b = 1\nc\tX\n");
  expect(only.rows).toEqual([
    { line: "# b = 1", kind: "comment" },
    { line: "c\tX", kind: "word" },
  ]);
});

test("a file without empty lines is cut, and no word is lost", async () => {
  const sentences = await wordsOf("a\n".repeat(250_000));
  expect(sentences.map(({ length }) => length)).toEqual([100_000, 100_000, 50_000]);
  const wrong = await sentencesOf(`a X\n${"b\n".repeat(250_000)}`);
  expect(wrong.map(({ rows }) => rows.length)).toEqual([100_000, 100_000, 50_001]);
});

test("words that were given as such have no space in a column", () => {
  const record = { id: "1", text: "a b \u0085 ", words: ["a b", "\u0085", ""], members: [] };
  const tags = ["B-X", "O", "O"];
  expect(conllWriter().write({ record, entities: [], tags })).toBe("a_b\tB-X\n_\tO\n_\tO\n\n");
});

test("what failed is a comment", () => {
  const record = { id: "1", error: { code: "text_too_long", message: "a\nb" } };
  expect(conllWriter().write({ record })).toBe("# error text_too_long: a b\n\n");
});

test("a sentence in error has its lines behind what is wrong, as they were", async () => {
  const [sentence] = await sentencesOf("Sarah NNP\nlives\n  in IN\n");
  const { rows, problem } = sentence;
  const record = { id: "1", rows, ending: "\n", error: problem };
  expect(conllWriter().write({ record })).toBe(
    "# error invalid_record: 2: expected 2 columns as in the first line, found 1\n" +
      "Sarah NNP\nlives\n  in IN\n\n",
  );
  // Read again it is the same sentence, in error at the same line.
  const again = await sentencesOf(`${conllWriter().write({ record })}Emma NNP\n`);
  expect(again.map((each) => each.problem?.message)).toEqual([
    "3: expected 2 columns as in the first line, found 1",
    undefined,
  ]);
});
