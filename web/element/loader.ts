// SPDX-License-Identifier: Apache-2.0

import type { Progress } from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { SharedModels } from "./shared_models.js";
import type { Lease } from "./shared_models.js";
import { isSame, nameOf } from "./wanted.js";
import type { Wanted } from "./wanted.js";

/** Those of a page. */
const pageModels = new SharedModels();

interface Loading {
  readonly lease: Lease;
  /** Who still wants to know. */
  waiting: number;
}

/**
 * Holds one element's model, or the promise of it: whoever asks for the same gets the same. The model
 * before stays until the next one is loaded, and where that fails it stays altogether. A signal ends
 * one caller's waiting; the loading itself is given up when nobody waits for it any more, or when
 * something else is asked for.
 */
export class Loader {
  readonly #models: SharedModels;
  #held: Lease | undefined;
  #loading: Loading | undefined;

  constructor(models: SharedModels = pageModels) {
    this.#models = models;
  }

  /** What is loaded. */
  get held(): Wanted | undefined {
    return this.#held?.wanted;
  }

  async load(
    wanted: Wanted,
    signal: AbortSignal | undefined,
    onProgress: (progress: Progress) => void,
  ): Promise<TokenClassifier> {
    signal?.throwIfAborted();
    const isHeld = this.#held !== undefined && isSame(this.#held.wanted, wanted);
    const before = this.#loading;
    if (before !== undefined && (isHeld || !isSame(before.lease.wanted, wanted))) {
      this.#leave(before, leftFor(before.lease.wanted, wanted));
    }
    if (isHeld && this.#held !== undefined) return this.#held.promise;
    this.#loading ??= { lease: this.#models.lease(wanted, onProgress), waiting: 0 };
    return this.#wait(this.#loading, signal);
  }

  /** Ends what is loaded, as its worker is dead: the next load() makes another. */
  forget(): void {
    this.#held?.forget();
    this.#held?.release();
    this.#held = undefined;
  }

  /** Gives up what is loaded, and what is loading. */
  dispose(reason: Error): void {
    if (this.#loading !== undefined) this.#leave(this.#loading, reason);
    this.#held?.release(reason);
    this.#held = undefined;
  }

  async #wait(loading: Loading, signal: AbortSignal | undefined): Promise<TokenClassifier> {
    const { lease } = loading;
    loading.waiting++;
    let stop = (): void => undefined;
    const stopped = new Promise<never>((_, reject) => {
      stop = () => {
        reject(signal?.reason as Error);
      };
    });
    signal?.addEventListener("abort", stop);
    try {
      const classifier = await Promise.race([lease.promise, stopped]);
      if (this.#loading === loading) {
        this.#held?.release();
        this.#held = lease;
        this.#loading = undefined;
      }
      return classifier;
    } finally {
      signal?.removeEventListener("abort", stop);
      loading.waiting--;
      // By now a computation that replaced the aborted one waits for the same model.
      if (loading.waiting === 0 && this.#loading === loading) {
        this.#leave(loading, abortError("Nobody waits for the model any more."));
      }
    }
  }

  #leave(loading: Loading, reason: Error): void {
    if (this.#loading === loading) this.#loading = undefined;
    loading.lease.release(reason);
  }
}

/** What ends something on purpose, with words for people. */
export function abortError(message: string): DOMException {
  return new DOMException(message, "AbortError");
}

export function isAbortError(error: unknown): error is Error {
  return error instanceof Error && error.name === "AbortError";
}

function leftFor(before: Wanted, next: Wanted): DOMException {
  const [a, b] = [nameOf(before), nameOf(next)];
  const why = a === b ? "it was asked for with other options" : `${b} was asked for`;
  return abortError(`Loading ${a} was left, because ${why}.`);
}
