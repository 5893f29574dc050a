// SPDX-License-Identifier: Apache-2.0

import { InvalidArgumentError } from "../base/errors.js";
import type { SparkAnnotation, SparkAnnotations } from "../base/word_types.js";
import type { TaggedWords } from "../core/records.js";
import { javaFloat } from "./java_float.js";
import { wordSegments } from "./word_segments.js";

/**
 * The columns of a Spark NLP pipeline: document, token, ner (XlmRoBertaForTokenClassification) and
 * entities (NerConverter). Offsets are UTF-16 units of the document and the end is inclusive.
 *
 *     toSparkAnnotations('Sarah in London', tokens, tagged, undefined).entities[1]
 *     // { annotatorType: 'chunk', begin: 9, end: 14, result: 'London',
 *     //   metadata: { entity: 'LOC', sentence: '0', chunk: '1', confidence: '0.99' }, embeddings: [] }
 */
export function toSparkAnnotations(
  text: string,
  tokens: SparkToken[],
  { labels, scores, best, spans }: TaggedWords,
  whiteList: readonly string[] | undefined,
): SparkAnnotations {
  const chunks = spans.filter(({ type }) => whiteList?.includes(type) ?? true);
  return {
    document: [annotation("document", { begin: 0, end: text.length, text }, { sentence: "0" })],
    token: tokens.map((token) => annotation("token", token, { sentence: "0" })),
    ner: tokens.flatMap((token, i) => {
      const label = labels[i];
      const chosen = best[i] ?? [];
      // A token without pieces has no annotation there, as one that was cut off.
      if (label === undefined || label === null || chosen.length === 0) return [];
      const chances = Object.fromEntries(chosen.map((each) => [each.label, javaFloat(each.score)]));
      const metadata = { sentence: "0", word: token.text, ...chances };
      return [{ ...annotation("named_entity", token, metadata), result: label }];
    }),
    entities: chunks.map(({ begin, end, type }, chunk) => {
      const first = tokens[begin]?.begin ?? 0;
      const after = tokens[end - 1]?.end ?? first;
      const confidence = meanOf(scores.slice(begin, end));
      return annotation(
        "chunk",
        { begin: first, end: after, text: text.slice(first, after) },
        { entity: type, sentence: "0", chunk: String(chunk), confidence: javaFloat(confidence) },
      );
    }),
  };
}

/** The mean as Java's floats have it: each sum is rounded to one. */
function meanOf(scores: readonly number[]): number {
  return Math.fround(scores.reduce((sum, score) => Math.fround(sum + score), 0) / scores.length);
}

/** A token and its half-open range. */
export interface SparkToken {
  text: string;
  begin: number;
  end: number;
}

/** Where the given tokens are in the text, or its words and punctuation where none are given. */
export function findTokens(text: string, tokens: readonly string[] | undefined): SparkToken[] {
  if (tokens === undefined) {
    return [...wordSegments(text)]
      .filter(({ segment }) => segment.trim() !== "")
      .map(({ segment, index }) => ({
        text: segment,
        begin: index,
        end: index + segment.length,
      }));
  }
  let at = 0;
  return tokens.map((token, i) => {
    const begin = text.indexOf(token, at);
    if (begin < 0) {
      throw new InvalidArgumentError(
        `token ${i}: expected a part of the text after position ${at}, found '${token}'`,
      );
    }
    at = begin + token.length;
    return { text: token, begin, end: at };
  });
}

function annotation(
  annotatorType: SparkAnnotation["annotatorType"],
  { begin, end, text }: SparkToken,
  metadata: Record<string, string>,
): SparkAnnotation {
  return { annotatorType, begin, end: end - 1, result: text, metadata, embeddings: [] };
}
