// SPDX-License-Identifier: Apache-2.0

import type { Progress } from "../../wasm/js/types.js";

const eraseLine = "\r\x1b[K";

/** One line on a terminal while a model loads or is converted; nothing where the stream is no terminal. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show({ phase, file, loaded, total }: Progress): void {
    if (phase === "read") this.percent(`Loading ${file}`, loaded, total);
    else if (phase === "compile") this.#write(`Preparing ${file}`);
  }

  /** `what`, and how much of it is done. */
  percent(what: string, done: number, total: number): void {
    this.#write(`${what} ${total === 0 ? 100 : Math.floor((100 * done) / total)} %`);
  }

  clear(): void {
    this.#write("");
  }

  #write(text: string): void {
    if (this.#stream.isTTY) this.#stream.write(`${eraseLine}${text}`);
  }
}
