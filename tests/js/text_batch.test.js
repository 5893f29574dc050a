// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { batchEnd, packTexts } from "#js/core/text_batch.js";

test("a batch ends at a number of texts or of UTF-16 units, and has at least one text", () => {
  expect(batchEnd([], 0)).toBe(0);
  expect(batchEnd(new Array(5000).fill(""), 0)).toBe(4096);
  expect(batchEnd(new Array(5000).fill(""), 4096)).toBe(5000);
  const long = "a".repeat(2 ** 16);
  expect(batchEnd([long, long, long, long], 0)).toBe(2);
  expect(batchEnd([long, "b", long, long], 0)).toBe(2);
  expect(batchEnd([long, "b", long, long], 2)).toBe(4);
  expect(batchEnd([long.repeat(16), "b"], 0)).toBe(1);
  expect(batchEnd(["b", long.repeat(16)], 0)).toBe(1);
});

test("texts are packed as UTF-8 with their lengths, and halves of pairs do not meet", () => {
  const { joined, lengths, first } = packTexts(["é", "\ud83d", "\ude80", ""], 7);
  expect(new TextDecoder().decode(joined)).toBe("é\n\ufffd\n\ufffd\n");
  expect([...lengths]).toEqual([1, 1, 1, 0]);
  expect(first).toBe(7);
});
