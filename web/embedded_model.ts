// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../wasm/js/base/call_context.js";
import { AssetError, HubError, IntegrityError } from "../wasm/js/base/errors.js";
import type { RandomAccess } from "../wasm/js/base/random_access.js";
import type { ModelFiles, ReopenOptions } from "../wasm/js/files/model_files.js";
import { RemoteFiles } from "../wasm/js/files/remote_files.js";
import { HttpClient } from "../wasm/js/hub/http.js";
import { defaultEndpoint } from "../wasm/js/hub/hub_id.js";
import type { RemoteFile } from "../wasm/js/hub/remote_file.js";
import type { Repository } from "../wasm/js/hub/repository.js";
import type { Transport } from "../wasm/js/hub/transport.js";
import { verificationFile } from "../wasm/js/worker/verification.js";
import { blobKey } from "./blob_cache.js";
import type { BlobCache } from "./blob_cache.js";
import { BlobStore } from "./blob_store.js";

/** What it is loaded by, and what `info()` calls it unless `model_url` says where it is. */
export const embeddedModel = "models/default";

/** The size and hash of each file when the package was built; the build puts them here. */
declare const EMBEDDED_FILES: readonly { path: string; size: number; sha256: string }[];

const advice =
  "serve the files of the package's models/default, and name the folder's address in model_url";

export interface EmbeddedOptions {
  transport: Transport;
  cache: BlobCache;
  /** What it is called: by where the page says that its files are. */
  name: string;
  /** Addresses by name. */
  addresses: Readonly<Record<string, string>>;
}

/** Begins the keys of its files in the cache, and no others. */
const prefix = "embedded/";

/** The model that comes with the package: files at known addresses, with known sizes and hashes. */
export function openEmbedded({ transport, cache, name, addresses }: EmbeddedOptions): ModelFiles {
  const files = new Map<string, RemoteFile>();
  const own = new Set<string>();
  for (const { path, size, sha256 } of EMBEDDED_FILES) {
    const digest = { algorithm: "sha256", hex: sha256 } as const;
    const url = addresses[path] ?? "";
    const key = prefix + sha256;
    files.set(path, { path, url, size, key, digest, validator: undefined });
    own.add(blobKey(key));
  }
  const repository: Repository = {
    commit: undefined,
    subject: (file) => ({
      model: name,
      revision: undefined,
      file,
      page: undefined,
      hasToken: false,
      passToken: transport.hints.passToken,
    }),
    find: (path) => Promise.resolve(files.get(path)),
  };
  const store = new BlobStore({
    name,
    http: new HttpClient({ transport, endpoint: defaultEndpoint, token: undefined }),
    repository,
    cache: {
      ...cache,
      // What an earlier version of the package has left makes room for what this one brings.
      put: async (key, blob) => {
        await cache.evict(blobKey(prefix), own);
        await cache.put(key, blob);
      },
    },
  });
  // Each look-up in the cache takes milliseconds, as does reading, and all but the last come next.
  for (const file of files.values()) {
    if (file.path !== verificationFile) void store.prefetch(file);
  }
  return new EmbeddedFiles({ name, repository, store, transport });
}

/** Its errors say what a page has to serve. */
class EmbeddedFiles extends RemoteFiles {
  readonly isSmall = true;

  override fetch(paths: readonly string[], options: CallContext): Promise<void> {
    return advised(super.fetch(paths, options));
  }

  override read(path: string, options: CallContext): Promise<Uint8Array> {
    return advised(super.read(path, options));
  }

  override open(path: string, options?: ReopenOptions): Promise<RandomAccess> {
    return advised(super.open(path, options));
  }
}

async function advised<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof HubError || cause instanceof IntegrityError)) throw cause;
    throw new AssetError(`${cause.message}: ${advice}`, { cause });
  }
}
