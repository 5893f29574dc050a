// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../wasm/js/base/call_context.js";
import { ModelNotFoundError } from "../wasm/js/base/errors.js";
import type { ModelFiles } from "../wasm/js/files/model_files.js";
import { addressOf, openRemote } from "../wasm/js/files/open_remote.js";
import type { HostCache, RemoteAddress } from "../wasm/js/files/open_remote.js";
import { RemoteFiles } from "../wasm/js/files/remote_files.js";
import { HttpClient } from "../wasm/js/hub/http.js";
import { defaultEndpoint, isHubId } from "../wasm/js/hub/hub_id.js";
import type { RemoteFile } from "../wasm/js/hub/remote_file.js";
import type { Repository } from "../wasm/js/hub/repository.js";
import type { Transport } from "../wasm/js/hub/transport.js";
import type { RemoteSettings } from "../wasm/js/options/remote_options.js";
import { modelKey } from "./blob_cache.js";
import type { BlobCache } from "./blob_cache.js";
import { BlobStore } from "./blob_store.js";
import { indexRepository, readIndex, writeIndex } from "./model_index.js";

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
 */
export async function openModel(
  model: string,
  remote: RemoteSettings,
  { signal }: CallContext,
  { transport, cache, base }: WebOpenOptions,
): Promise<ModelFiles> {
  if (!isHubId(model) && !/^(?:https?:\/\/|\.{0,2}\/)/i.test(model)) {
    throw new ModelNotFoundError(
      `expected a hub id, a URL or files, found '${model}', which is none of them`,
    );
  }
  const { endpoint = defaultEndpoint, token } = remote;
  const http = new HttpClient(transport, endpoint, token);
  // What is no URL stays as it is: addressOf() says so.
  const url = !isHubId(model) && URL.canParse(model, base) ? new URL(model, base).href : model;
  const address = addressOf(model, url, remote, http, endpoint);
  return openRemote(address, await modelCache(address, remote, cache), signal);
}

async function modelCache(
  { name, revision, http, server, subject }: RemoteAddress,
  { localFilesOnly }: RemoteSettings,
  cache: BlobCache,
): Promise<HostCache> {
  const key = revision === undefined ? modelKey(name, "", "") : modelKey(server, name, revision);
  const index = await readIndex(cache, key);
  const { transport } = http;
  const filesOf = (
    repository: Repository,
    onComplete: (files: readonly RemoteFile[]) => Promise<void>,
    offline?: string,
  ): ModelFiles => {
    const named = (file: string | undefined): ReturnType<typeof subject> =>
      repository.subject(file);
    const store = new BlobStore({ name, http, subject: named, cache, onComplete });
    return new RemoteFiles({ name, repository, store, transport, offline });
  };
  return {
    wanted: `${name} in the cache`,
    offline: localFilesOnly ? "local_files_only forbids the network" : undefined,
    unreachable: "its server could not be reached",
    open: (because) =>
      index && filesOf(indexRepository(index, subject), () => Promise.resolve(), because),
    connect: (repository) =>
      filesOf(repository, (files) => writeIndex(cache, key, repository.commit, files)),
  };
}
