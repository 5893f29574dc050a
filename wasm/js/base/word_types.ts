// SPDX-License-Identifier: Apache-2.0

import type { LabelScore } from "./types.js";

/**
 * How given words are tokenized: `hf`, each by itself, as `is_split_into_words` does; `sparknlp`,
 * each by itself with the SentencePiece library, without a bare `▁`; `tner`, joined by a separator.
 */
export type WordMode = "hf" | "sparknlp" | "tner";

export interface TagWordsOptions {
  /** Default `hf`. */
  mode?: WordMode | undefined;
  /** Words are tagged in lower case. Default false. */
  lowercase?: boolean | undefined;
  /** Under `tner`, what stands between words. Default one space. */
  separator?: string | undefined;
  /**
   * Cut where the reference cuts, at so many tokens: T-NER then gives `O` and 0, the others give no
   * tag. Default: no word is left out.
   */
  max_length?: number | undefined;
  /** As for a pipeline's call. Default: only under `tner`, and only where the model has a CRF. */
  viterbi?: boolean | undefined;
  /** Each tag lists this many of the best labels as `labels`. Default 0. */
  top_k?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface WordTag {
  /** The given word. */
  word: string;
  /** The label of its first token; `O` for a word without any. */
  entity: string;
  /** The label's probability; 0 for a word without a token. */
  score: number;
  /** Position among the given words. */
  index: number;
  labels?: LabelScore[];
}

/** What T-NER's `predict` gives. */
export interface TnerPrediction {
  prediction: string[][];
  probability: number[][];
  input: string[][];
  entity_prediction: TnerEntity[][];
}

export interface TnerEntity {
  type: string;
  entity: string[];
  /** Positions of the entity's words. */
  position: number[];
  probability: number[];
}

export interface TnerOptions {
  /** Default one space. */
  separator?: string | undefined;
  /** T-NER's own default is 128; here no word is left out unless this says so. */
  max_length?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** One annotation of Spark NLP. `begin` and `end` are UTF-16 units of the document, `end` inclusive. */
export interface SparkAnnotation {
  annotatorType: "document" | "token" | "named_entity" | "chunk";
  begin: number;
  end: number;
  result: string;
  metadata: Record<string, string>;
  embeddings: number[];
}

/** What a Spark NLP pipeline of tokens, token classifier and NerConverter gives for one document. */
export interface SparkAnnotations {
  document: SparkAnnotation[];
  token: SparkAnnotation[];
  ner: SparkAnnotation[];
  entities: SparkAnnotation[];
}

export interface SparkOptions {
  /** The document's tokens, in order. Default: its words and punctuation by Unicode's rules. */
  tokens?: readonly string[] | undefined;
  /** Types of the chunks to keep, without prefix. Default: all. */
  white_list?: readonly string[] | undefined;
  /** Spark NLP's `caseSensitive: false`. */
  lowercase?: boolean | undefined;
  /** Spark NLP's `maxSentenceLength`, by which it leaves tokens without a label. Default: none is. */
  max_length?: number | undefined;
  signal?: AbortSignal | undefined;
}
