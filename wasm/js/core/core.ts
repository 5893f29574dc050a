// SPDX-License-Identifier: Apache-2.0

import { InternalError, OutOfMemoryError, errorOf } from "../base/errors.js";
import type { NerError } from "../base/errors.js";
import type { TokenizerFiles } from "../files/model_files.js";
import type {
  CoreDecodeOptions,
  CoreInput,
  CoreModule,
  CoreRecognizer,
  CoreRecords,
  CoreStatus,
  CoreTexts,
  CoreWindowOptions,
  CoreWordOptions,
  CoreWordTags,
  FilePiece,
  Precision,
  VirtualFile,
  Windows,
} from "./core_module.js";
import type { EncodedTexts, TextBatch } from "./text_batch.js";
import { startHelpers } from "./threads.js";

export interface WeightsOptions {
  configJson: string;
  /** Outputs of the classifier. */
  labels: number;
  precision: Precision;
  /** Names the file in errors. */
  where: string;
}

/**
 * The one owner of the C++ handle. Everything that crosses is a plain value; a status that is not
 * ok becomes a typed error, and after a trap, which leaves a WebAssembly instance in no defined
 * state, every further call fails with that first trap.
 *
 *     using core = new Core(module, 2);
 *     core.loadTokenizer({ vocabulary, where: 'sentencepiece.bpe.model', config: new Uint8Array() });
 *     core.encode(packTexts(['Emma']), false, false).ids // Int32Array [0, 28068, 2]
 */
export class Core {
  readonly #module: CoreModule;
  readonly #recognizer: CoreRecognizer;
  #threads: number;
  #started: Promise<void> | undefined;
  #trap: NerError | undefined;

  constructor(module: CoreModule, threads: number) {
    this.#module = module;
    this.#recognizer = new module.Recognizer();
    this.#threads = threads;
  }

  /** How many it runs on once they are started, this one included. */
  get threads(): number {
    return this.#threads;
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
    if (await startHelpers(this.#module, wanted - 1)) {
      this.#run((core) => {
        core.useThreads(wanted);
      });
    } else {
      this.#threads = 1;
    }
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

  /** Starts to read a checkpoint of several files, `index` naming them; without one it is of one file. */
  openParts(
    index: Uint8Array | undefined,
    suffix: ".safetensors" | ".bin",
    where: string,
  ): string[] {
    const { status, files } = this.#run((core) => core.openParts(index ?? null, suffix));
    check(status, where);
    return files;
  }

  /** The next of the files, in their order. */
  addPart(fileSize: number): void {
    this.#run((core) => {
      core.addPart(fileSize);
    });
  }

  /** The byte range of that file that givePart() is to get next; undefined once all is known of it. */
  wantedOfPart(): { begin: number; end: number } | undefined {
    return this.#run((core) => core.wantedOfPart()) ?? undefined;
  }

  givePart(bytes: Uint8Array, where: string): void {
    check(
      this.#run((core) => core.givePart(bytes)),
      where,
    );
  }

  /** What the files are together. */
  finishParts(where: string): VirtualFile {
    const { status, ...file } = this.#run((core) => core.finishParts());
    check(status, where);
    return {
      header: file.header ?? new Uint8Array(),
      size: file.size ?? 0,
      begins: file.begins ?? new Float64Array(),
      parts: file.parts ?? new Uint32Array(),
      partBegins: file.partBegins ?? new Float64Array(),
    };
  }

  /** How many bytes the header of a safetensors file has, `first` being its first eight. */
  weightsHeaderSize(first: Uint8Array, fileSize: number, where: string): number {
    const { status, size } = this.#run((core) => core.weightsHeaderSize(first, fileSize));
    check(status, where);
    return size ?? 0;
  }

  /** Throws what openWeights() would of this header, and makes no room for the weights. */
  checkWeights(
    header: Uint8Array,
    fileSize: number,
    { configJson, labels, where }: Omit<WeightsOptions, "precision">,
  ): void {
    check(
      this.#run((core) => core.checkWeights(header, fileSize, configJson, labels)),
      where,
    );
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

/** The RangeError is that of wasm/bind/memory.h. */
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
