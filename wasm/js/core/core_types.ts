// SPDX-License-Identifier: Apache-2.0

import type { AggregationStrategy, Decoder, LabelScheme, OffsetUnit } from "../base/types.js";
import type { WordMode } from "../base/word_types.js";

/** What products are computed in, whatever form the weights are stored in. */
export type Precision = "fp32" | "q8";

/** `code` is empty where all went well. */
export interface CoreStatus {
  code: string;
  message: string;
}

/** A range of a file's bytes, half-open. */
export interface FileRange {
  begin: number;
  end: number;
}

/** Bytes of a file that is written chunk by chunk. */
export interface FileChunk {
  begin: number;
  bytes: Uint8Array;
}

export interface CoreTexts {
  /** UTF-8, side by side. */
  joined: Uint8Array;
  /** UTF-16 units of each. */
  lengths: Uint32Array;
}

/** A text's windows, concatenated without padding. */
export interface Windows {
  /** [sum(lengths)] */
  ids: Int32Array;
  /** Tokens in each window, `<s>` and `</s>` included. */
  lengths: Int32Array;
  /** Tokens at the end that `truncated` windows leave out. */
  cut: number;
}

/** Labels that records or tags list: flat, with the number of each one's. */
export interface CoreLabelLists {
  topCounts: Int32Array;
  topLabels: Int32Array;
  topScores: Float32Array;
}

export interface CoreRecords extends CoreLabelLists {
  names: string[];
  scores: Float32Array;
  indices: Int32Array;
  /** [records, 2] start and end. */
  offsets: Int32Array;
  words: string[];
}

export interface CoreWordTags extends CoreLabelLists {
  /** -1 where there is none, because the word was cut off. */
  labels: Int32Array;
  scores: Float32Array;
  maxScores: Float32Array;
  /** [spans, 2] first word and the one after the last. */
  spans: Int32Array;
  types: string[];
}

/** A safetensors file made of other files' bytes; each segment ends where the next one begins. */
export interface VirtualFile {
  /** Its first bytes. */
  header: Uint8Array;
  /** Bytes in all. */
  size: number;
  /** [segments] byte of this file. */
  begins: Float64Array;
  /** [segments] which of the files. */
  shards: Uint32Array;
  /** [segments] byte of that file. */
  shardBegins: Float64Array;
}

/** A text, or a sentence given as words. */
export type CoreInput = string | string[];

/** How inputs are read and cut into windows. */
export interface CoreWindowOptions {
  windowing: "owned" | "truncated" | "overlapping";
  maxTokens: number;
  stride: number;
  compatHf: boolean;
  /** Between words. */
  delimiter: string;
  mode: WordMode;
  offsets: OffsetUnit;
  /** Flat pairs, one for each token; empty for the tokenizer's own offsets. */
  offsetMapping: number[];
}

export interface CoreDecodeOptions extends CoreWindowOptions {
  strategy: AggregationStrategy;
  decoder: Decoder | "scheme";
  labelling: "argmax" | "viterbi" | "crf";
  scheme: LabelScheme | "auto";
  ignoreLabels: string[];
  minScore: number;
  topK: number;
}

export interface CoreWordOptions extends CoreWindowOptions {
  labelling: CoreDecodeOptions["labelling"];
  decoder: CoreDecodeOptions["decoder"];
  topK: number;
  /** Whether the spans are wanted that the labels make. */
  spans: boolean;
}
