// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { unpackTexts } from "../../dist/wasm/js/client/lazy_encoding.js";
import { PieceTexts } from "../../dist/wasm/js/client/piece_texts.js";
import { SharedParts } from "../../dist/wasm/js/client/shared_parts.js";
import { batchEnd, packTexts } from "../../dist/wasm/js/core/text_batch.js";

test("a batch ends at a number of texts or of UTF-16 units, and has at least one text", () => {
  expect(batchEnd([], 0)).toBe(0);
  expect(batchEnd(new Array(5000).fill(""), 0)).toBe(4096);
  expect(batchEnd(new Array(5000).fill(""), 4096)).toBe(5000);
  const long = "a".repeat(2 ** 16);
  expect(batchEnd([long, long, long, long], 0)).toBe(2);
  expect(batchEnd([long, "b", long, long], 0)).toBe(3);
  expect(batchEnd([long.repeat(16), "b"], 0)).toBe(1);
});

test("texts are packed as UTF-8 with their lengths, and halves of pairs do not meet", () => {
  const { joined, lengths, first } = packTexts(["é", "\ud83d", "\ude80", ""], 7);
  expect(new TextDecoder().decode(joined)).toBe("é\n\ufffd\n\ufffd\n");
  expect([...lengths]).toEqual([1, 1, 1, 0]);
  expect(first).toBe(7);
});

test("pieces are asked for once", () => {
  const pieces = new PieceTexts();
  expect([...pieces.missing(Int32Array.of(5, 0, 5, 2))]).toEqual([5, 0, 2]);
  pieces.add(Int32Array.of(5, 0), ["▁in", "<s>"]);
  expect([...pieces.missing(Int32Array.of(5, 0, 5, 2, 9))]).toEqual([2, 9]);
  expect([pieces.get(5), pieces.get(0)]).toEqual(["▁in", "<s>"]);
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

test("pairs and masks are made once where they are short and early, and cannot be changed there", () => {
  const shared = new SharedParts();
  expect(shared.pair(3, 7)).toBe(shared.pair(3, 7));
  expect(Object.isFrozen(shared.pair(3, 7))).toBe(true);
  for (const [start, end] of [
    [0, 0],
    [0, 15],
    [0, 16],
    [511, 520],
    [512, 513],
    [2 ** 20, 2 ** 20 + 1],
  ]) {
    expect(shared.pair(start, end)).toEqual([start, end]);
  }
  expect(shared.mask(4)).toEqual([1, 0, 0, 1]);
  expect(shared.mask(4)).toBe(shared.mask(4));
  expect(Object.isFrozen(shared.mask(4))).toBe(true);
  const long = shared.mask(600);
  expect([long.length, long[0], long[1], long[599]]).toEqual([600, 1, 0, 1]);
});
