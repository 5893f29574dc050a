// SPDX-License-Identifier: Apache-2.0

/**
 * IEEE 754 half precision, and bfloat16, as bits. Float16Array would do the first, where there is one.
 *
 *     const bits = new Uint16Array(2);
 *     storeFloat16(Float32Array.of(1, -65504), bits, 0); // true; 0x3c00, 0xfbff
 */

/** What rounds to infinity: 65520, the middle between the largest number and the one after it. */
const overflow = 0x477ff000;
const leastNormal = 0x38800000;

const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

/** Rounds to the nearest, ties to even. False where a number is too large, or is none. */
export function storeFloat16(values: Float32Array, out: Uint16Array, at: number): boolean {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  let fits = true;
  for (let i = 0; i < bits.length; i++) {
    const value = bits[i] ?? 0;
    const magnitude = value & 0x7fffffff;
    let half: number;
    if (magnitude >= leastNormal) {
      if (magnitude >= overflow) fits = false;
      half = (magnitude - 0x38000000 + 0xfff + ((magnitude >>> 13) & 1)) >>> 13;
    } else {
      // 0.5 has the last bit where the smallest half has its own, so adding rounds there.
      scratchBits[0] = magnitude;
      scratch[0] = (scratch[0] ?? 0) + 0.5;
      half = scratchBits[0] - 0x3f000000;
    }
    out[at + i] = ((value >>> 16) & 0x8000) | half;
  }
  return fits;
}

export function readFloat16(halves: Uint16Array): Float32Array {
  const result = new Float32Array(halves.length);
  const bits = new Uint32Array(result.buffer);
  for (let i = 0; i < halves.length; i++) {
    const half = halves[i] ?? 0;
    const magnitude = half & 0x7fff;
    if (magnitude >= 0x400) {
      const bias = magnitude >= 0x7c00 ? 0x70000000 : 0x38000000; // infinity and NaN stay what they are
      bits[i] = (magnitude << 13) + bias;
    } else {
      result[i] = magnitude * 2 ** -24;
    }
    bits[i] = (bits[i] ?? 0) | ((half & 0x8000) << 16);
  }
  return result;
}

export function readBfloat16(halves: Uint16Array): Float32Array {
  const bits = new Uint32Array(halves.length);
  for (let i = 0; i < halves.length; i++) bits[i] = (halves[i] ?? 0) << 16;
  return new Float32Array(bits.buffer);
}
