// SPDX-License-Identifier: Apache-2.0
// Recall and precision on documents of our own writing: exact spans.

import { expect, test } from "@jest/globals";

import { createRecognizers } from "#js/recognizers/public.js";
import { readDocuments, scoreOf } from "./recognizer_documents.js";

const documents = readDocuments();
const recognizers = createRecognizers();

test("there are documents in each of the model's languages", () => {
  const languages = [
    ..."bn da de en es fr hi hu id ja kk ko nl no pl pt ro ru sv th tr zh".split(" "),
  ];
  const found = new Set(documents.map(({ language }) => language));
  expect(languages.filter((language) => !found.has(language))).toEqual([]);
  expect(documents.length).toBeGreaterThanOrEqual(60);
});

test.each(["EMAIL", "PHONE", "IBAN", "CARD"])("%s", (label) => {
  const { gold, recall, precision, missed, wrong } = scoreOf(documents, recognizers, label);
  process.stdout.write(
    `${label}: ${gold} values, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n`,
  );
  expect({ missed, isEnough: recall >= 0.99 }).toMatchObject({ isEnough: true });
  expect({ wrong, isEnough: precision >= 0.98 }).toMatchObject({ isEnough: true });
});
