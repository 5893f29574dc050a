// SPDX-License-Identifier: Apache-2.0

/** Longest time, in ms, that a loop of computations keeps a cancel message waiting between two of them. */
const interval = 20;

/**
 * Lets a loop of long synchronous computations in a worker be cancelled: awaiting a settled promise
 * does not let the event loop deliver messages, a timer does, and a timer per step would cost more
 * than a short step.
 */
export class Pacer {
  #last = performance.now();

  /** Throws the signal's reason where it is aborted. */
  async pause(signal: AbortSignal): Promise<void> {
    if (performance.now() - this.#last >= interval) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.#last = performance.now();
    }
    signal.throwIfAborted();
  }
}
