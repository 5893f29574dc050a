// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backends/backend.js";
import { hasCode } from "../base/errors.js";
import type { NerError } from "../base/errors.js";
import type { BackendName } from "../base/types.js";
import type { Windows } from "../core/core_handle.js";

/** Loads the backend that takes over; `error` is why. */
export type TakeOver = (error: NerError, signal: AbortSignal) => Promise<Backend>;

/**
 * A backend that may be lost, as a GPU is when its driver restarts, and the one that then takes over:
 * the call during which it happens is repeated there, and all later ones are made there.
 *
 *     const backend = new FailoverBackend(webgpu, () => loadWasm());
 */
export class FailoverBackend implements Backend {
  readonly maxTokens: number | undefined;
  readonly #takeOver: TakeOver;
  #current: Backend;
  #hasFailed = false;

  constructor(first: Backend, takeOver: TakeOver) {
    this.#current = first;
    this.maxTokens = first.maxTokens;
    this.#takeOver = takeOver;
  }

  get name(): BackendName {
    return this.#current.name;
  }

  async forward(windows: Windows, signal: AbortSignal): Promise<Float32Array> {
    try {
      return await this.#current.forward(windows, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (this.#hasFailed || !hasCode(error, "backend")) throw error;
      const lost = this.#current;
      this.#current = await this.#takeOver(error, signal);
      this.#hasFailed = true;
      await lost.dispose().catch(() => undefined); // it was lost: what it says now is of no use
    }
    return this.#current.forward(windows, signal);
  }

  dispose(): Promise<void> {
    return this.#current.dispose();
  }
}
