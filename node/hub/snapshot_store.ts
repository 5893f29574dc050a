// SPDX-License-Identifier: Apache-2.0

import type { Fetching, FileStore, StoredFile } from "../../wasm/js/files/remote_files.js";
import type { HttpClient } from "../../wasm/js/hub/http.js";
import type { RemoteFile } from "../../wasm/js/hub/remote_file.js";
import type { Repository } from "../../wasm/js/hub/repository.js";
import { openFile, openFolder } from "../files/folder.js";
import type { CacheFolder } from "./cache_folder.js";
import type { FetchContext } from "./fetch_context.js";
import { fetchFile, isCached } from "./fetch_file.js";
import { unwritable } from "./partial_blob.js";

export interface SnapshotOptions {
  /** The model's, for messages. */
  name: string;
  http: HttpClient;
  cache: CacheFolder;
  /** Whether the cache's shared blobs are used. */
  sharing: boolean;
  /** Names the snapshot in the cache. */
  commit: string;
  subject: Repository["subject"];
  /** Milliseconds, after which another process's beginning may be taken over. */
  lease: number;
  /** Called once all the files that were asked for together are there. */
  onComplete: () => Promise<void>;
}

/** One commit of a model in the cache, which is shared with other processes. */
export class SnapshotStore implements FileStore {
  readonly #options: SnapshotOptions;
  /** Files that were found to be there and right. */
  readonly #found = new Set<string>();

  constructor(options: SnapshotOptions) {
    this.#options = options;
  }

  async find(file: RemoteFile, signal: AbortSignal): Promise<StoredFile | undefined> {
    const { path } = file;
    const context = this.#context(path, { signal, onBytes: () => undefined });
    if (this.#found.has(path)) return this.#stored(path);
    return (await this.#write(isCached(file, context))) ? this.#stored(path) : undefined;
  }

  async fetch(file: RemoteFile, fetching: Fetching): Promise<StoredFile> {
    await this.#write(fetchFile(file, this.#context(file.path, fetching)));
    return this.#stored(file.path);
  }

  complete(): Promise<void> {
    return this.#write(this.#options.onComplete());
  }

  /** What the system says of the cache, as an error that says which cache. */
  async #write<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      const { syscall, path = this.#options.cache.folder } = error as NodeJS.ErrnoException;
      throw syscall === undefined ? error : unwritable(path, error);
    }
  }

  #context(path: string, { signal, onBytes }: Fetching): FetchContext {
    const { http, cache, sharing, commit, lease, subject } = this.#options;
    return { http, cache, sharing, commit, subject: subject(path), signal, lease, onBytes };
  }

  #stored(path: string): StoredFile {
    const { name, cache, commit } = this.#options;
    this.#found.add(path);
    return {
      read: async (options) => (await openFolder(cache.snapshot(commit))).read(path, options),
      // By the blob's own name: it stays the same file when a new commit has it, too.
      open: async () => {
        const file = (await cache.locate(commit, path)) ?? cache.pointer(commit, path);
        return openFile(file, `${name}/${path}`);
      },
    };
  }
}
