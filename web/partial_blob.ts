// SPDX-License-Identifier: Apache-2.0

import type { PartialFile } from "../wasm/js/hub/download.js";

/** Bytes kept as arrays before they become a Blob, which the browser keeps outside of this memory. */
const most = 16 * 2 ** 20;

/** A file while it is downloaded. */
export class PartialBlob implements PartialFile {
  #size = 0;
  #blobs: Blob[] = [];
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  #loose = 0;

  get size(): number {
    return this.#size;
  }

  async *content(): AsyncGenerator<Uint8Array> {
    const reader = this.blob().stream().getReader();
    for (let each = await reader.read(); !each.done; each = await reader.read()) yield each.value;
  }

  append(bytes: Uint8Array): Promise<void> {
    this.#chunks.push(bytes as Uint8Array<ArrayBuffer>);
    this.#size += bytes.length;
    this.#loose += bytes.length;
    if (this.#loose >= most) this.#settle();
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.#size = this.#loose = 0;
    this.#blobs = [];
    this.#chunks = [];
    return Promise.resolve();
  }

  blob(): Blob {
    this.#settle();
    return new Blob(this.#blobs);
  }

  #settle(): void {
    if (this.#chunks.length > 0) this.#blobs.push(new Blob(this.#chunks));
    this.#chunks = [];
    this.#loose = 0;
  }
}
