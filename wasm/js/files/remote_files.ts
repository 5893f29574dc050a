// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../base/call_context.js";
import { ModelFileError, OfflineError } from "../base/errors.js";
import { checkFileSize } from "../base/file_limits.js";
import type { RandomAccess } from "../base/random_access.js";
import type { RemoteFile } from "../hub/remote_file.js";
import type { Repository } from "../hub/repository.js";
import { Totals } from "../hub/totals.js";
import type { Transport } from "../hub/transport.js";
import type { ModelFiles, ReopenOptions } from "./model_files.js";

/** One download, from the store's point of view. */
export interface Fetching {
  signal: AbortSignal;
  /** Bytes that are there, and how many of them have come just now. */
  onBytes: (loaded: number, received: number) => void;
}

/** A file that a store has. */
export interface StoredFile {
  read(options: CallContext): Promise<Uint8Array>;
  open(options: ReopenOptions): Promise<RandomAccess>;
}

/** Where a host keeps the files of one model. */
export interface FileStore {
  /** The file as it is published; undefined where the store has no such one. */
  find(file: RemoteFile, signal: AbortSignal): Promise<StoredFile | undefined>;
  /** Downloads the file into the store. */
  fetch(file: RemoteFile, fetching: Fetching): Promise<StoredFile>;
  /** As ModelFiles has it. */
  recheck?(signal: AbortSignal): Promise<boolean>;
  /** Called with the files that were asked for together, once all are there. */
  complete(files: readonly RemoteFile[]): Promise<void>;
}

export interface RemoteModel {
  /** For messages and `info()`. */
  name: string;
  repository: Repository;
  store: FileStore;
  transport: Transport;
  /** Why only the store is used: ends a sentence. Undefined where the network is. */
  offline?: string | undefined;
}

/** A model whose files are fetched into a store when they are needed, and read from there. */
export class RemoteFiles implements ModelFiles {
  readonly name: string;
  readonly revision: string | undefined;
  readonly offline: string | undefined;
  readonly #repository: Repository;
  readonly #store: FileStore;
  readonly #totals: Totals;

  constructor({ name, repository, store, transport, offline }: RemoteModel) {
    this.name = name;
    this.revision = repository.commit;
    this.offline = offline;
    this.#repository = repository;
    this.#store = store;
    this.#totals = new Totals(transport);
  }

  get refusal(): number | undefined {
    return this.#repository.manner?.refusal;
  }

  async has(path: string): Promise<boolean> {
    return (await this.#repository.find(path, quiet.signal)) !== undefined;
  }

  async sizeOf(path: string): Promise<number | undefined> {
    return (await this.#repository.find(path, quiet.signal))?.size;
  }

  async fetch(paths: readonly string[], options: CallContext): Promise<void> {
    const files: RemoteFile[] = [];
    for (const path of new Set(paths)) {
      const file = await this.#repository.find(path, options.signal);
      if (file === undefined) continue;
      checkFileSize(path, file.size, this.name);
      files.push(file);
    }
    const found = await Promise.all(files.map((file) => this.#store.find(file, options.signal)));
    const missing = files.filter((_, i) => found[i] === undefined);
    for (const { path, size } of missing) this.#totals.expect(path, size ?? 0);
    for (const file of missing) await this.#fetch(file, options);
    await this.#store.complete(files);
  }

  async recheck(signal: AbortSignal): Promise<boolean> {
    return this.offline === undefined && (await this.#store.recheck?.(signal)) === true;
  }

  async read(path: string, options: CallContext): Promise<Uint8Array> {
    return (await this.#ensure(path, options)).read(options);
  }

  async open(path: string, options: ReopenOptions = quiet): Promise<RandomAccess> {
    return (await this.#ensure(path, options)).open(options);
  }

  async #ensure(path: string, options: CallContext): Promise<StoredFile> {
    const file = await this.#find(path, options.signal);
    checkFileSize(path, file.size, this.name);
    return (await this.#store.find(file, options.signal)) ?? (await this.#fetch(file, options));
  }

  async #find(path: string, signal: AbortSignal): Promise<RemoteFile> {
    const file = await this.#repository.find(path, signal);
    if (file !== undefined) return file;
    throw new ModelFileError(`expected ${path} in the model ${this.name}, found no such file`);
  }

  async #fetch(file: RemoteFile, { signal, onProgress }: CallContext): Promise<StoredFile> {
    const { path } = file;
    if (this.offline !== undefined) {
      throw new OfflineError(
        `${this.name}: expected ${path} in the cache, found no such file; ${this.offline}`,
      );
    }
    this.#totals.expect(path, file.size ?? 0);
    const stored = await this.#store.fetch(file, {
      signal,
      onBytes: (loaded, received) => {
        this.#totals.report(path, { loaded, received }, onProgress);
      },
    });
    this.#totals.finish(path, onProgress);
    return stored;
  }
}

const quiet: CallContext = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
