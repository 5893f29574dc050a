// SPDX-License-Identifier: Apache-2.0

import type { PipelineOptions, Progress } from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import type { LoadPipeline, WidgetModel } from "./types.js";

/** What decides which model is loaded, and how. */
export interface Wanted {
  readonly pipeline: LoadPipeline;
  readonly model: WidgetModel;
  readonly options: PipelineOptions;
}

interface Load {
  readonly wanted: Wanted;
  readonly promise: Promise<TokenClassifier>;
  readonly abort: AbortController;
  /** Who still wants to know. */
  waiting: number;
}

/**
 * Holds one loaded model, or the promise of it: whoever asks for the same gets the same, and what was
 * loaded before is disposed when something else is wanted. A signal ends one caller's waiting; the
 * loading itself ends when nobody waits for it any more.
 */
export class Loader {
  #load: Load | undefined;

  async load(
    wanted: Wanted,
    signal: AbortSignal | undefined,
    onProgress: (progress: Progress) => void,
  ): Promise<TokenClassifier> {
    signal?.throwIfAborted();
    if (this.#load === undefined || !isSame(this.#load.wanted, wanted)) {
      this.dispose();
      this.#load = this.#begin(wanted, onProgress);
    }
    return this.#wait(this.#load, signal);
  }

  /** Ends a worker, or the loading of it. */
  dispose(): void {
    const load = this.#load;
    this.#load = undefined;
    load?.abort.abort();
    load?.promise.then(
      (classifier) => classifier.dispose(),
      () => undefined, // whoever asked for it has been told
    );
  }

  #begin(wanted: Wanted, onProgress: (progress: Progress) => void): Load {
    const { pipeline, model, options } = wanted;
    const abort = new AbortController();
    const { signal } = abort;
    const promise = pipeline("token-classification", model, {
      ...options,
      signal: options.signal == null ? signal : AbortSignal.any([signal, options.signal]),
      progress_callback: (progress) => {
        onProgress(progress);
        options.progress_callback?.(progress);
      },
    });
    const load = { wanted, promise, abort, waiting: 0 };
    // What failed is tried anew by the next who asks.
    promise.catch(() => {
      if (this.#load === load) this.#load = undefined;
    });
    return load;
  }

  async #wait(load: Load, signal: AbortSignal | undefined): Promise<TokenClassifier> {
    load.waiting++;
    let stop = (): void => undefined;
    const stopped = new Promise<never>((_, reject) => {
      stop = () => {
        reject(signal?.reason as Error);
      };
    });
    let isLoaded = false;
    signal?.addEventListener("abort", stop);
    try {
      const classifier = await Promise.race([load.promise, stopped]);
      isLoaded = true;
      return classifier;
    } finally {
      signal?.removeEventListener("abort", stop);
      load.waiting--;
      // By now a computation that replaced the aborted one waits for the same model.
      if (!isLoaded && load.waiting === 0 && this.#load === load) this.dispose();
    }
  }
}

function isSame(a: Wanted, b: Wanted): boolean {
  return a.pipeline === b.pipeline && a.model === b.model && a.options === b.options;
}
