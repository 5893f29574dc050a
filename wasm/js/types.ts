// SPDX-License-Identifier: Apache-2.0

/**
 * How tokens become records: `none` gives one record a token, `simple` merges neighbours of one
 * label. Names and meaning are those of the Python pipeline.
 */
export type AggregationStrategy = "none" | "simple";

/** The unit of `start` and `end`: JavaScript's (`text.slice`) or Python's. */
export type OffsetUnit = "utf16" | "codepoint";

/** One token, as `aggregation_strategy: 'none'` gives it. */
export interface TokenEntity {
  /** The full label, `B-PER`. */
  entity: string;
  score: number;
  /** Position among the text's tokens, where `<s>` is 0. */
  index: number;
  /** The vocabulary piece, `▁Emma`. */
  word: string;
  start: number;
  end: number;
}

/** One span, as every other strategy gives it. */
export interface EntityGroup {
  /** The label without its `B-` or `I-`. */
  entity_group: string;
  score: number;
  word: string;
  start: number;
  end: number;
}

export type Entity = TokenEntity | EntityGroup;

/** The record that a strategy gives. */
export type EntityOf<S extends AggregationStrategy> = S extends "simple"
  ? EntityGroup
  : TokenEntity;

/** What one call of a pipeline may be told. */
export interface TagOptions<S extends AggregationStrategy = AggregationStrategy> {
  /** Default `none`. */
  aggregation_strategy?: S | undefined;
  /** Records with these labels (groups, under `simple`) are left out. Default `['O']`. */
  ignore_labels?: readonly string[] | undefined;
  /** The unit of `start` and `end`. Default `utf16`, so that `text.slice(start, end)` is the entity. */
  offsets?: OffsetUnit | undefined;
  /** Tokens that neighbouring windows of a long text share. Default 128, or a quarter of a shorter window. */
  stride?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** What `pipeline()` may be told. */
export interface PipelineOptions {
  /** Threads for each computation. Default `auto`: as many as the machine has cores, at most 4. */
  threads?: number | "auto" | undefined;
  signal?: AbortSignal | undefined;
  progress_callback?: ((progress: Progress) => void) | undefined;
}

/** How far loading is. `loaded` and `total` are bytes of `file`. */
export interface Progress {
  /** `read`: bytes of a file arrive; `compile`: it is made ready to run; `ready`: the pipeline works. */
  phase: "read" | "compile" | "ready";
  file: string;
  loaded: number;
  total: number;
}

/** What a loaded pipeline is made of. */
export interface PipelineInfo {
  /** The model's folder. */
  model: string;
  /** The file the weights came from, within the model. */
  weights: string;
  backend: "onnxruntime";
  /** Which of the two WebAssembly binaries runs. */
  core: CoreVariant;
  /** Threads in use, this many in all. */
  threads: number;
  /** Label of each class id. */
  labels: string[];
  /** The longest window in tokens, `<s>` and `</s>` included. */
  max_tokens: number;
}

export type CoreVariant = "simd" | "relaxed";

/** Loads of the tokenizer alone. */
export interface TokenizerOptions {
  /**
   * Threads that share a list of texts. Default `auto`: as many as the machine has cores, at most 4.
   * With 1, one core at most is busy at a time: the worker's, or the caller's with the results.
   */
  threads?: number | "auto" | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Whose pieces: those of Hugging Face's fast tokenizer, or those of the SentencePiece library, which
 * the slow Python tokenizers and Spark NLP give.
 */
export type TokenizerMode = "hf" | "sentencepiece";

export interface EncodeOptions {
  /** Default `hf`. `sentencepiece` loads the library's copy of the vocabulary when first asked for. */
  mode?: TokenizerMode | undefined;
  /** Default `utf16`. */
  offsets?: OffsetUnit | undefined;
  signal?: AbortSignal | undefined;
}

/** A text in tokens, `<s>` and `</s>` included; the five lists are equally long. */
export interface Encoding {
  ids: number[];
  tokens: string[];
  /** Half-open range of the text that a token covers; `[0, 0]` for special tokens. */
  offsets: [start: number, end: number][];
  /** The word a token belongs to, counted from 0; null for `<s>` and `</s>`. */
  word_ids: (number | null)[];
  special_tokens_mask: (0 | 1)[];
}
