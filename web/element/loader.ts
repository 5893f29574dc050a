// SPDX-License-Identifier: Apache-2.0

import type { TokenClassifier } from "../../wasm/js/classifier.js";
import type { PipelineOptions, Progress } from "../../wasm/js/types.js";
import type { LoadPipeline, WidgetModel } from "./types.js";

/** What decides which model is loaded, and how. */
export interface Wanted {
  readonly pipeline: LoadPipeline;
  readonly model: WidgetModel;
  readonly options: PipelineOptions;
}

/**
 * Holds one loaded model, or the promise of it: whoever asks for the same gets the same, and what was
 * loaded before is disposed when something else is wanted.
 */
export class Loader {
  #wanted: Wanted | undefined;
  #loading: Promise<TokenClassifier> | undefined;
  #abort = new AbortController();

  load(
    wanted: Wanted,
    signal: AbortSignal | undefined,
    onProgress: (progress: Progress) => void,
  ): Promise<TokenClassifier> {
    if (this.#loading !== undefined && isSame(this.#wanted, wanted)) return this.#loading;
    this.dispose();
    const abort = new AbortController();
    const signals = [abort.signal, wanted.options.signal, signal].filter((each) => each != null);
    const loading = wanted.pipeline("token-classification", wanted.model, {
      ...wanted.options,
      signal: AbortSignal.any(signals),
      progress_callback: (progress) => {
        onProgress(progress);
        wanted.options.progress_callback?.(progress);
      },
    });
    this.#wanted = wanted;
    this.#abort = abort;
    this.#loading = loading;
    // What failed is tried anew by the next who asks.
    loading.catch(() => {
      if (this.#loading === loading) this.#loading = undefined;
    });
    return loading;
  }

  /** Ends a worker, or the loading of it. */
  dispose(): void {
    const loading = this.#loading;
    this.#loading = undefined;
    this.#abort.abort();
    loading?.then(
      (classifier) => classifier.dispose(),
      () => undefined, // whoever asked for it has been told
    );
  }
}

function isSame(a: Wanted | undefined, b: Wanted): boolean {
  return a?.pipeline === b.pipeline && a.model === b.model && a.options === b.options;
}
