// SPDX-License-Identifier: Apache-2.0

import type { OffsetUnit } from "../base/types.js";
import type {
  CoreDecodeOptions,
  CoreInput,
  CoreRecords,
  CoreStatus,
  CoreTexts,
  CoreWindowOptions,
  CoreWordOptions,
  CoreWordTags,
  FileChunk,
  FileRange,
  Precision,
  VirtualFile,
  Windows,
} from "./core_types.js";
import type { EncodedTexts } from "./text_batch.js";

/** What a call gives that may fail: all of it, or the status alone. */
export type Fallible<T = unknown> = Partial<T> & { status: CoreStatus };

/** A result among others, each with a status of its own; it is whole where that is ok. */
export type Listed<T> = T & { status: CoreStatus };

/** The Embind class of wasm/bind/bindings.cc; core.ts says what its functions do. */
export interface CoreHandle {
  useThreads(threads: number): void;
  loadTokenizer(model: Uint8Array, config: Uint8Array): Fallible;
  loadSentencePiece(model: Uint8Array): Fallible;
  loadConfig(configJson: string): Fallible;
  labels(): string[];
  hasCrf(): boolean;
  maxTokens(): number;
  pieces(ids: Int32Array): Fallible<CoreTexts>;
  /** `failed` says which of the texts it is that the status is about. */
  encode(
    joined: Uint8Array,
    lengths: Uint32Array,
    mode: string,
    offsets: OffsetUnit,
  ): Listed<EncodedTexts> & { failed?: number };
  headerSize(first: Uint8Array, fileSize: number): Fallible<{ size: number }>;
  openShards(index: Uint8Array | null, suffix: string): Fallible<{ files: string[] }>;
  addShard(fileSize: number): void;
  finishShards(): Fallible<VirtualFile>;
  checkWeights(header: Uint8Array, fileSize: number, configJson: string, labels: number): Fallible;
  openWeights(
    header: Uint8Array,
    fileSize: number,
    configJson: string,
    labels: number,
    precision: Precision,
  ): Fallible;
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
  kernel(): string;
  windows(inputs: CoreInput[], options: CoreWindowOptions): Listed<Windows>[];
  decode(
    inputs: CoreInput[],
    logits: Float32Array[],
    options: CoreDecodeOptions,
  ): Listed<Omit<CoreRecords, "words"> & CoreTexts>[];
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

/** Emscripten's own, src/lib/libpthread.js. */
export interface CoreWorkers {
  /** In which a thread may be started. */
  readonly unusedWorkers: object[];
  allocateUnusedWorker(): void;
  /** Resolves once the worker waits for a thread; never, where it does not start. */
  loadWasmModuleToWorker(worker: object): Promise<unknown>;
}
