// SPDX-License-Identifier: Apache-2.0

import { LazyEncoding } from "./encoding.js";
import type { EncodedTexts, TextBatch } from "./protocol.js";
import type { Encoding, OffsetPair } from "./types.js";

/**
 * How a list of texts crosses to the worker and back: a batch of them as two arrays, their tokens
 * as four, and JavaScript's objects only on the caller's side, where they are read.
 *
 *     packTexts(['Emma', 'in'])             // { joined: 'Emma\nin' in UTF-8, lengths: [4, 2] }
 *     unpackTexts(encoded, pieces, shared, result)  // result[0].ids is [0, 28068, 2]
 */

/** A batch ends once it has this many UTF-16 units or texts: some 20 ms of work. */
const batchUnits = 2 ** 17;
const batchTexts = 2 ** 12;

/** Where the batch that starts at `first` ends. */
export function batchEnd(texts: readonly string[], first: number): number {
  const last = Math.min(texts.length, first + batchTexts);
  let units = 0;
  let end = first;
  while (end < last && units < batchUnits) units += texts[end++]?.length ?? 0;
  return end;
}

export function packTexts(texts: readonly string[], first?: number): TextBatch {
  return {
    // A line feed keeps a high surrogate at an end from joining a low one that follows.
    joined: new TextEncoder().encode(texts.join("\n")),
    lengths: Uint32Array.from(texts, (text) => text.length),
    first,
  };
}

/** Piece texts by id, kept on the caller's side: each crosses once. */
export class PieceTexts {
  readonly #texts: (string | undefined)[] = [];
  /** 1 where there is a text: quicker to go through than the texts. */
  #known = new Uint8Array(0);

  /** Those of `ids` that are not here yet, each once. */
  missing(ids: Int32Array): Int32Array {
    const known = this.#known;
    const missing = new Set<number>();
    for (const id of ids) if (known[id] !== 1) missing.add(id);
    return Int32Array.from(missing);
  }

  add(ids: Int32Array, texts: readonly string[]): void {
    for (const [i, id] of ids.entries()) {
      while (this.#texts.length <= id) this.#texts.push(undefined);
      this.#texts[id] = texts[i];
    }
    const known = new Uint8Array(this.#texts.length);
    known.set(this.#known);
    for (const id of ids) known[id] = 1;
    this.#known = known;
  }

  get(id: number): string {
    return this.#texts[id] ?? "";
  }
}

/** Pairs and masks up to these are shared. */
const sharedStarts = 512;
const sharedLengths = 16;
const sharedCounts = 512;

/**
 * Pairs of offsets and masks of special tokens. Texts are short, so the same few come again and
 * again: each is made once, and frozen, which halves the memory that a list of encodings takes and
 * the time to collect it.
 */
export class SharedParts {
  readonly #pairs: (OffsetPair | undefined)[] = [];
  readonly #masks: (SpecialTokensMask | undefined)[] = [];

  constructor() {
    while (this.#pairs.length < sharedStarts * sharedLengths) this.#pairs.push(undefined);
    while (this.#masks.length < sharedCounts) this.#masks.push(undefined);
  }

  pair(start: number, end: number): OffsetPair {
    const length = end - start;
    if (start >= sharedStarts || length >= sharedLengths) return [start, end];
    return (this.#pairs[start * sharedLengths + length] ??= Object.freeze([start, end] as const));
  }

  /** Of `count` tokens, `<s>` and `</s>` among them. */
  mask(count: number): SpecialTokensMask {
    if (count >= sharedCounts) return makeMask(count);
    return (this.#masks[count] ??= Object.freeze(makeMask(count)));
  }
}

type SpecialTokensMask = Encoding["special_tokens_mask"];

function makeMask(count: number): SpecialTokensMask {
  const mask = new Array<0 | 1>(count).fill(0);
  mask[0] = mask[count - 1] = 1;
  return mask;
}

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
