// SPDX-License-Identifier: Apache-2.0
// Logits that depend on nothing but five numbers, the same here and in tests/golden/given_logits.py,
// which says how they are made.

const STEP = 0x6d2b79f5;

/** Output k, counted from 0, of mulberry32 with this seed. */
function mulberry32(seed, k) {
  const state = (seed + Math.imul(k + 1, STEP)) | 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}

const mixed = (seed, window, place) =>
  seed ^ Math.imul(window, 0x9e3779b1) ^ Math.imul(place, 0x85ebca6b);

/** [tokens, labels]; `outside` is the id of O, or -1. */
export function givenLogits({ seed, window, tokens, labels, outside }) {
  const logits = new Float32Array(tokens * labels);
  for (let place = 0; place < tokens; place++) {
    const own = mixed(seed, window, place);
    const run = mixed(seed, window, 100_000 + Math.floor(place / 3));
    const source = mulberry32(own, 1) % 4 === 0 ? own : run;
    let liked = mulberry32(source, 2) % labels;
    if (outside >= 0 && mulberry32(source, 3) % 100 < 40) liked = outside;
    const isCoarse = mulberry32(own, 4) % 8 === 0;
    for (let label = 0; label < labels; label++) {
      let noise = (mulberry32(own, 16 + label) >>> 24) - 128;
      if (isCoarse) noise = Math.floor(noise / 64) * 64;
      if (label === liked) noise += (mulberry32(own, 5) % 5) * 64;
      logits[place * labels + label] = noise / 64;
    }
  }
  return logits;
}
