// SPDX-License-Identifier: Apache-2.0
// Against what the formats are by definition, in float64.

import { expect, test } from "@jest/globals";

import { readBfloat16, readFloat16, storeFloat16 } from "#js/base/float16.js";

/** What 16 bits are: a sign, 5 bits of exponent, 10 of fraction. */
function valueOf(half) {
  const [sign, exponent, fraction] = [half >> 15, (half >> 10) & 31, half & 1023];
  if (exponent === 31) return fraction === 0 ? (sign ? -Infinity : Infinity) : NaN;
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
  return sign ? -size : size;
}

const every = Uint16Array.from({ length: 2 ** 16 }, (_, i) => i);
const magnitudes = Array.from({ length: 0x7c00 }, (_, i) => valueOf(i));

test("every half is read as what it is", () => {
  expect([...readFloat16(every)]).toEqual([...every].map(valueOf));
});

test("every finite half is stored as it was read", () => {
  const finite = every.filter((half) => Number.isFinite(valueOf(half)));
  const stored = new Uint16Array(finite.length);
  expect(storeFloat16(readFloat16(finite), stored, 0)).toBe(true);
  expect(stored).toEqual(finite);
});

test("what lies between two halves becomes the nearer one, the middle the even one", () => {
  const stored = new Uint16Array(3);
  for (let i = 0; i + 1 < magnitudes.length; i++) {
    const [low, high] = [magnitudes[i], magnitudes[i + 1]];
    const middle = Math.fround((low + high) / 2); // exact: float32 has 13 bits more
    const step = (high - low) / 4;
    storeFloat16(Float32Array.of(middle - step, -middle, middle + step), stored, 0);
    const even = i % 2 === 0 ? i : i + 1;
    if (stored[0] !== i || stored[1] !== (even | 0x8000) || stored[2] !== i + 1) {
      expect([i, ...stored]).toEqual([i, i, even | 0x8000, i + 1]);
    }
  }
});

test.each([65520, -1e9, Infinity, NaN])("%d does not fit", (number) => {
  expect(storeFloat16(Float32Array.of(1, number), new Uint16Array(2), 0)).toBe(false);
  expect(storeFloat16(Float32Array.of(65519, -65519), new Uint16Array(2), 0)).toBe(true);
});

test("numbers go where they are to go", () => {
  const out = new Uint16Array(4);
  storeFloat16(Float32Array.of(0, 1, 2).subarray(1), out, 2);
  expect([...out]).toEqual([0, 0, 0x3c00, 0x4000]);
});

test("bfloat16 is the upper half of a float32", () => {
  const [one, tiny] = readBfloat16(Uint16Array.of(0x3f80, 0x8001));
  expect(one).toBe(1);
  expect(tiny).toBe(-(2 ** -133));
});
