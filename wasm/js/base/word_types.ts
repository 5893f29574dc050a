// SPDX-License-Identifier: Apache-2.0

import type { AbortSignal } from "./host_types.js";
import type { LabelScore } from "./types.js";

/**
 * How given words are tokenized: `hf`, each by itself, as `is_split_into_words` does; `sparknlp`,
 * each by itself with the SentencePiece library, without a bare `▁`; `tner`, joined by a separator.
 */
export type WordMode = "hf" | "sparknlp" | "tner";

/** What one call of `tagWords()` may be told. */
export interface TagWordsOptions {
  /** How words are tokenized. Default `hf`. */
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
  /** Whether labels are the best sequence, as for a pipeline's call. Default: only under `tner`, and only where the model has a CRF. */
  viterbi?: boolean | undefined;
  /** Each tag lists this many of the best labels as `labels`. Default 0. */
  top_k?: number | undefined;
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** The label of one given word. */
export interface WordTag {
  /** The given word. */
  word: string;
  /** The label of its first token; `O` for a word without any. */
  entity: string;
  /** The label's probability; 0 for a word without a token. */
  score: number;
  /** Position among the given words. */
  index: number;
  /** The best labels, best first, where `top_k` asks for them. */
  labels?: LabelScore[];
}

/** What T-NER's `predict` (0.2.4) gives: in each list, one entry for each input. */
export interface TnerPrediction {
  /** The label of each word. */
  prediction: string[][];
  /** The label's probability for each word, from 0 to 1. */
  probability: number[][];
  /** The words. */
  input: string[][];
  /** The entities. */
  entity_prediction: TnerEntity[][];
}

/** An entity as T-NER has it. */
export interface TnerEntity {
  /** The label without its prefix, `PER`. */
  type: string;
  /** Its words. */
  entity: string[];
  /** Positions of the entity's words. */
  position: number[];
  /** The probability of each word's label, from 0 to 1. */
  probability: number[];
}

/** What one call of `predict()` may be told. */
export interface TnerOptions {
  /**
   * `tner`: what T-NER 0.2.4 gives: 128 tokens of a text, and words where it finds them by counting. A
   * word without tokens has the label of the next one, and so on. Default: every word its own label,
   * and all of the text.
   */
  compat?: "tner" | undefined;
  /** What stands between words where the model reads them. Default one space. */
  separator?: string | undefined;
  /** T-NER's own default is 128; here no word is left out unless this or `compat` says so. */
  max_length?: number | undefined;
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** One annotation of Spark NLP. `begin` and `end` are UTF-16 units of the document, `end` inclusive. */
export interface SparkAnnotation {
  /** What it is of: the text, a token, a token's label, or an entity. */
  annotatorType: "document" | "token" | "named_entity" | "chunk";
  /** The first UTF-16 unit. */
  begin: number;
  /** The last UTF-16 unit, which is part of it. */
  end: number;
  /** The text, or the label for `named_entity`. */
  result: string;
  /** What Spark NLP says besides, as strings. */
  metadata: Record<string, string>;
  /** Always empty, as for these annotators in Spark NLP. */
  embeddings: number[];
}

/** What a Spark NLP pipeline of tokens, token classifier and NerConverter gives for one document. */
export interface SparkAnnotations {
  /** The text as a whole. */
  document: SparkAnnotation[];
  /** Each token. */
  token: SparkAnnotation[];
  /** Each token's label. */
  ner: SparkAnnotation[];
  /** Each entity. */
  entities: SparkAnnotation[];
}

/** What one call of `annotate()` may be told. */
export interface SparkOptions {
  /** The document's tokens, in order. Default: its words and punctuation by Unicode's rules. */
  tokens?: readonly string[] | undefined;
  /** Types of the chunks to keep, without prefix. Default: all. */
  white_list?: readonly string[] | undefined;
  /** Spark NLP's `caseSensitive: false`. */
  lowercase?: boolean | undefined;
  /** Spark NLP's `maxSentenceLength`, by which it leaves tokens without a label. Default: none is. */
  max_length?: number | undefined;
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}
