// SPDX-License-Identifier: Apache-2.0

import { InternalError, errorOf } from "./errors.js";
import type { EncodedTexts, TextBatch } from "./protocol.js";
import type { AggregationStrategy } from "./types.js";

/**
 * The one owner of the C++ handle. Everything that crosses is a plain value; a status that is not
 * ok becomes a typed error, and after a trap, which leaves a WebAssembly instance in no defined
 * state, every further call fails with that first trap.
 *
 *     using core = new Core(module, 2);
 *     core.loadTokenizer(bytes, 'sentencepiece.bpe.model');
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

interface CorePieces {
  status: CoreStatus;
  /** UTF-8, side by side. */
  joined: Uint8Array;
  /** UTF-16 units of each. */
  lengths: Uint32Array;
}

interface CoreWindows {
  status: CoreStatus;
  ids: Int32Array;
  lengths: Int32Array;
}

export interface CoreRecords {
  status: CoreStatus;
  labels: Int32Array;
  scores: Float32Array;
  indices: Int32Array;
  /** [records, 2] start and end. */
  offsets: Int32Array;
  words: string[];
}

export interface CoreDecodeOptions {
  strategy: AggregationStrategy;
  ignoreLabels: string[];
  codepoints: boolean;
  maxTokens: number;
  stride: number;
}

/** The Embind class of wasm/bindings.cc. */
interface CoreRecognizer {
  loadTokenizer(model: Uint8Array): CoreStatus;
  loadSentencePiece(model: Uint8Array): CoreStatus;
  loadConfig(configJson: string): CoreStatus;
  labels(): string[];
  groups(): string[];
  pieces(ids: Int32Array): CorePieces;
  maxTokens(): number;
  encode(
    joined: Uint8Array,
    lengths: Uint32Array,
    bySentencePiece: boolean,
    codepoints: boolean,
  ): CoreEncodings;
  windows(text: string, maxTokens: number, stride: number): CoreWindows;
  decode(text: string, logits: Float32Array, options: CoreDecodeOptions): CoreRecords;
  delete(): void;
}

/** What the Emscripten module's factory resolves to. */
export interface CoreModule {
  Recognizer: new (threads: number) => CoreRecognizer;
}

/** A text's windows, concatenated without padding. */
export interface Windows {
  /** [sum(lengths)] */
  ids: Int32Array;
  /** Tokens in each window, `<s>` and `</s>` included. */
  lengths: Int32Array;
}

export class Core {
  readonly #recognizer: CoreRecognizer;
  #trap: InternalError | undefined;

  constructor(module: CoreModule, threads: number) {
    this.#recognizer = new module.Recognizer(threads);
  }

  /** `where` names the file in errors. */
  loadTokenizer(model: Uint8Array, where: string): void {
    check(
      this.#run((core) => core.loadTokenizer(model)),
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

  groups(): string[] {
    return this.#run((core) => core.groups());
  }

  maxTokens(): number {
    return this.#run((core) => core.maxTokens());
  }

  pieces(ids: Int32Array): string[] {
    const { status, joined, lengths } = this.#run((core) => core.pieces(ids));
    check(status);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(joined);
    let end = 0;
    return Array.from(lengths, (length) => text.slice(end, (end += length)));
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

  windows(text: string, maxTokens: number, stride: number): Windows {
    const { status, ids, lengths } = this.#run((core) => core.windows(text, maxTokens, stride));
    check(status);
    return { ids, lengths };
  }

  /** `logits` is [sum(lengths), labels] of the windows that the same text and numbers gave. */
  decode(text: string, logits: Float32Array, options: CoreDecodeOptions): CoreRecords {
    const records = this.#run((core) => core.decode(text, logits, options));
    check(records.status);
    return records;
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
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#trap = new InternalError(`the WebAssembly core stopped: ${why}`, { cause });
      throw this.#trap;
    }
  }
}

function check({ code, message }: CoreStatus, where?: string): void {
  if (code === "") return;
  throw errorOf(code, where === undefined ? message : `${where}: ${message}`);
}
