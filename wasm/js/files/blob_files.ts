// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../base/call_context.js";
import { ModelFileError } from "../base/errors.js";
import { checkFileSize } from "../base/file_limits.js";
import type { RandomAccess } from "../base/random_access.js";
import { mostPointerBytes, refusePointer } from "./lfs_pointer.js";
import type { ModelFiles } from "./model_files.js";

/** A model of files that the caller has, read by slices, so that none is in memory as a whole. */
export function blobFiles(name: string, files: ReadonlyMap<string, Blob>): ModelFiles {
  const blobOf = (file: string): Blob => {
    const blob = files.get(file);
    if (blob !== undefined) return blob;
    throw new ModelFileError(`expected ${file} in the model ${name}, found no such file`);
  };
  return {
    name,
    revision: undefined,
    fetch: () => Promise.resolve(),
    has: (file) => Promise.resolve(files.has(file)),
    sizeOf: (file) => Promise.resolve(files.get(file)?.size),
    read: async (file, options) => readBlob(blobOf(file), `${name}/${file}`, file, options),
    open: async (file) => Promise.resolve(new BlobAccess(blobOf(file), `${name}/${file}`)),
  };
}

/** All of it, reported as read. */
export async function readBlob(
  blob: Blob,
  where: string,
  file: string,
  { signal, onProgress }: CallContext,
): Promise<Uint8Array> {
  checkFileSize(file, blob.size, where.slice(0, -file.length - 1));
  return readAll(new BlobAccess(blob, where), file, { signal, onProgress });
}

export async function readAll(
  access: BlobAccess,
  file: string,
  { signal, onProgress }: CallContext,
): Promise<Uint8Array> {
  const { size } = access;
  const bytes = await access.read(0, size, signal);
  onProgress({ phase: "read", file, loaded: size, total: size });
  return bytes;
}

/** Bytes read at once where less is asked for: weights are read in order, and each call costs. */
const readAhead = 16 * 2 ** 20;

export class BlobAccess implements RandomAccess {
  readonly size: number;
  /** A Blob has none, and a File's name and time are not its content. */
  readonly identity = undefined;
  readonly #blob: Blob;
  readonly #where: string;
  #begin = 0;
  #end = 0;
  /** What is between them; a read that comes meanwhile waits for the same. */
  #bytes: Promise<Uint8Array> = Promise.resolve(new Uint8Array());

  constructor(blob: Blob, where: string) {
    this.size = blob.size;
    this.#blob = blob;
    this.#where = where;
  }

  async read(begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted();
    if (begin < this.#begin || end > this.#end) {
      this.#begin = begin;
      this.#end = Math.min(this.size, Math.max(end, begin + readAhead));
      this.#bytes = this.#slice(this.#begin, this.#end);
    }
    const first = this.#begin;
    const bytes = await this.#bytes;
    signal.throwIfAborted();
    return bytes.subarray(begin - first, end - first);
  }

  close(): Promise<void> {
    this.#begin = this.#end = 0;
    this.#bytes = Promise.resolve(new Uint8Array());
    return Promise.resolve();
  }

  /** A file on the disk may have changed or gone since it was chosen. */
  async #slice(begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    try {
      if (this.size < mostPointerBytes) refusePointer(await this.#blob.text(), this.#where);
      return new Uint8Array(await this.#blob.slice(begin, end).arrayBuffer());
    } catch (cause) {
      if (cause instanceof ModelFileError) throw cause;
      throw new ModelFileError(`expected to read ${this.#where}, found ${String(cause)}`, {
        cause,
      });
    }
  }
}
