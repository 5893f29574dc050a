// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@jest/globals";

import { concatenate } from "../../dist/wasm/js/base/concatenate.js";

const ints = (length) => new Int32Array(length);

test("parts follow each other, empty ones too", () => {
  const parts = [Int32Array.of(1, 2), ints(0), Int32Array.of(3)];
  expect(concatenate(parts, ints)).toEqual(Int32Array.of(1, 2, 3));
  expect(concatenate([], ints)).toEqual(ints(0));
});

test("a single part is not copied", () => {
  const part = Int32Array.of(7);
  expect(concatenate([part], ints)).toBe(part);
});
