// SPDX-License-Identifier: Apache-2.0

import type {
  AggregationStrategy,
  Compat,
  Decoder,
  LabelScheme,
  OffsetUnit,
} from "../base/types.js";
import type { WordMode } from "../base/word_types.js";
import type { EncodedTexts } from "./text_batch.js";

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

/** What config.json says of the network that the tensors' shapes do not. */
export interface CoreNetwork {
  layers: number;
  heads: number;
  /** The layer norms' epsilon. */
  epsilon: number;
  /** Row of the position embeddings that a window's first token has. */
  firstPosition: number;
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
  texts: string[];
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

/** A segment whose numbers do not stand in order in the other file: those of a transposed matrix. */
export interface Gather {
  /** Which of the segments. */
  segment: number;
  /** Bytes of the other file that the numbers lie in. */
  span: number;
  numberBytes: number;
  shape: Float64Array;
  /** Of each dimension, in numbers. */
  strides: Float64Array;
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
  gathers: Gather[];
  /** Segments of float32 that an adapter is merged into; in the other file a number has `numberBytes`. */
  merges: { segment: number; numberBytes: number }[];
}

/** Whose results are wanted, field by field: those of a major version of transformers, or our own. */
export type CoreCompat = Compat | "none";

/** A text, or a sentence given as words. */
export type CoreInput = string | string[];

/** How inputs are read and cut into windows. */
export interface CoreWindowOptions {
  windowing: "owned" | "truncated" | "overlapping";
  maxTokens: number;
  stride: number;
  compat: CoreCompat;
  /** Between words. */
  delimiter: string;
  /** `tner_counted` finds words where T-NER finds them, wrong as that may be. */
  mode: WordMode | "tner_counted";
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

/** What a call gives that may fail: all of it, or the status alone. */
export type Fallible<T = unknown> = Partial<T> & { status: CoreStatus };

/** A result among others, each with a status of its own; it is whole where that is ok. */
export type Listed<T> = T & { status: CoreStatus };

/** The Embind class of wasm/bind/bindings.cc; core.ts says what its functions do. */
export interface CoreHandle {
  useThreads(threads: number): void;
  loadTokenizer(
    vocabulary: Uint8Array,
    config: Uint8Array,
    specialTokensMap: Uint8Array,
    addedTokens: Uint8Array,
    storedTrie: Uint8Array,
  ): Fallible;
  trieToStore(): Uint8Array;
  loadSentencePiece(model: Uint8Array): Fallible;
  loadConfig(configJson: string): Fallible;
  labels(): string[];
  hasCrf(): boolean;
  maxTokens(): number;
  pieces(ids: Int32Array, compat: CoreCompat): Fallible<CoreTexts>;
  network(configJson: string, labels: number): Fallible<CoreNetwork>;
  /** `failed` says which of the texts it is that the status is about. */
  encode(
    joined: Uint8Array,
    lengths: Uint32Array,
    mode: string,
    compat: CoreCompat,
    offsets: OffsetUnit,
  ): Listed<EncodedTexts> & { failed?: number };
  /** Code points in each script, in the order of wasm/js/client/scripts.ts. */
  scripts(text: string): Uint32Array;
  headerSize(first: Uint8Array, fileSize: number): Fallible<{ size: number }>;
  openShards(index: Uint8Array | null, suffix: string): Fallible<{ files: string[] }>;
  addShard(fileSize: number): void;
  finishShards(): Fallible<VirtualFile>;
  openAdapter(
    configJson: string,
    base: Uint8Array,
    baseSize: number,
    adapter: Uint8Array,
    adapterSize: number,
  ): Fallible<{ isMerged: boolean }>;
  finishAdapter(): Fallible<VirtualFile>;
  mergeAdapter(segment: number, first: number, base: Uint8Array): Fallible<{ bytes: Uint8Array }>;
  checkWeights(
    header: Uint8Array,
    fileSize: number,
    configJson: string,
    labels: number,
  ): Fallible<{ remarks: string[] }>;
  openWeights(
    header: Uint8Array,
    fileSize: number,
    configJson: string,
    labels: number,
    precision: Precision,
  ): Fallible<{ remarks: string[] }>;
  openConversion(
    header: Uint8Array,
    fileSize: number,
    configJson: string,
    dtype: string,
    sourceSha256: string,
  ): Fallible<{ header: Uint8Array; size: number }>;
  wants(): FileRange | null;
  give(bytes: Uint8Array): Fallible<{ chunks: FileChunk[] | undefined }>;
  forward(ids: Int32Array, lengths: Int32Array): Fallible<{ logits: Float32Array }>;
  warmUp(): void;
  kernel(): string;
  windows(inputs: CoreInput[], options: CoreWindowOptions): Listed<Windows>[];
  decode(
    inputs: CoreInput[],
    logits: Float32Array[],
    options: CoreDecodeOptions,
  ): Listed<Omit<CoreRecords, "texts"> & CoreTexts>[];
  wordWindows(inputs: string[][], options: CoreWindowOptions): Listed<Windows>[];
  wordTags(
    inputs: string[][],
    logits: Float32Array[],
    options: CoreWordOptions,
  ): Listed<CoreWordTags>[];
  delete(): void;
}

/** What the Emscripten module's factory resolves to. */
export interface CoreModule {
  Core: new () => CoreHandle;
  PThread: CoreWorkers;
}

/** A worker that runs a thread. */
export interface CoreWorker {
  /** Takes an ErrorEvent, in Node an Error. */
  onerror: (error: { message: string; preventDefault?: () => void }) => void;
}

/** Emscripten's own, src/lib/libpthread.js. */
export interface CoreWorkers {
  /** In which a thread may be started. */
  readonly unusedWorkers: CoreWorker[];
  allocateUnusedWorker(): void;
  /** Resolves once the worker waits for a thread; never, where it does not start. Sets `onerror`. */
  loadWasmModuleToWorker(worker: CoreWorker): Promise<unknown>;
}
