// SPDX-License-Identifier: Apache-2.0

import type { Progress } from "../../wasm/js/types.js";

const eraseLine = "\r\x1b[K";

/** One line on a terminal while a model loads; nothing where the stream is no terminal. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show({ phase, file, loaded, total }: Progress): void {
    if (!this.#stream.isTTY || phase === "ready") return;
    const percent = total === 0 ? 100 : Math.floor((100 * loaded) / total);
    const what = phase === "read" ? `Loading ${file} ${percent} %` : `Preparing ${file}`;
    this.#stream.write(`${eraseLine}${what}`);
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write(eraseLine);
  }
}
