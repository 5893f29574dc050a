// SPDX-License-Identifier: Apache-2.0

/**
 * Counts the requests of the page and of its workers. The page's own are in its resource timing; those
 * of workers are not, so the service worker, which sees them, reports them.
 */
export class RequestCounter {
  #count = 0;
  #since = 0;
  readonly #show: (count: number) => void;

  constructor(show: (count: number) => void) {
    this.#show = show;
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) if (startTime >= this.#since) this.#add();
    }).observe({ type: "resource" });
    // Pages that are not secure have none.
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (data === "worker-request") this.#add();
    });
  }

  /** Counts from now on. */
  reset(): void {
    this.#since = performance.now();
    this.#count = 0;
    this.#show(0);
  }

  #add(): void {
    this.#show(++this.#count);
  }
}
