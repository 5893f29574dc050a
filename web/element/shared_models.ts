// SPDX-License-Identifier: Apache-2.0

import type { Progress } from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { isSame } from "./wanted.js";
import type { Wanted } from "./wanted.js";

interface Shared {
  readonly wanted: Wanted;
  readonly promise: Promise<TokenClassifier>;
  readonly abort: AbortController;
  readonly leases: Set<Listener>;
  readonly told: Told;
}

/** How far loading is, for whoever joins. */
interface Told {
  progress: Progress | undefined;
}

/** Who is told of a model's progress. */
interface Listener {
  readonly wanted: Wanted;
  readonly onProgress: (progress: Progress) => void;
}

/** One user's share of a model. */
export interface Lease {
  readonly wanted: Wanted;
  /** Rejects where loading fails, and with `reason` once this lease is given up. */
  readonly promise: Promise<TokenClassifier>;
  /** Gives it up: what was the last lease ends the loading, or the worker. */
  release(reason?: Error): void;
  /** Keeps the model from whoever asks next, because its worker is dead. */
  forget(): void;
}

/**
 * The models of all elements of a page: elements that want the same share one worker and one model,
 * which ends when the last of them gives it up. A model that did not load is not kept: whoever asks
 * next tries anew.
 *
 *     const a = models.lease(wanted, onProgress);
 *     const b = models.lease(wanted, onProgress);   // the same worker
 *     a.release();                                  // b goes on
 *     b.release();                                  // now the worker ends
 */
export class SharedModels {
  readonly #all = new Set<Shared>();

  lease(wanted: Wanted, onProgress: (progress: Progress) => void): Lease {
    const known = [...this.#all].find((each) => isSame(each.wanted, wanted));
    const shared = known ?? this.#begin(wanted);
    const listener = { wanted, onProgress };
    shared.leases.add(listener);
    if (shared.told.progress !== undefined) onProgress(shared.told.progress);
    const left = new AbortController();
    const whenLeft = new Promise<never>((_, reject) => {
      left.signal.addEventListener("abort", () => {
        reject(left.signal.reason as Error);
      });
    });
    const promise = Promise.race([shared.promise, whenLeft]);
    promise.catch(() => undefined); // nobody may be waiting
    return {
      wanted,
      promise,
      release: (reason = new DOMException("The model was given up.", "AbortError")) => {
        left.abort(reason);
        this.#leave(shared, listener, reason);
      },
      forget: () => {
        this.#all.delete(shared);
      },
    };
  }

  #begin(wanted: Wanted): Shared {
    const { pipeline, model, options } = wanted;
    const abort = new AbortController();
    const { signal } = abort;
    const leases = new Set<Listener>();
    const told: Told = { progress: undefined };
    const promise = pipeline("token-classification", model, {
      ...options,
      signal: options.signal == null ? signal : AbortSignal.any([signal, options.signal]),
      progress_callback: (progress) => {
        told.progress = progress;
        for (const each of leases) {
          each.onProgress(progress);
          each.wanted.options.progress_callback?.(progress);
        }
      },
    });
    const shared: Shared = { wanted, promise, abort, leases, told };
    this.#all.add(shared);
    promise.catch(() => this.#all.delete(shared));
    return shared;
  }

  #leave(shared: Shared, listener: Listener, reason: Error): void {
    if (!shared.leases.delete(listener) || shared.leases.size > 0) return;
    this.#all.delete(shared);
    shared.abort.abort(reason);
    shared.promise.then(
      (classifier) => classifier.dispose(),
      () => undefined, // whoever asked for it has been told
    );
  }
}
