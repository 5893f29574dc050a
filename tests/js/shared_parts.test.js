// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { SharedParts } from "#js/client/shared_parts.js";

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
