// SPDX-License-Identifier: Apache-2.0

import type { NerError } from "../base/errors.js";
import type { Transport } from "./transport.js";

/** A failure that may not come again; `error` is what callers see where it does. */
export class TransientError extends Error {
  readonly error: NerError;
  /** Milliseconds that the server asks to wait. */
  readonly wait: number | undefined;
  /** Whether what little came before it is no progress. */
  readonly isSlow: boolean;

  constructor(
    error: NerError,
    { wait, isSlow = false }: { wait?: number | undefined; isSlow?: boolean } = {},
  ) {
    super(error.message, { cause: error });
    this.error = error;
    this.wait = wait;
    this.isSlow = isSlow;
  }
}

export interface RetryOptions {
  transport: Transport;
  signal: AbortSignal;
  /** Tries without progress, where not the transport's limit. */
  attempts?: number;
  /** Bytes that are there; tries are counted anew after each `leastBytes` of them. */
  progress?: () => number;
}

/** Tries until it works, fails for good, or has failed too often; waits longer each time. */
export async function retrying<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { transport, signal, progress = () => 0 } = options;
  const { limits } = transport;
  const attempts = options.attempts ?? limits.attempts;
  let failed = 0;
  let counted = progress();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof TransientError)) throw error;
      // A server that closes after every byte gets on, too, but nobody would live to see the end.
      const isOn = progress() - counted >= limits.leastBytes;
      if (isOn) counted = progress();
      failed = isOn && !error.isSlow ? 1 : failed + 1;
      const { wait = 0 } = error;
      if (failed >= attempts || wait > limits.longestWait) throw error.error;
      const delay = Math.min(limits.longestDelay, limits.firstDelay * 2 ** (failed - 1));
      // Not all clients of a server that recovers come back at the same moment.
      await transport.sleep(Math.max(wait, delay * (0.75 + 0.5 * Math.random())), signal);
    }
  }
}
