// SPDX-License-Identifier: Apache-2.0

import type { DownloadTotals, Progress } from "../base/types.js";
import type { Transport } from "./transport.js";

/** Milliseconds over which the rate is the mean. */
const window = 3000;

/**
 * Counts the bytes of all files that one model's download fetches, and reports them, at most once an
 * interval and always when a file is complete.
 */
export class Totals {
  readonly #transport: Transport;
  readonly #files = new Map<string, { loaded: number; total: number }>();
  /** Bytes that came, since the time that an entry says. */
  readonly #arrivals: { time: number; bytes: number }[] = [];
  #reported = -Infinity;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** A file that will be fetched. */
  expect(file: string, total: number): void {
    if (!this.#files.has(file)) this.#files.set(file, { loaded: 0, total });
  }

  /** `loaded` bytes of the file are there, `received` of which have come just now. */
  report(
    file: string,
    { loaded, received }: { loaded: number; received: number },
    onProgress: (progress: Progress) => void,
  ): void {
    const now = this.#transport.now();
    const total = Math.max(loaded, this.#files.get(file)?.total ?? 0);
    this.#files.set(file, { loaded, total });
    if (received > 0) this.#arrivals.push({ time: now, bytes: received });
    if (now - this.#reported < this.#transport.limits.report) return;
    this.#send(file, now, onProgress);
  }

  /** The file is there and right. */
  finish(file: string, onProgress: (progress: Progress) => void): void {
    const { loaded } = this.#files.get(file) ?? { loaded: 0 };
    this.#files.set(file, { loaded, total: loaded });
    this.#send(file, this.#transport.now(), onProgress);
  }

  #send(file: string, now: number, onProgress: (progress: Progress) => void): void {
    this.#reported = now;
    const { loaded, total } = this.#files.get(file) ?? { loaded: 0, total: 0 };
    onProgress({ phase: "download", file, loaded, total, overall: this.#overall(now) });
  }

  #overall(now: number): DownloadTotals {
    const stale = this.#arrivals.findIndex(({ time }) => now - time <= window);
    this.#arrivals.splice(0, Math.max(0, stale));
    let loaded = 0;
    let total = 0;
    for (const file of this.#files.values()) {
      loaded += file.loaded;
      total += file.total;
    }
    const bytes = this.#arrivals.reduce((sum, each) => sum + each.bytes, 0);
    const elapsed = now - (this.#arrivals[0]?.time ?? now);
    return {
      loaded,
      total,
      bytes_per_second: elapsed > 0 ? Math.round((1000 * bytes) / elapsed) : 0,
    };
  }
}
