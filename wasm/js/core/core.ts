// SPDX-License-Identifier: Apache-2.0

import { InternalError, OutOfMemoryError, errorOf } from "../base/errors.js";
import type { NerError } from "../base/errors.js";
import type { OffsetUnit } from "../base/types.js";
import type { TokenizerFiles } from "../files/model_files.js";
import type {
  CoreCompat,
  CoreDecodeOptions,
  CoreHandle,
  CoreInput,
  CoreModule,
  CoreNetwork,
  CoreRecords,
  CoreStatus,
  CoreTexts,
  CoreWindowOptions,
  CoreWordOptions,
  CoreWordTags,
  Fallible,
  FileChunk,
  FileRange,
  Listed,
  Precision,
  VirtualFile,
  Windows,
} from "./core_handle.js";
import type { EncodedTexts, TextBatch } from "./text_batch.js";
import { startThreads } from "./threads.js";

export interface WeightsOptions {
  configJson: string;
  /** Outputs of the classifier. */
  labels: number;
  precision: Precision;
  /** Names the file in errors. */
  where: string;
}

export interface ConversionOptions {
  configJson: string;
  dtype: string;
  sourceSha256: string;
  where: string;
}

/** Whose rules texts are cut into pieces by: Hugging Face's tokenizers, or the SentencePiece library. */
export type EncodeMode = "hf" | "sentencepiece";

/**
 * The one owner of the C++ handle. Everything that crosses is a plain value; a status that is not
 * ok becomes a typed error, and after a trap in any of its threads, which leaves a WebAssembly instance
 * in no defined state, every further call fails with that first trap.
 *
 *     using core = new Core(module, 2);
 *     core.loadTokenizer({ vocabulary, where: 'sentencepiece.bpe.model', ...none });
 *     core.encode(packTexts(['Emma']), 'hf', 'none', 'utf16').ids // Int32Array [0, 28068, 2]
 */
export class Core {
  readonly #module: CoreModule;
  readonly #handle: CoreHandle;
  #threads: number;
  #started: Promise<void> | undefined;
  #trap: NerError | undefined;
  #isDisposed = false;
  #onStopped: ((error: NerError) => void) | undefined;

  constructor(module: CoreModule, threads: number) {
    this.#module = module;
    this.#handle = new module.Core();
    this.#threads = threads;
  }

  /** How many it runs on once they are started, this one included. */
  get threads(): number {
    return this.#threads;
  }

  /** Whether one of its threads has trapped. */
  get isStopped(): boolean {
    return this.#trap !== undefined;
  }

  /** Calls back once, when it is known why the core stopped. */
  onStopped(report: (error: NerError) => void): void {
    this.#onStopped = report;
  }

  /**
   * Starts the other threads, the first time; until that is done everything runs on this one. Where
   * they do not start in time, it remains so.
   */
  startThreads(): Promise<void> {
    return (this.#started ??= this.#start());
  }

  async #start(): Promise<void> {
    const wanted = this.#threads;
    if (wanted === 1) return;
    const onCrash = (error: unknown): void => {
      const trap = trapOf(error);
      this.#trap ??= trap;
      this.#report(trap);
    };
    if (await startThreads(this.#module, wanted - 1, onCrash)) {
      this.#call((core) => {
        core.useThreads(wanted);
      });
    } else {
      this.#threads = 1;
    }
  }

  /** `storedTrie` is what `trieToStore()` gave of the same vocabulary; other bytes are as none. */
  loadTokenizer(files: TokenizerFiles, storedTrie: Uint8Array = new Uint8Array()): void {
    const { vocabulary, where, config, specialTokensMap, addedTokens } = files;
    this.#ask(
      (core) => core.loadTokenizer(vocabulary, config, specialTokensMap, addedTokens, storedTrie),
      where,
    );
  }

  /** What makes the next load of this vocabulary quick; empty where it was already. */
  trieToStore(): Uint8Array {
    return this.#call((core) => core.trieToStore());
  }

  /** The library's own copy of the vocabulary, which its mode of encoding needs. */
  loadSentencePiece(model: Uint8Array, where: string): void {
    this.#ask((core) => core.loadSentencePiece(model), where);
  }

  loadConfig(configJson: string, where: string): void {
    this.#ask((core) => core.loadConfig(configJson), where);
  }

  labels(): string[] {
    return this.#call((core) => core.labels());
  }

  /** Whether the model's configuration has a conditional random field. */
  hasCrf(): boolean {
    return this.#call((core) => core.hasCrf());
  }

  maxTokens(): number {
    return this.#call((core) => core.maxTokens());
  }

  /** What a configuration with so many labels says of the network, with the defaults of what it omits. */
  network(configJson: string, labels: number, where: string): CoreNetwork {
    return this.#ask((core) => core.network(configJson, labels), where);
  }

  /** How many code points of a text are in each script, in the order of client/scripts.ts. */
  scripts(text: string): Uint32Array {
    return this.#call((core) => core.scripts(text));
  }

  /** How many bytes the header of a safetensors file has, `first` being its first eight. */
  headerSize(first: Uint8Array, fileSize: number, where: string): number {
    return this.#ask((core) => core.headerSize(first, fileSize), where).size;
  }

  /**
   * Starts to read a checkpoint of several files, the shards that `index` names; without an index it
   * is of one file. Each is added, in their order, and given what is wanted of it.
   */
  openShards(
    index: Uint8Array | undefined,
    suffix: ".safetensors" | ".bin",
    where: string,
  ): string[] {
    return this.#ask((core) => core.openShards(index ?? null, suffix), where).files;
  }

  addShard(fileSize: number): void {
    this.#call((core) => {
      core.addShard(fileSize);
    });
  }

  /** What the shards are together. */
  finishShards(where: string): VirtualFile {
    return this.#ask((core) => core.finishShards(), where);
  }

  /**
   * Starts to read an adapter for a base model, both by their headers and sizes; true where the base
   * model's weights have one already, and there is nothing to do.
   */
  openAdapter(
    configJson: string,
    [base, adapter]: readonly [Uint8Array, Uint8Array],
    [baseSize, adapterSize]: readonly [number, number],
    where: string,
  ): boolean {
    return this.#ask(
      (core) => core.openAdapter(configJson, base, baseSize, adapter, adapterSize),
      where,
    ).isMerged;
  }

  /** What the base model's file and the adapter's are together. */
  finishAdapter(where: string): VirtualFile {
    return this.#ask((core) => core.finishAdapter(), where);
  }

  /** Float32 numbers of a segment from `first` on, the base model's `bytes` being those. */
  mergeAdapter(segment: number, first: number, bytes: Uint8Array, where: string): Uint8Array {
    return this.#ask((core) => core.mergeAdapter(segment, first, bytes), where).bytes;
  }

  /** Throws what openWeights() would of this header, and makes no room for the weights; else remarks. */
  checkWeights(
    header: Uint8Array,
    fileSize: number,
    { configJson, labels, where }: Omit<WeightsOptions, "precision">,
  ): string[] {
    return this.#ask((core) => core.checkWeights(header, fileSize, configJson, labels), where)
      .remarks;
  }

  /** Starts to load a checkpoint: it is ready once nothing more is wanted of it. Returns remarks on it. */
  openWeights(header: Uint8Array, fileSize: number, options: WeightsOptions): string[] {
    const { configJson, labels, precision, where } = options;
    return this.#ask(
      (core) => core.openWeights(header, fileSize, configJson, labels, precision),
      where,
    ).remarks;
  }

  /** Starts to quantise a published checkpoint: the new file's header and size. */
  openConversion(
    header: Uint8Array,
    fileSize: number,
    { configJson, dtype, sourceSha256, where }: ConversionOptions,
  ): { header: Uint8Array; size: number } {
    return this.#ask(
      (core) => core.openConversion(header, fileSize, configJson, dtype, sourceSha256),
      where,
    );
  }

  /** The bytes that give() is to get next, of the file that was opened last; undefined after the end. */
  wants(): FileRange | undefined {
    return this.#call((core) => core.wants()) ?? undefined;
  }

  /** What these bytes complete of a new file, where one is being written. */
  give(bytes: Uint8Array, where: string): FileChunk[] {
    return this.#ask((core) => core.give(bytes), where).chunks ?? [];
  }

  /** Logits, [sum(lengths), labels], of windows that stand one after the other. */
  forward(ids: Int32Array, lengths: Int32Array): Float32Array {
    return this.#ask((core) => core.forward(ids, lengths)).logits;
  }

  /** Some milliseconds in which the engine's code is compiled, so that a first text does not wait for it. */
  warmUp(): void {
    this.#call((core) => {
      core.warmUp();
    });
  }

  /** The inner loop of int8 products that suits this machine. */
  kernel(): string {
    return this.#call((core) => core.kernel());
  }

  pieces(ids: Int32Array, compat: CoreCompat): string[] {
    return split(this.#ask((core) => core.pieces(ids, compat)));
  }

  encode(
    texts: TextBatch,
    mode: EncodeMode,
    compat: CoreCompat,
    offsets: OffsetUnit,
  ): EncodedTexts {
    const { joined, lengths, first } = texts;
    const { status, failed, ...encoded } = this.#call((core) =>
      core.encode(joined, lengths, mode, compat, offsets),
    );
    const named = first !== undefined && failed !== undefined;
    check(status, named ? `list item ${first + failed}` : undefined);
    return encoded;
  }

  windows(inputs: CoreInput[], options: CoreWindowOptions): Windows[] {
    return checkAll(this.#call((core) => core.windows(inputs, options)));
  }

  /** Each input's logits are [sum(lengths), labels] of the windows that the same options gave. */
  decode(inputs: CoreInput[], logits: Float32Array[], options: CoreDecodeOptions): CoreRecords[] {
    const results = checkAll(this.#call((core) => core.decode(inputs, logits, options)));
    return results.map((records) => ({ ...records, texts: split(records) }));
  }

  wordWindows(inputs: string[][], options: CoreWindowOptions): Windows[] {
    return checkAll(this.#call((core) => core.wordWindows(inputs, options)));
  }

  /** As decode(), one label a word. */
  wordTags(inputs: string[][], logits: Float32Array[], options: CoreWordOptions): CoreWordTags[] {
    return checkAll(this.#call((core) => core.wordTags(inputs, logits, options)));
  }

  [Symbol.dispose](): void {
    if (this.#trap === undefined && !this.#isDisposed) {
      this.#call((core) => {
        core.delete();
      });
    }
    this.#isDisposed = true;
  }

  #call<T>(call: (core: CoreHandle) => T): T {
    if (this.#isDisposed) throw new InternalError("the core was used after it was disposed");
    if (this.#trap !== undefined) throw this.#trap;
    try {
      return call(this.#handle);
    } catch (cause) {
      const trap = (this.#trap = trapOf(cause));
      // Another thread's worker says what stopped it, but only once this thread listens.
      if (cause === otherThread)
        setTimeout(() => {
          this.#report(trap);
        }, reportTime);
      else this.#report(trap);
      throw trap;
    }
  }

  #report(trap: NerError): void {
    this.#onStopped?.(trap);
    this.#onStopped = undefined;
  }

  /** What a call gives that may fail, or its error, which `where` names the file of. */
  #ask<T>(call: (core: CoreHandle) => Fallible<T>, where?: string): T {
    const answer = this.#call(call);
    check(answer.status, where);
    return answer as T; // it is whole where the status is ok
  }
}

/** What Emscripten throws in the thread that waits, where another has trapped. */
const otherThread = "unwind";

/** Milliseconds that the report of another thread may take. */
const reportTime = 100;

/** Full memory: wasm/bind/memory.h throws the first, an array that is to be copied out the second. */
const fullMemory = /(?:^|RangeError: )(?:out of memory|Array buffer allocation failed)$/;

/** Of what a call threw, or of a worker's error event. */
function trapOf(cause: unknown): NerError {
  const { message } = Object(cause) as { message?: unknown };
  const why = typeof message === "string" ? message : String(cause);
  const options = { cause: cause instanceof Error ? cause : why };
  return fullMemory.test(why)
    ? new OutOfMemoryError("expected more WebAssembly memory, found all of it in use", options)
    : new InternalError(`the WebAssembly core stopped: ${why}`, options);
}

function split({ joined, lengths }: CoreTexts): string[] {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(joined);
  let end = 0;
  return Array.from(lengths, (length) => text.slice(end, (end += length)));
}

function checkAll<T>(results: Listed<T>[]): Listed<T>[] {
  for (const [i, { status }] of results.entries()) {
    check(status, results.length === 1 ? undefined : `list item ${i}`);
  }
  return results;
}

function check({ code, message }: CoreStatus, where?: string): void {
  if (code === "") return;
  throw errorOf(code, where === undefined ? message : `${where}: ${message}`);
}
