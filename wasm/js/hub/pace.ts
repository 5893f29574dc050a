// SPDX-License-Identifier: Apache-2.0

import type { Transport } from "./transport.js";

/**
 * Whether a server sends fast enough. Only the time that was waited for it counts, and only whole
 * windows of it: a slow line is no fault, a byte now and then is.
 */
export class Pace {
  readonly #transport: Transport;
  #waited = 0;
  #received = 0;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Waits for bytes. Rejects with a SlowError where too few came in a window. */
  async wait<T>(bytes: Promise<T>, lengthOf: (bytes: T) => number): Promise<T> {
    const { limits } = this.#transport;
    const begin = this.#transport.now();
    const result = await bytes;
    this.#waited += this.#transport.now() - begin;
    this.#received += lengthOf(result);
    if (this.#waited < limits.window) return result;
    if (this.#received < limits.leastBytes) {
      throw new SlowError(`${this.#received} bytes in ${Math.round(this.#waited)} ms`);
    }
    this.#waited = this.#received = 0;
    return result;
  }
}

/** A server sends so little that nobody would live to see the end. */
export class SlowError extends Error {}
