// SPDX-License-Identifier: Apache-2.0

import type { RemoteFile } from "../wasm/js/hub/remote_file.js";
import type { Repository } from "../wasm/js/hub/repository.js";
import type { BlobCache } from "./blob_cache.js";

/** What is known of a model whose files have been downloaded: enough to find them without the network. */
export interface ModelIndex {
  /** The version of this form; a file with another one is not read. */
  version: 1;
  /** The commit of a model from the hub; null for a model by URL. */
  commit: string | null;
  files: Omit<RemoteFile, "digest">[];
}

export async function readIndex(cache: BlobCache, key: string): Promise<ModelIndex | undefined> {
  const text = await (await cache.match(key))?.text().catch(() => undefined);
  try {
    const index = JSON.parse(text ?? "null") as ModelIndex | null;
    return index?.version === 1 ? index : undefined;
  } catch {
    return undefined;
  }
}

/** Adds files to what is known of the same commit. */
export async function writeIndex(
  cache: BlobCache,
  key: string,
  commit: string | undefined,
  files: readonly RemoteFile[],
): Promise<void> {
  const old = await readIndex(cache, key);
  const known = old?.commit === (commit ?? null) ? old.files : [];
  const byPath = new Map([...known, ...files].map((file) => [file.path, file]));
  const index = { version: 1, commit: commit ?? null, files: [...byPath.values()] };
  await cache.put(key, new Blob([JSON.stringify(index)]));
}

/** The files of an index, as a server would list them. */
export function indexRepository(index: ModelIndex, subject: Repository["subject"]): Repository {
  const files = new Map(index.files.map((file) => [file.path, file]));
  return {
    commit: index.commit ?? undefined,
    subject,
    find: (path) => {
      const file = files.get(path);
      // Named by something, or it would not be in the cache.
      const validator = file?.validator ?? "cached";
      return Promise.resolve(file && { ...file, digest: undefined, validator });
    },
  };
}
