// SPDX-License-Identifier: Apache-2.0

import type { RandomAccess } from "../wasm/js/base/random_access.js";
import { BlobAccess, readAll } from "../wasm/js/files/blob_files.js";
import type { ReopenOptions } from "../wasm/js/files/model_files.js";
import type { Fetching, FileStore, StoredFile } from "../wasm/js/files/remote_files.js";
import { download } from "../wasm/js/hub/download.js";
import type { HttpClient } from "../wasm/js/hub/http.js";
import { isNamed } from "../wasm/js/hub/remote_file.js";
import type { RemoteFile } from "../wasm/js/hub/remote_file.js";
import type { Repository } from "../wasm/js/hub/repository.js";
import { blobKey } from "./blob_cache.js";
import type { BlobCache } from "./blob_cache.js";
import { PartialBlob } from "./partial_blob.js";

export interface BlobStoreOptions {
  /** Names the model in errors. */
  name: string;
  http: HttpClient;
  repository: Repository;
  cache: BlobCache;
  /** Called with the files that were asked for together, once all are there. */
  onComplete?: (files: readonly RemoteFile[]) => Promise<void>;
}

/** A model's files as Blobs, which are kept under their hashes where the browser keeps anything. */
export class BlobStore implements FileStore {
  readonly #options: BlobStoreOptions;
  /** Where nothing can be kept, and until a file that was opened is closed, they are here. */
  readonly #blobs = new Map<string, Blob>();
  /** What prefetch() reads, until it is asked for. */
  readonly #early = new Map<string, BlobAccess>();
  /** Look-ups in the cache that are on their way. */
  readonly #finding = new Map<string, Promise<Blob | undefined>>();
  /** Those that are in the cache, too. */
  readonly #kept = new Map<string, RemoteFile>();
  /** Those that are damaged there. */
  readonly #damaged = new Set<string>();

  constructor(options: BlobStoreOptions) {
    this.#options = options;
  }

  async find(file: RemoteFile): Promise<StoredFile | undefined> {
    const blob = this.#blobs.get(file.path) ?? (await this.#inCache(file));
    return blob && this.#stored(file, blob);
  }

  /** Begins to read a file that will be asked for, where it is in the cache. */
  async prefetch(file: RemoteFile): Promise<void> {
    const blob = await this.#inCache(file);
    if (blob === undefined) return;
    const access = new BlobAccess(blob, this.#where(file));
    this.#early.set(file.path, access);
    // Whoever asks for it hears of an error.
    await access.read(0, Math.min(1, access.size), new AbortController().signal).catch(() => 0);
  }

  async fetch(file: RemoteFile, { signal, onBytes }: Fetching): Promise<StoredFile> {
    const { http, repository, cache } = this.#options;
    const partial = new PartialBlob();
    const subject = repository.subject(file.path);
    await download(file, partial, { http, subject, signal, onBytes });
    const blob = partial.blob();
    if (isNamed(file)) await cache.put(blobKey(file.key), blob);
    return this.#stored(file, blob);
  }

  /** Hashing all of it would take longer than loading it, and a browser seldom spoils what it keeps. */
  async recheck(signal: AbortSignal): Promise<boolean> {
    for (const [path, file] of this.#kept) {
      const blob = this.#blobs.get(path) ?? (await this.#inCache(file));
      if (blob === undefined || (await this.#isRight(file, blob, signal))) continue;
      this.#damaged.add(path);
      this.#early.delete(path);
      this.#kept.delete(path);
      this.#blobs.delete(path);
    }
    return this.#damaged.size > 0;
  }

  async #isRight({ digest }: RemoteFile, blob: Blob, signal: AbortSignal): Promise<boolean> {
    if (digest === undefined) return true;
    const hash = this.#options.http.transport.createHash(digest.algorithm, blob.size);
    try {
      const reader = blob.stream().getReader();
      for (let each = await reader.read(); !each.done; each = await reader.read()) {
        signal.throwIfAborted();
        hash.update(each.value);
      }
    } catch {
      signal.throwIfAborted();
      return false;
    }
    return (await hash.digest()) === digest.hex;
  }

  async complete(files: readonly RemoteFile[]): Promise<void> {
    await this.#options.onComplete?.(files);
  }

  #inCache(file: RemoteFile): Promise<Blob | undefined> {
    const { path } = file;
    const finding =
      this.#finding.get(path) ?? this.#match(file).finally(() => this.#finding.delete(path));
    this.#finding.set(path, finding);
    return finding;
  }

  async #match(file: RemoteFile): Promise<Blob | undefined> {
    const { cache } = this.#options;
    if (this.#damaged.has(file.path)) return undefined;
    const blob = isNamed(file) ? await cache.match(blobKey(file.key)) : undefined;
    if (blob === undefined || blob.size !== (file.size ?? blob.size)) return undefined;
    this.#kept.set(file.path, file);
    return blob;
  }

  #stored(file: RemoteFile, blob: Blob): StoredFile {
    const { path } = file;
    this.#blobs.set(path, blob);
    const access = (): BlobAccess => {
      const early = this.#early.get(path);
      this.#early.delete(path);
      return early ?? new BlobAccess(blob, this.#where(file));
    };
    return {
      read: (options) => readAll(access(), path, options),
      open: (options) => Promise.resolve(this.#open(file, access(), options)),
    };
  }

  #where({ path }: RemoteFile): string {
    return `${this.#options.name}/${path}`;
  }

  #open(file: RemoteFile, access: BlobAccess, options: ReopenOptions): RandomAccess {
    const { size, identity } = access;
    return {
      size,
      identity,
      read: (begin, end, signal) => access.read(begin, end, signal),
      close: async () => {
        // Weights, which are in the backend now.
        const isOver =
          options.again !== true || this.#kept.has(file.path) || (await this.#inCache(file));
        if (isOver) this.#blobs.delete(file.path);
        await access.close();
      },
    };
  }
}
