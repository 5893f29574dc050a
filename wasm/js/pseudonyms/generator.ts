// SPDX-License-Identifier: Apache-2.0

/** Numbers without end from at least 16 bytes, the same from the same bytes: sfc32 of PractRand. */
export class Generator {
  readonly #state: Uint32Array;

  constructor(seed: Uint8Array) {
    this.#state = new Uint32Array(seed.slice(0, 16).buffer);
    this.#state[3] = 1;
    for (let round = 0; round < 12; ++round) this.#next();
  }

  /** One of a list. */
  pick(list: readonly string[]): string {
    return list[this.#next() % list.length] ?? "";
  }

  #next(): number {
    const [a = 0, b = 0, c = 0, count = 0] = this.#state;
    const sum = (a + b + count) >>> 0;
    this.#state[0] = b ^ (b >>> 9);
    this.#state[1] = c + (c << 3);
    this.#state[2] = ((c << 21) | (c >>> 11)) + sum;
    this.#state[3] = count + 1;
    return sum;
  }
}
