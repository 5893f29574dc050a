// SPDX-License-Identifier: Apache-2.0

/** Longest time, in ms, that a loop of computations keeps a cancel message waiting between two of them. */
const interval = 20;

/**
 * Lets a loop of long synchronous computations in a worker be cancelled: awaiting a settled promise
 * does not let the event loop deliver messages, a task of its own does, and one per step would cost more
 * than a short step.
 */
export class Pacer {
  #last = performance.now();

  /** Throws the signal's reason where it is aborted. */
  async pause(signal: AbortSignal): Promise<void> {
    if (performance.now() - this.#last >= interval) {
      await nextTask();
      this.#last = performance.now();
    }
    signal.throwIfAborted();
  }
}

/** A message to oneself, as a timer waits for 1 ms in Node and for 4 in browsers once it is one of many. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
