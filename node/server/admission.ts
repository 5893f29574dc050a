// SPDX-License-Identifier: Apache-2.0

import { ApiError } from "./api_error.js";

/** Bodies of the largest size that are held at a time, however many requests may wait. */
const mostBodies = 16;

/** How much a server takes at a time. */
export interface AdmissionLimits {
  /** Bytes of one request's body. */
  maxBody: number;
  /** Requests that are read, wait or run. */
  maxQueue: number;
}

/**
 * Lets requests in while there is room for them, so that memory has a bound whatever is sent: their number, and the
 * bytes of their bodies, which are counted before they are read.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  #requests = 0;
  #bytes = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /** Requests that are in. */
  get requests(): number {
    return this.#requests;
  }

  /**
   * Lets one in, and gives what lets it out again. `length` is its Content-Length; without one its body may have any
   * size. Throws an ApiError: 413 for a body that is too large, 429 where there is no room.
   */
  enter(length: string | undefined): () => void {
    const { maxBody, maxQueue } = this.#limits;
    const bytes = length === undefined ? maxBody : Number(length);
    if (bytes > maxBody) throw bodyTooLarge(maxBody);
    if (this.#requests >= maxQueue || this.#bytes + bytes > mostBodies * maxBody) {
      throw new ApiError(429, "Too many requests are waiting: try again later", {
        headers: { "retry-after": "1" },
      });
    }
    this.#requests++;
    this.#bytes += bytes;
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.#requests--;
      this.#bytes -= bytes;
    };
  }
}

export function bodyTooLarge(maxBody: number): ApiError {
  return new ApiError(413, `body: expected at most ${maxBody} bytes, found more`);
}
