// SPDX-License-Identifier: Apache-2.0

import type { Encoding, EncodingLists } from "../base/types.js";
import type { EncodedTexts } from "../core/text_batch.js";
import type { PieceTexts } from "./piece_texts.js";
import type { SharedParts } from "./shared_parts.js";

/**
 * One text's part of a batch of encoded texts. Its lists are made when they are first read, as those
 * of the Rust tokenizers are, and kept: a long list of texts costs nothing for what nobody reads. It
 * keeps its batch alive, which is 16 bytes a token of at most a few thousand texts.
 *
 *     const encoding = new LazyEncoding(encoded, 0, 3, pieces, shared);
 *     encoding.ids       // [0, 28068, 2]
 *     encoding.toJSON()  // { ids: [0, 28068, 2], tokens: ['<s>', '▁Emma', '</s>'], offsets: … }
 */
export class LazyEncoding implements Encoding {
  readonly #batch: EncodedTexts;
  readonly #begin: number;
  readonly #end: number;
  readonly #pieces: PieceTexts;
  readonly #shared: SharedParts;
  #ids: EncodingLists["ids"] | undefined;
  #tokens: EncodingLists["tokens"] | undefined;
  #offsets: EncodingLists["offsets"] | undefined;
  #wordIds: EncodingLists["word_ids"] | undefined;

  /** The tokens [`begin`, `end`) of `batch`; `pieces` has all of their ids. */
  constructor(
    batch: EncodedTexts,
    begin: number,
    end: number,
    pieces: PieceTexts,
    shared: SharedParts,
  ) {
    this.#batch = batch;
    this.#begin = begin;
    this.#end = end;
    this.#pieces = pieces;
    this.#shared = shared;
  }

  get ids(): EncodingLists["ids"] {
    return (this.#ids ??= this.#list((at) => this.#batch.ids[at] ?? 0));
  }

  get tokens(): EncodingLists["tokens"] {
    return (this.#tokens ??= this.#list((at) => this.#pieces.get(this.#batch.ids[at] ?? 0)));
  }

  get offsets(): EncodingLists["offsets"] {
    const { offsets } = this.#batch;
    return (this.#offsets ??= this.#list((at) =>
      this.#shared.pair(offsets[2 * at] ?? 0, offsets[2 * at + 1] ?? 0),
    ));
  }

  get word_ids(): EncodingLists["word_ids"] {
    return (this.#wordIds ??= this.#list((at) => {
      const word = this.#batch.words[at] ?? noWord;
      return word === noWord ? null : word;
    }));
  }

  get special_tokens_mask(): EncodingLists["special_tokens_mask"] {
    return this.#shared.mask(this.#end - this.#begin);
  }

  toJSON(): EncodingLists {
    return {
      ids: this.ids,
      tokens: this.tokens,
      offsets: this.offsets,
      word_ids: this.word_ids,
      special_tokens_mask: this.special_tokens_mask,
    };
  }

  /** What Node's console.log shows. */
  [Symbol.for("nodejs.util.inspect.custom")](): EncodingLists {
    return this.toJSON();
  }

  #list<T>(valueAt: (at: number) => T): T[] {
    const list = new Array<T>(this.#end - this.#begin);
    for (let i = 0; i < list.length; i++) list[i] = valueAt(this.#begin + i);
    return list;
  }
}

const noWord = -1;

/** Appends the encoding of each text to `result`; `pieces` has all of their ids. */
export function unpackTexts(
  encoded: EncodedTexts,
  pieces: PieceTexts,
  shared: SharedParts,
  result: Encoding[],
): void {
  let begin = 0;
  for (const end of encoded.ends) {
    result.push(new LazyEncoding(encoded, begin, end, pieces, shared));
    begin = end;
  }
}
