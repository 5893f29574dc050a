// SPDX-License-Identifier: Apache-2.0

/**
 * How a list of texts crosses to the worker and back: a batch of them as two arrays, their tokens
 * as four, and JavaScript's objects only on the caller's side, where they are read.
 *
 *     packTexts(['Emma', 'in'])             // { joined: 'Emma\nin' in UTF-8, lengths: [4, 2] }
 */

/**
 * The most UTF-16 units and texts of a batch, which are some 20 ms of work; one longer text is a batch by
 * itself, so that memory is that of the longest text at most.
 */
const batchUnits = 2 ** 17;
const batchTexts = 2 ** 12;

/** Where the batch that starts at `first` ends. */
export function batchEnd(texts: readonly string[], first: number): number {
  const last = Math.min(texts.length, first + batchTexts);
  let units = texts[first]?.length ?? 0;
  let end = Math.min(first + 1, last);
  while (end < last && (units += texts[end]?.length ?? 0) <= batchUnits) end++;
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

/** Texts as they cross: cloning one array is fast, cloning thousands of strings is not. */
export interface TextBatch {
  /** UTF-8, one byte between two texts. */
  joined: Uint8Array;
  /** UTF-16 units of each text. */
  lengths: Uint32Array;
  /** The first text's place in the caller's list; undefined for a text by itself. */
  first: number | undefined;
}

/** The tokens of all texts, one text after the other. */
export interface EncodedTexts {
  ids: Int32Array;
  /** [tokens, 2] start and end; special tokens 0, 0. */
  offsets: Uint32Array;
  /** The word of each token, -1 for special tokens. */
  words: Int32Array;
  /** [texts] tokens up to the end of each text. */
  ends: Uint32Array;
}
