// SPDX-License-Identifier: Apache-2.0

import type { DownloadTotals, Progress } from "../../wasm/js/base/types.js";
import { eraseLine } from "./terminal.js";

/** One line on a terminal while a model loads or is converted; nothing where the stream is no terminal. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show({ phase, file, loaded, total, overall }: Progress): void {
    const sizes = { loaded, total };
    if (phase === "download")
      this.#write(downloadBar(file, overall ?? { ...sizes, bytes_per_second: 0 }));
    else if (phase === "read") this.percent(`Loading ${file}`, loaded, total);
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

const barWidth = 24;

/** `[########----------------]  33 %  12.3 of 37.0 MB  5.1 MB/s  model.safetensors` */
function downloadBar(
  file: string,
  { loaded, total, bytes_per_second: rate }: DownloadTotals,
): string {
  const part = total === 0 ? 1 : Math.min(1, loaded / total);
  const full = Math.floor(part * barWidth);
  const bar = "#".repeat(full) + "-".repeat(barWidth - full);
  const percent = String(Math.floor(100 * part)).padStart(3);
  const sizes = `${megabytes(loaded)} of ${megabytes(total)} MB`;
  return `[${bar}] ${percent} %  ${sizes}  ${megabytes(rate)} MB/s  ${file}`;
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
