// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { PieceTexts } from "#js/client/piece_texts.js";

test("pieces are asked for once", () => {
  const pieces = new PieceTexts();
  expect([...pieces.missing(Int32Array.of(5, 0, 5, 2))]).toEqual([5, 0, 2]);
  pieces.add(Int32Array.of(5, 0), ["▁in", "<s>"]);
  expect([...pieces.missing(Int32Array.of(5, 0, 5, 2, 9))]).toEqual([2, 9]);
  expect([pieces.get(5), pieces.get(0)]).toEqual(["▁in", "<s>"]);
});
