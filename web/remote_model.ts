// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../wasm/js/base/call_context.js";
import { ModelFileError, OfflineError } from "../wasm/js/base/errors.js";
import { BlobAccess, readBlob } from "../wasm/js/files/blob_files.js";
import type { ModelFiles, OpenOptions } from "../wasm/js/files/model_files.js";
import { download } from "../wasm/js/hub/download.js";
import type { HttpClient } from "../wasm/js/hub/http.js";
import type { RemoteFile } from "../wasm/js/hub/remote_file.js";
import type { Repository } from "../wasm/js/hub/repository.js";
import { Totals } from "../wasm/js/hub/totals.js";
import { blobKey } from "./blob_cache.js";
import type { BlobCache } from "./blob_cache.js";
import { PartialBlob } from "./partial_blob.js";

export interface RemoteModel {
  /** For messages and `info()`. */
  name: string;
  http: HttpClient;
  repository: Repository;
  cache: BlobCache;
  /** Why only the cache is used: ends a sentence. Undefined where the network is. */
  offline: string | undefined;
  /** Called with the files that were asked for together, once all are there. */
  onFetched: (files: readonly RemoteFile[]) => Promise<void>;
}

/** A model whose files are taken from the cache, or downloaded into it. */
export function remoteFiles(model: RemoteModel): ModelFiles {
  const { name, http, repository, cache, offline } = model;
  const totals = new Totals(http.transport);
  /** Where nothing can be kept, and until they are read, they are here. */
  const blobs = new Map<string, Blob>();
  /** The names of those blobs that are in the cache, too. */
  const kept = new Set<string>();

  const find = async (path: string, signal: AbortSignal): Promise<RemoteFile> => {
    const file = await repository.find(path, signal);
    if (file !== undefined) return file;
    throw new ModelFileError(`expected ${path} in the model ${name}, found no such file`);
  };
  const inCache = async (file: RemoteFile): Promise<Blob | undefined> => {
    const blob = isNamed(file) ? await cache.match(blobKey(file.key)) : undefined;
    if (blob === undefined || blob.size !== (file.size ?? blob.size)) return undefined;
    kept.add(file.path);
    return blob;
  };
  const fetchOne = async (file: RemoteFile, options: CallContext): Promise<Blob> => {
    const { path, size, key } = file;
    if (offline !== undefined) {
      throw new OfflineError(
        `${name}: expected ${path} in the cache, found no such file; ${offline}`,
      );
    }
    const partial = new PartialBlob();
    totals.expect(path, size ?? 0);
    await download(file, partial, {
      http,
      subject: repository.subject(path),
      signal: options.signal,
      onBytes: (loaded, received) => {
        totals.report(path, { loaded, received }, options.onProgress);
      },
    });
    const blob = partial.blob();
    if (isNamed(file)) await cache.put(blobKey(key), blob);
    totals.finish(path, options.onProgress);
    return blob;
  };
  const ensure = async (file: RemoteFile, options: CallContext): Promise<Blob> => {
    const blob = blobs.get(file.path) ?? (await inCache(file)) ?? (await fetchOne(file, options));
    blobs.set(file.path, blob);
    return blob;
  };
  const has = async (path: string): Promise<boolean> =>
    (await repository.find(path, quiet.signal)) !== undefined;

  return {
    name,
    revision: repository.commit,
    ...(offline === undefined ? {} : { offline }),
    has,
    sizeOf: async (path) => (await repository.find(path, quiet.signal))?.size,
    fetch: async (paths, options) => {
      const files: RemoteFile[] = [];
      for (const path of paths) {
        if (await has(path)) files.push(await find(path, options.signal));
      }
      for (const file of files) {
        const blob = blobs.get(file.path) ?? (await inCache(file));
        if (blob === undefined) totals.expect(file.path, file.size ?? 0);
        else blobs.set(file.path, blob);
      }
      for (const file of files) await ensure(file, options);
      await model.onFetched(files);
    },
    read: async (path, options) => {
      const blob = await ensure(await find(path, options.signal), options);
      return readBlob(blob, `${name}/${path}`, path, options);
    },
    open: async (path, options: OpenOptions = quiet) => {
      const file = await find(path, options.signal);
      const blob = await ensure(file, options);
      const access = new BlobAccess(blob, `${name}/${path}`);
      const { size, identity } = access;
      return {
        size,
        identity,
        read: (begin, end, signal) => access.read(begin, end, signal),
        close: async () => {
          // Weights, which are in the engine now.
          const isOver = options.again !== true || kept.has(path) || (await inCache(file));
          if (isOver) blobs.delete(path);
          await access.close();
        },
      };
    },
  };
}

/** Whether its key tells it from what it was before: a server may say nothing to tell them by. */
function isNamed({ digest, validator }: RemoteFile): boolean {
  return (digest ?? validator) !== undefined;
}

const quiet: CallContext = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
