// SPDX-License-Identifier: Apache-2.0
//
// WikiANN (PAN-X) as it is published: columns of a word with its language before it, and a tag.
//
//     en:Paris	B-LOC
//     en:is	O
//
// The package datasets has the same as JSON, with numbers for tags: token_rows.ts.

import type { AnnotatedText } from "./annotated_text.js";
import { columnTexts } from "./columns.js";
import type { ColumnLayout } from "./columns.js";
import { corpusError, filledLines, shown } from "./source.js";
import type { CorpusSource } from "./source.js";
import { readTagIds } from "./token_rows.js";

/** The numbers that tags have in the package datasets. */
export const wikiannIds = readTagIds(
  { O: 0, "B-PER": 1, "I-PER": 2, "B-ORG": 3, "I-ORG": 4, "B-LOC": 5, "I-LOC": 6 },
  "WikiANN's tags",
);

/** Codes of Wikipedias: `en`, `zh-min-nan`, `simple`. */
const prefix = /^([a-z]{2,}(?:-[a-z]+)*):(.*)$/su;
const line = /^[a-z]{2,}(?:-[a-z]+)*:[^\t]*\t(?:O|[BI]-(?:PER|ORG|LOC))(?:\t[^\t]+)?$/u;

/** Whether each line has a word with a language, and a tag of WikiANN's. */
export function isWikiann(source: CorpusSource): boolean {
  let isFilled = false;
  for (const { text } of filledLines(source)) {
    if (!line.test(text)) return false;
    isFilled = true;
  }
  return isFilled;
}

/** Throws a TextFormatError that names the line. */
export function readWikiann(source: CorpusSource, layout: ColumnLayout): AnnotatedText[] {
  return columnTexts(source, "ours", undefined, layout).texts.map((sentence) => {
    const pairs = (sentence.words ?? []).map((word, at) => {
      const [, language, rest] = prefix.exec(word) ?? [];
      if (language !== undefined && rest !== undefined) return { language, rest };
      throw corpusError(
        sentence.wordPlaces?.[at] ?? sentence.place,
        "a word as en:Paris",
        shown(word),
      );
    });
    const languages = [...new Set(pairs.map(({ language }) => language))];
    const words = pairs.map(({ rest }) => rest);
    return Object.assign({}, sentence, {
      words,
      language: languages.length === 1 ? languages[0] : undefined,
    });
  });
}
