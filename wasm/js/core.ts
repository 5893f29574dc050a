// SPDX-License-Identifier: Apache-2.0

import { InternalError, OutOfMemoryError, errorOf } from "./errors.js";
import type { NerError } from "./errors.js";
import type { TokenizerFiles } from "./model.js";
import type { EncodedTexts, TextBatch } from "./protocol.js";
import type { Precision } from "./backend.js";
import type { AggregationStrategy, Decoder, LabelScheme } from "./types.js";
import type { WordMode } from "./word_types.js";

/**
 * The one owner of the C++ handle. Everything that crosses is a plain value; a status that is not
 * ok becomes a typed error, and after a trap, which leaves a WebAssembly instance in no defined
 * state, every further call fails with that first trap.
 *
 *     using core = new Core(module, 2);
 *     core.loadTokenizer({ vocabulary, where: 'sentencepiece.bpe.model', config: new Uint8Array() });
 *     core.encode(packTexts(['Emma']), false, false).ids // Int32Array [0, 28068, 2]
 */

/** `code` is empty where all went well. */
interface CoreStatus {
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

interface CoreTexts {
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

/** The Embind class of wasm/bindings.cc. */
interface CoreRecognizer {
  loadTokenizer(model: Uint8Array, config: Uint8Array): CoreStatus;
  loadSentencePiece(model: Uint8Array): CoreStatus;
  loadConfig(configJson: string): CoreStatus;
  labels(): string[];
  hasCrf(): boolean;
  pieces(ids: Int32Array): WithStatus<CoreTexts>;
  maxTokens(): number;
  weightsHeaderSize(first: Uint8Array, fileSize: number): WithStatus<{ size?: number }>;
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

export interface WeightsOptions {
  configJson: string;
  /** Outputs of the classifier. */
  labels: number;
  precision: Precision;
  /** Names the file in errors. */
  where: string;
}

/** What the Emscripten module's factory resolves to. */
export interface CoreModule {
  Recognizer: new (threads: number) => CoreRecognizer;
}

export class Core {
  readonly #recognizer: CoreRecognizer;
  #trap: NerError | undefined;

  constructor(module: CoreModule, threads: number) {
    this.#recognizer = new module.Recognizer(threads);
  }

  loadTokenizer({ vocabulary, where, config }: TokenizerFiles): void {
    check(
      this.#run((core) => core.loadTokenizer(vocabulary, config)),
      where,
    );
  }

  /** The library's own copy of the vocabulary, which its mode of encoding needs. */
  loadSentencePiece(model: Uint8Array, where: string): void {
    check(
      this.#run((core) => core.loadSentencePiece(model)),
      where,
    );
  }

  loadConfig(configJson: string, where: string): void {
    check(
      this.#run((core) => core.loadConfig(configJson)),
      where,
    );
  }

  labels(): string[] {
    return this.#run((core) => core.labels());
  }

  /** Whether the model's configuration has a conditional random field. */
  hasCrf(): boolean {
    return this.#run((core) => core.hasCrf());
  }

  maxTokens(): number {
    return this.#run((core) => core.maxTokens());
  }

  /** How many bytes the header of a safetensors file has, `first` being its first eight. */
  weightsHeaderSize(first: Uint8Array, fileSize: number, where: string): number {
    const { status, size } = this.#run((core) => core.weightsHeaderSize(first, fileSize));
    check(status, where);
    return size ?? 0;
  }

  /** Starts to load a checkpoint. */
  openWeights(header: Uint8Array, fileSize: number, options: WeightsOptions): void {
    const { configJson, labels, precision, where } = options;
    check(
      this.#run((core) => core.openWeights(header, fileSize, configJson, labels, precision)),
      where,
    );
  }

  /** The byte range that giveWeights() is to get next; undefined once the model is ready. */
  wantedWeights(): { begin: number; end: number } | undefined {
    return this.#run((core) => core.wantedWeights()) ?? undefined;
  }

  giveWeights(bytes: Uint8Array, where: string): void {
    check(
      this.#run((core) => core.giveWeights(bytes)),
      where,
    );
  }

  /** Logits, [sum(lengths), labels], of windows that stand one after the other. */
  forward(ids: Int32Array, lengths: Int32Array): Float32Array {
    const { status, logits } = this.#run((core) => core.forward(ids, lengths));
    check(status);
    return logits ?? new Float32Array();
  }

  /** The inner loop of int8 products that suits this machine. */
  kernel(): string {
    return this.#run((core) => core.kernel());
  }

  /** Starts to quantise a published checkpoint: the new file's header and size. */
  openConversion(
    header: Uint8Array,
    fileSize: number,
    options: { configJson: string; dtype: string; sourceSha256: string; where: string },
  ): { header: Uint8Array; size: number } {
    const { configJson, dtype, sourceSha256, where } = options;
    const { status, ...opened } = this.#run((core) =>
      core.openConversion(header, fileSize, configJson, dtype, sourceSha256),
    );
    check(status, where);
    return { header: opened.header ?? new Uint8Array(), size: opened.size ?? 0 };
  }

  /** The byte range that convert() is to get next; undefined once the new file is complete. */
  wantedForConversion(): { begin: number; end: number } | undefined {
    return this.#run((core) => core.wantedForConversion()) ?? undefined;
  }

  /** What of the new file these bytes complete. */
  convert(bytes: Uint8Array, where: string): FilePiece[] {
    const { status, pieces } = this.#run((core) => core.convert(bytes));
    check(status, where);
    return pieces ?? [];
  }

  pieces(ids: Int32Array): string[] {
    const { status, ...texts } = this.#run((core) => core.pieces(ids));
    check(status);
    return split(texts);
  }

  encode(texts: TextBatch, bySentencePiece: boolean, codepoints: boolean): EncodedTexts {
    const { joined, lengths, first } = texts;
    const { status, failed, ...encoded } = this.#run((core) =>
      core.encode(joined, lengths, bySentencePiece, codepoints),
    );
    const named = first !== undefined && failed !== undefined;
    check(status, named ? `list item ${first + failed}` : undefined);
    return encoded;
  }

  windows(inputs: CoreInput[], options: CoreWindowOptions): Windows[] {
    return checkAll(this.#run((core) => core.windows(inputs, options)));
  }

  /** Each input's logits are [sum(lengths), labels] of the windows that the same options gave. */
  decode(inputs: CoreInput[], logits: Float32Array[], options: CoreDecodeOptions): CoreRecords[] {
    const results = checkAll(this.#run((core) => core.decode(inputs, logits, options)));
    return results.map((records) => ({ ...records, words: split(records) }));
  }

  wordWindows(inputs: string[][], options: CoreWindowOptions): Windows[] {
    return checkAll(this.#run((core) => core.wordWindows(inputs, options)));
  }

  /** As decode(), one label a word. */
  wordTags(inputs: string[][], logits: Float32Array[], options: CoreWordOptions): CoreWordTags[] {
    return checkAll(this.#run((core) => core.wordTags(inputs, logits, options)));
  }

  [Symbol.dispose](): void {
    if (this.#trap === undefined)
      this.#run((core) => {
        core.delete();
      });
    this.#trap ??= new InternalError("the core was used after it was disposed");
  }

  #run<T>(call: (core: CoreRecognizer) => T): T {
    if (this.#trap !== undefined) throw this.#trap;
    try {
      return call(this.#recognizer);
    } catch (cause) {
      this.#trap = trapOf(cause);
      throw this.#trap;
    }
  }
}

/** The RangeError is that of wasm/js_memory.h. */
function trapOf(cause: unknown): NerError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return cause instanceof RangeError && why === "out of memory"
    ? new OutOfMemoryError("expected more WebAssembly memory, found all of it in use", { cause })
    : new InternalError(`the WebAssembly core stopped: ${why}`, { cause });
}

function split({ joined, lengths }: CoreTexts): string[] {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(joined);
  let end = 0;
  return Array.from(lengths, (length) => text.slice(end, (end += length)));
}

function checkAll<T extends { status: CoreStatus }>(results: T[]): T[] {
  for (const [i, { status }] of results.entries()) {
    check(status, results.length === 1 ? undefined : `list item ${i}`);
  }
  return results;
}

function check({ code, message }: CoreStatus, where?: string): void {
  if (code === "") return;
  throw errorOf(code, where === undefined ? message : `${where}: ${message}`);
}
