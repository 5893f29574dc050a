// SPDX-License-Identifier: Apache-2.0

import type { AsyncDisposable } from "../base/host_types.js";
import type { EncodeOptions, Encoding, ModelInput, TokenizerOptions } from "../base/types.js";
import { batchEnd, packTexts } from "../core/text_batch.js";
import type { EncodedTexts } from "../core/text_batch.js";
import { checkModel } from "../files/model_source.js";
import { checkEncodeOptions, checkTexts, checkTokenizerOptions } from "../options/load_options.js";
import type { EncodeSettings } from "../options/load_options.js";
import type { Result } from "../rpc/protocol.js";
import type { Supervisor } from "../rpc/supervisor.js";
import { unpackTexts } from "./lazy_encoding.js";
import { loadWorker } from "./load_worker.js";
import { PieceTexts } from "./piece_texts.js";
import type { Platform } from "./pipeline.js";
import { SharedParts } from "./shared_parts.js";

/**
 * A model's tokenizer alone. It needs none of the model's files but its tokenizer's.
 *
 * @inline
 */
export interface Tokenizer extends AsyncDisposable {
  /** The tokens of one text. */
  encode(text: string, options?: EncodeOptions): Promise<Encoding>;
  /** The tokens of each text, in order. */
  encode(texts: readonly string[], options?: EncodeOptions): Promise<Encoding[]>;
  /** Stops the worker and frees its memory; calls that are still running reject with a DisposedError. */
  dispose(): Promise<void>;
}

/** @internal */
export async function createTokenizer(
  platform: Platform,
  model?: ModelInput,
  options?: TokenizerOptions,
): Promise<Tokenizer> {
  const named = checkModel(model);
  const { signal, onProgress, assets, ...settings } = checkTokenizerOptions(options);
  const params = { model: named ?? platform.defaultModel(assets), ...settings };
  const workers = await loadWorker(platform, assets, "loadTokenizer", params, {
    signal,
    onProgress,
  });
  return new TokenizerClient(workers);
}

class TokenizerClient implements Tokenizer {
  readonly #workers: Supervisor<Result<"loadTokenizer">>;
  /** Tokens behind the vocabulary may differ. */
  readonly #pieces = { none: new PieceTexts(), hf: new PieceTexts(), "hf-4": new PieceTexts() };
  readonly #shared = new SharedParts();
  /** How many batches the worker may have; more than one, and it works while this thread does. */
  readonly #ahead: number;

  constructor(workers: Supervisor<Result<"loadTokenizer">>) {
    this.#workers = workers;
    this.#ahead = workers.answer.threads > 1 ? 2 : 1;
  }

  encode(text: string, options?: EncodeOptions): Promise<Encoding>;
  encode(texts: readonly string[], options?: EncodeOptions): Promise<Encoding[]>;
  async encode(input: unknown, options?: EncodeOptions): Promise<unknown> {
    const texts = checkTexts(input);
    const { signal, ...settings } = checkEncodeOptions(options);
    const isList = typeof input !== "string";
    const encodings: Encoding[] = [];
    const sent: Promise<EncodedTexts>[] = [];
    let end = 0;
    const sendBatches = (): void => {
      while (sent.length < this.#ahead && end < texts.length) {
        const first = end;
        end = batchEnd(texts, first);
        const batch = packTexts(texts.slice(first, end), isList ? first : undefined);
        const encoded = this.#workers.call("encode", { texts: batch, settings }, { signal });
        // Where an earlier one fails, nobody awaits this one.
        encoded.catch(() => undefined);
        sent.push(encoded);
      }
    };
    sendBatches();
    for (let batch = sent.shift(); batch !== undefined; batch = sent.shift()) {
      const encoded = await batch;
      await this.#learnPieces(encoded.ids, settings.compat, signal);
      if (this.#ahead > 1) sendBatches();
      unpackTexts(encoded, this.#pieces[settings.compat], this.#shared, encodings);
      sendBatches();
    }
    return isList ? encodings : encodings[0];
  }

  async #learnPieces(
    ids: Int32Array,
    compat: EncodeSettings["compat"],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const known = this.#pieces[compat];
    const missing = known.missing(ids);
    if (missing.length === 0) return;
    known.add(missing, await this.#workers.call("pieces", { ids: missing, compat }, { signal }));
  }

  dispose(): Promise<void> {
    return this.#workers.dispose();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}
