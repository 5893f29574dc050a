// SPDX-License-Identifier: Apache-2.0

import type { Encoding, OffsetPair } from "../base/types.js";

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

  /** The special_tokens_mask of `count` tokens, `<s>` and `</s>` among them. */
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
