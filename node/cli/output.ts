// SPDX-License-Identifier: Apache-2.0

import { once } from "node:events";

/** Standard output with back-pressure; a reader that went away is an ordinary end. */
export class Output {
  readonly #stream: NodeJS.WriteStream;
  readonly #closed = new AbortController();

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
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

  async line(text: string): Promise<void> {
    this.closed.throwIfAborted();
    if (!this.#stream.write(`${text}\n`))
      await once(this.#stream, "drain", { signal: this.closed });
  }
}
