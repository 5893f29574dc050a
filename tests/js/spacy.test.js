// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { spacyWriter } from "../../dist/node/formats/spacy.js";
import { emma, failed, written } from "./tagged_texts.js";

test("spaCy has a document without a paragraph for what failed", () => {
  const [whole, none] = JSON.parse(written(spacyWriter(), [emma, failed]));
  expect(whole).toEqual({
    id: "a",
    paragraphs: [
      { raw: "Emma", sentences: [{ tokens: [{ id: 0, orth: "Emma", space: "", ner: "U-PER" }] }] },
    ],
  });
  expect(none).toEqual({ id: 2, paragraphs: [] });
});

test("blanks are their token's as spaCy has them, and all other space is a token", () => {
  const text = " a  b\n c";
  const [{ paragraphs }] = JSON.parse(
    written(spacyWriter(), [{ record: { id: "1", text, members: [] }, entities: [] }]),
  );
  const tokens = paragraphs[0].sentences[0].tokens.map(({ orth, space }) => [orth, space]);
  // What spacy.blank("xx") 3.8.18 gives for this text.
  expect(tokens).toEqual([
    [" ", ""],
    ["a", " "],
    [" ", ""],
    ["b", ""],
    ["\n ", ""],
    ["c", ""],
  ]);
});
