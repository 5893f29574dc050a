// SPDX-License-Identifier: Apache-2.0

import type { Failure, Outcome, Writer } from "../formats/record.js";
import type { Output } from "./output.js";

/** Where results go, in their order. */
export interface Sink {
  /** Resolves with what went wrong with this result alone. */
  write(outcome: Outcome): Promise<Failure | undefined>;
  /** After the last result. */
  end(): Promise<void>;
}

/** A form of output into a stream. */
export class FormSink implements Sink {
  readonly #writer: Writer;
  readonly #output: Output;
  #hasBegun = false;

  constructor(writer: Writer, output: Output) {
    this.#writer = writer;
    this.#output = output;
  }

  async write(outcome: Outcome): Promise<undefined> {
    await this.#begin();
    await this.#output.write(this.#writer.write(outcome));
  }

  async end(): Promise<void> {
    await this.#begin();
    await this.#output.write(this.#writer.tail ?? "");
  }

  async #begin(): Promise<void> {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    await this.#output.write(this.#writer.head ?? "");
  }
}
