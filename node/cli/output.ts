// SPDX-License-Identifier: Apache-2.0

import { once } from "node:events";
import type { Writable } from "node:stream";

import { onAbort } from "../../wasm/js/base/on_abort.js";

/** Standard output, or a file, with back-pressure; a reader that went away is an ordinary end. */
export class Output {
  readonly #stream: Writable;
  readonly #name: string;
  readonly #closed = new AbortController();

  /** The name is for people. */
  constructor(stream: Writable, name = "standard output") {
    this.#stream = stream;
    this.#name = name;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      this.#closed.abort(error);
    });
  }

  /** Aborted once the stream failed, with the failure as its reason. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  get isPipeClosed(): boolean {
    return (this.closed.reason as NodeJS.ErrnoException | undefined)?.code === "EPIPE";
  }

  /** What the stream failed with, in words; undefined where it did not fail, or was no longer read. */
  get problem(): string | undefined {
    const failure = this.closed.reason as NodeJS.ErrnoException | undefined;
    if (failure === undefined || this.isPipeClosed) return undefined;
    const why = failure.code === "ENOSPC" ? "no space left on device" : failure.message;
    return `expected to write to ${this.#name}, found ${why}`;
  }

  /** Waits until what was written has gone out, or cannot. */
  async end(): Promise<void> {
    if (this.closed.aborted) return;
    await new Promise<void>((resolve) => {
      onAbort(this.closed, resolve);
      this.#stream.write("", () => {
        resolve();
      });
    });
  }

  async line(text: string): Promise<void> {
    await this.write(`${text}\n`);
  }

  async write(text: string): Promise<void> {
    this.closed.throwIfAborted();
    if (text === "" || this.#stream.write(text)) return;
    await once(this.#stream, "drain", { signal: this.closed });
  }
}
