// SPDX-License-Identifier: Apache-2.0

import { Client } from "./client.js";
import { checkEncodeOptions, checkModel, checkTexts, checkTokenizerOptions } from "./options.js";
import type { Platform } from "./pipeline.js";
import type { EncodeOptions, Encoding, TokenizerOptions } from "./types.js";

/** A model's tokenizer alone. It needs none of the model's files but its vocabulary. */
export interface Tokenizer extends AsyncDisposable {
  encode(text: string, options?: EncodeOptions): Promise<Encoding>;
  encode(texts: readonly string[], options?: EncodeOptions): Promise<Encoding[]>;
  /** Stops the worker and frees its memory; calls that are still running reject with a DisposedError. */
  dispose(): Promise<void>;
}

export async function createTokenizer(
  platform: Platform,
  model?: string,
  options?: TokenizerOptions,
): Promise<Tokenizer> {
  const folder = checkModel(model) ?? platform.defaultModel;
  const { signal } = checkTokenizerOptions(options);
  signal?.throwIfAborted();
  const client = new Client(platform.spawnWorker());
  try {
    await client.call("loadTokenizer", { model: folder }, { signal });
    return new TokenizerClient(client);
  } catch (error) {
    await client.dispose();
    throw error;
  }
}

class TokenizerClient implements Tokenizer {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  encode(text: string, options?: EncodeOptions): Promise<Encoding>;
  encode(texts: readonly string[], options?: EncodeOptions): Promise<Encoding[]>;
  async encode(input: unknown, options?: EncodeOptions): Promise<unknown> {
    const texts = checkTexts(input);
    const { signal, ...settings } = checkEncodeOptions(options);
    const encodings = await this.#client.call("encode", { texts, settings }, { signal });
    return typeof input === "string" ? encodings[0] : encodings;
  }

  dispose(): Promise<void> {
    return this.#client.dispose();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}
