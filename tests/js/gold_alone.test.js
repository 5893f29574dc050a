// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { noGoldTag, otherTypes } from "../../dist/node/corpus/gold_alone.js";

const textOf = (tags, predicted) => [{ place: "t:1", tags, predicted }];

test.each([
  [
    "a corpus of words with tags",
    ["O", "T-shirt", "I", "a", "b"],
    ["O", "O", "O", "O", "B-X"],
    true,
  ],
  ["tags with the type first", ["PER-B", "O"], ["PER-B", "O"], false],
  ["types without a scheme on either side", ["PER", "PER"], ["PER", "LOC"], false],
  ["gold tags of which some are odd", ["_", "O", "B-X"], ["O", "O", "B-X"], false],
  ["nothing predicted", ["DT", "NN"], ["O", "O"], false],
])("%s", (_, gold, predicted, isAlone) => {
  expect(noGoldTag(textOf(gold, predicted)) !== undefined).toBe(isAlone);
});

test("types are others where each side has several and none in common", () => {
  const chunks = textOf(["B-NP", "I-VP", "O"], ["B-LOC", "O", "S-PER"]);
  expect(otherTypes(chunks)).toEqual({ gold: "NP, VP", predicted: "LOC, PER" });
  expect(otherTypes(textOf(["B-NP", "I-VP"], ["B-LOC", "E-NP"]))).toBeUndefined();
  expect(otherTypes(textOf(["B-LOC", "O"], ["B-ORG", "O"]))).toBeUndefined(); // one fault is no label set
});
