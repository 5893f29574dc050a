// SPDX-License-Identifier: Apache-2.0
// What the tests of masked documents share.

/** What a model would find: all occurrences of words, by label. */
export function finds(labels) {
  return async (text) =>
    Object.entries(labels).flatMap(([word, entity_group]) =>
      [...text.matchAll(new RegExp(escaped(word), "gu"))].map(({ index }) => ({
        entity_group,
        score: 0.9,
        word,
        start: index,
        end: index + word.length,
      })),
    );
}

/** Whether a text has a value as a word of its own. */
export function hasWord(text, value) {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped(value)}(?![\\p{L}\\p{M}\\p{N}])`, "u").test(
    text,
  );
}

/** XLMR_NER_CASES=10000 tries more. */
export const caseCount = Number(process.env["XLMR_NER_CASES"] ?? 1_000);

function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
