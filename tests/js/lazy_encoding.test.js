// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { LazyEncoding, unpackTexts } from "#js/client/lazy_encoding.js";
import { PieceTexts } from "#js/client/piece_texts.js";
import { SharedParts } from "#js/client/shared_parts.js";

const batch = {
  ids: Int32Array.of(0, 5, 2, 0, 7, 5, 2),
  offsets: Uint32Array.of(0, 0, 0, 2, 0, 0, 0, 0, 0, 600, 601, 603, 0, 0),
  words: Int32Array.of(-1, 0, -1, -1, 0, 1, -1),
  ends: Uint32Array.of(3, 7),
};

function second() {
  const pieces = new PieceTexts();
  pieces.add(Int32Array.of(0, 2, 5, 7), ["<s>", "</s>", "▁in", "▁Emma"]);
  return new LazyEncoding(batch, 3, 7, pieces, new SharedParts());
}

test("an encoding has its own part of a batch", () => {
  expect(second().toJSON()).toEqual({
    ids: [0, 7, 5, 2],
    tokens: ["<s>", "▁Emma", "▁in", "</s>"],
    offsets: [
      [0, 0],
      [0, 600],
      [601, 603],
      [0, 0],
    ],
    word_ids: [null, 0, 1, null],
    special_tokens_mask: [1, 0, 0, 1],
  });
});

test("each list is made once, whatever is read first", () => {
  for (const key of ["ids", "tokens", "offsets", "word_ids", "special_tokens_mask"]) {
    const encoding = second();
    expect(encoding[key]).toBe(encoding[key]);
    expect(encoding.toJSON()[key]).toBe(encoding[key]);
  }
});

test("flat tokens become one encoding a text", () => {
  const pieces = new PieceTexts();
  pieces.add(Int32Array.of(0, 2, 5), ["<s>", "</s>", "▁in"]);
  const result = [];
  unpackTexts(
    {
      ids: Int32Array.of(0, 5, 2, 0, 2),
      offsets: Uint32Array.of(0, 0, 0, 2, 0, 0, 0, 0, 0, 0),
      words: Int32Array.of(-1, 0, -1, -1, -1),
      ends: Uint32Array.of(3, 5),
    },
    pieces,
    new SharedParts(),
    result,
  );
  expect(result.map((encoding) => encoding.toJSON())).toEqual([
    {
      ids: [0, 5, 2],
      tokens: ["<s>", "▁in", "</s>"],
      offsets: [
        [0, 0],
        [0, 2],
        [0, 0],
      ],
      word_ids: [null, 0, null],
      special_tokens_mask: [1, 0, 1],
    },
    {
      ids: [0, 2],
      tokens: ["<s>", "</s>"],
      offsets: [
        [0, 0],
        [0, 0],
      ],
      word_ids: [null, null],
      special_tokens_mask: [1, 1],
    },
  ]);
});
