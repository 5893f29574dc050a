// SPDX-License-Identifier: Apache-2.0
// A corpus for tests of what `eval` shows, as sentences are easiest to write: words and two lists of tags.

import { compare } from "../../dist/node/report/comparison.js";

/**
 * A CorpusSentence of words.
 *
 *     sentence("Emma woont", "B-PER O", "O O", { language: "nl", scores: [0.9, 1] })
 */
export function sentence(words, gold, predicted, { language, scores, place = "t.txt:1" } = {}) {
  const units = [...words.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  return {
    text: words,
    units,
    gold: gold.split(" "),
    predicted: predicted.split(" "),
    scores,
    language,
    place,
  };
}

export const compared = (sentences, mapping) =>
  compare({ sentences, openEnd: false }, mapping, new AbortController().signal);

/** Each kind of error once, in three languages, of which one is written from right to left. */
export const mixed = [
  sentence(
    "Emma woont in Nieuw Londen bij Philips",
    "B-PER O O B-LOC I-LOC O B-ORG",
    "B-PER O B-LOC B-LOC O O B-LOC",
    {
      language: "nl",
      scores: [0.99, 0.9, 0.4, 0.8, 0.7, 0.9, 0.61],
      place: "nl.txt:1",
    },
  ),
  sentence("דוד גר בתל אביב", "B-PER O B-LOC I-LOC", "O O B-LOC I-LOC", {
    language: "he",
    scores: [0.55, 0.9, 0.95, 0.85],
    place: "he.txt:1",
  }),
  sentence("Alles ist gut", "O O O", "O O O", {
    language: "de",
    scores: [1, 1, 1],
    place: "de.txt:1",
  }),
];
