// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../wasm/js/base/call_context.js";
import { ModelNotFoundError } from "../wasm/js/base/errors.js";
import type { ModelFiles } from "../wasm/js/files/model_files.js";
import { addressOf, openRemote } from "../wasm/js/files/open_remote.js";
import type { HostCache, RemoteAddress } from "../wasm/js/files/open_remote.js";
import { RemoteFiles } from "../wasm/js/files/remote_files.js";
import type { RemoteModel } from "../wasm/js/files/remote_files.js";
import { defaultEndpoint, isHubId } from "../wasm/js/hub/hub_id.js";
import { isNamed } from "../wasm/js/hub/remote_file.js";
import type { Repository } from "../wasm/js/hub/repository.js";
import type { Transport } from "../wasm/js/hub/transport.js";
import type { RemoteSettings } from "../wasm/js/options/remote_options.js";
import { modelKey } from "./blob_cache.js";
import type { BlobCache } from "./blob_cache.js";
import { BlobStore } from "./blob_store.js";
import type { BlobStoreOptions } from "./blob_store.js";
import { indexRepository, readIndex, writeIndex } from "./model_index.js";
import { isOwn, isPackaged, noCache, packagedTransport } from "./packaged.js";

export interface WebOpenOptions {
  transport: Transport;
  cache: BlobCache;
  /** What relative addresses are relative to. */
  base: string;
}

/**
 * Opens a model by what it is called:
 *
 *     tsmatz/xlm-roberta-ner-japanese                      an id at the hub
 *     https://example.org/models/ner, /models/ner, ./ner   a folder of a server
 *     chrome-extension://kcgoaebmpmjfdllbagdpbklecbmcnfgh/models/ner   a folder of an extension
 */
export async function openModel(
  model: string,
  remote: RemoteSettings,
  { signal }: CallContext,
  { transport, cache, base }: WebOpenOptions,
): Promise<ModelFiles> {
  if (!isHubId(model) && !/^(?:(?:https?|[a-z-]+-extension):\/\/|\.{0,2}\/)/i.test(model)) {
    throw new ModelNotFoundError(
      `expected a hub id, a URL or files, found '${model}', which is none of them`,
    );
  }
  const { endpoint = defaultEndpoint } = remote;
  // What is no URL stays as it is: addressOf() says so.
  const url = !isHubId(model) && URL.canParse(model, base) ? new URL(model, base).href : model;
  const packaged = isPackaged(url, base);
  const from = packaged ? packagedTransport(transport) : transport;
  const address = addressOf(model, url, { ...remote, transport: from, endpoint });
  const kept = await modelCache(address, remote, packaged ? noCache : cache);
  // The page's own server is where its files are, not the network that is to be left alone. It comes before
  // the cache, as it may have other files by now.
  const isLocal = isOwn(url, base) || model === remote.localModel;
  return openRemote(address, isLocal ? { ...kept, offline: undefined } : kept, signal);
}

async function modelCache(
  { name, revision, server, http, subject }: RemoteAddress,
  { localFilesOnly }: RemoteSettings,
  cache: BlobCache,
): Promise<HostCache> {
  const key = revision === undefined ? modelKey(name, "", "") : modelKey(server, name, revision);
  const index = await readIndex(cache, key);
  const filesOf = (
    repository: Repository,
    options: Pick<BlobStoreOptions, "onComplete"> & Pick<RemoteModel, "offline">,
  ): ModelFiles => {
    const store = new BlobStore({ name, http, repository, cache, ...options });
    return new RemoteFiles({ name, repository, store, transport: http.transport, ...options });
  };
  return {
    wanted: `${name} in the cache`,
    offline: localFilesOnly ? "local_files_only forbids the network" : undefined,
    unreachable: "its server could not be reached",
    open: (offline) => index && filesOf(indexRepository(index, subject), { offline }),
    connect: (repository) =>
      filesOf(repository, {
        onComplete: async (files) => {
          // What a server does not tell from other versions of itself is not kept, see BlobStore.
          if (!files.every(isNamed)) return;
          const { commit } = repository;
          await writeIndex(cache, key, commit, files);
          // By its commit a worker finds the same model that takes the place of this one.
          if (commit !== undefined)
            await writeIndex(cache, modelKey(server, name, commit), commit, files);
        },
      }),
  };
}
