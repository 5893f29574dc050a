// SPDX-License-Identifier: Apache-2.0

import type { AggregationStrategy, Decoder, LabelScheme } from "../base/types.js";
import type { WordMode } from "../base/word_types.js";
import type { EncodedTexts } from "./text_batch.js";

/** What products are computed in, whatever form the weights are stored in. */
export type Precision = "fp32" | "q8";

/** `code` is empty where all went well. */
export interface CoreStatus {
  code: string;
  message: string;
}

interface CoreEncodings extends EncodedTexts {
  status: CoreStatus;
  /** Which of the texts it is that the status is about. */
  failed?: number;
}

/** Bytes of a file that is written in pieces. */
export interface FilePiece {
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

/** A safetensors file made of parts of other files; each segment ends where the next one begins. */
export interface VirtualFile {
  /** Its first bytes. */
  header: Uint8Array;
  /** Bytes in all. */
  size: number;
  /** [segments] byte of this file. */
  begins: Float64Array;
  /** [segments] which of the files. */
  parts: Uint32Array;
  /** [segments] byte of that file. */
  partBegins: Float64Array;
}

type WithStatus<T> = T & { status: CoreStatus };

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
  codepoints: boolean;
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

/** The Embind class of wasm/bind/bindings.cc; core.ts says what its functions do. */
export interface CoreRecognizer {
  loadTokenizer(model: Uint8Array, config: Uint8Array): CoreStatus;
  loadSentencePiece(model: Uint8Array): CoreStatus;
  loadConfig(configJson: string): CoreStatus;
  labels(): string[];
  hasCrf(): boolean;
  pieces(ids: Int32Array): WithStatus<CoreTexts>;
  maxTokens(): number;
  openParts(index: Uint8Array | null, suffix: string): WithStatus<{ files: string[] }>;
  addPart(fileSize: number): void;
  wantedOfPart(): { begin: number; end: number } | null;
  givePart(bytes: Uint8Array): CoreStatus;
  finishParts(): WithStatus<Partial<VirtualFile>>;
  weightsHeaderSize(first: Uint8Array, fileSize: number): WithStatus<{ size?: number }>;
  checkWeights(
    header: Uint8Array,
    fileSize: number,
    configJson: string,
    labels: number,
  ): CoreStatus;
  openWeights(
    header: Uint8Array,
    fileSize: number,
    configJson: string,
    labels: number,
    precision: Precision,
  ): CoreStatus;
  wantedWeights(): { begin: number; end: number } | null;
  giveWeights(bytes: Uint8Array): CoreStatus;
  forward(ids: Int32Array, lengths: Int32Array): WithStatus<{ logits?: Float32Array }>;
  kernel(): string;
  openConversion(
    header: Uint8Array,
    fileSize: number,
    configJson: string,
    dtype: string,
    sourceSha256: string,
  ): WithStatus<{ header?: Uint8Array; size?: number }>;
  wantedForConversion(): { begin: number; end: number } | null;
  convert(bytes: Uint8Array): WithStatus<{ pieces?: FilePiece[] }>;
  useThreads(threads: number): void;
  encode(
    joined: Uint8Array,
    lengths: Uint32Array,
    bySentencePiece: boolean,
    codepoints: boolean,
  ): CoreEncodings;
  windows(inputs: CoreInput[], options: CoreWindowOptions): WithStatus<Windows>[];
  decode(
    inputs: CoreInput[],
    logits: Float32Array[],
    options: CoreDecodeOptions,
  ): WithStatus<Omit<CoreRecords, "words"> & CoreTexts>[];
  wordWindows(inputs: string[][], options: CoreWindowOptions): WithStatus<Windows>[];
  wordTags(
    inputs: string[][],
    logits: Float32Array[],
    options: CoreWordOptions,
  ): WithStatus<CoreWordTags>[];
  delete(): void;
}

/** What the Emscripten module's factory resolves to. */
export interface CoreModule {
  Recognizer: new () => CoreRecognizer;
  PThread: CoreWorkers;
}

/** Emscripten's own, src/lib/libpthread.js. */
export interface CoreWorkers {
  /** In which a thread may be started. */
  readonly unusedWorkers: object[];
  allocateUnusedWorker(): void;
  /** Resolves once the worker waits for a thread; never, where it does not start. */
  loadWasmModuleToWorker(worker: object): Promise<unknown>;
}
