// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../wasm/js/base/call_context.js";
import {
  HubError,
  InvalidArgumentError,
  ModelNotFoundError,
  OfflineError,
} from "../wasm/js/base/errors.js";
import { configFile } from "../wasm/js/files/model_files.js";
import type { ModelFiles } from "../wasm/js/files/model_files.js";
import { HttpClient } from "../wasm/js/hub/http.js";
import type { Subject } from "../wasm/js/hub/http_error.js";
import { defaultEndpoint, defaultRevision, isHubId } from "../wasm/js/hub/hub_id.js";
import { openHubRepository } from "../wasm/js/hub/repository.js";
import type { Repository } from "../wasm/js/hub/repository.js";
import type { Transport } from "../wasm/js/hub/transport.js";
import { checkBaseUrl, openUrlRepository } from "../wasm/js/hub/url_repository.js";
import type { RemoteSettings } from "../wasm/js/options/remote_options.js";
import { modelKey } from "./blob_cache.js";
import type { BlobCache } from "./blob_cache.js";
import { indexRepository, readIndex, writeIndex } from "./model_index.js";
import { remoteFiles } from "./remote_model.js";

export interface OpenOptions {
  transport: Transport;
  cache: BlobCache;
  /** What relative addresses are relative to. */
  base: string;
}

/** Tries to reach a server where the cache has the model anyway. */
const attemptsWithCache = 2;

interface Opening {
  name: string;
  /** In the cache, of what is known of the model. */
  key: string;
  http: HttpClient;
  subject: Repository["subject"];
  open: (attempts: number | undefined) => Promise<Repository>;
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
  options: CallContext,
  { transport, cache, base }: OpenOptions,
): Promise<ModelFiles> {
  const { endpoint = defaultEndpoint, token, localFilesOnly } = remote;
  const http = new HttpClient(transport, endpoint, token);
  const opening = openingOf(model, remote, http, options, base);
  const { name, key, subject } = opening;
  const index = await readIndex(cache, key);
  const fromCache = (because: string): ModelFiles => {
    if (index === undefined) {
      throw new OfflineError(
        `expected ${name} in the cache, found nothing, and ${because}: load it once with the network`,
      );
    }
    const repository = indexRepository(index, subject);
    const onFetched = (): Promise<void> => Promise.resolve();
    return remoteFiles({ name, http, repository, cache, offline: because, onFetched });
  };
  if (localFilesOnly) return fromCache("local_files_only forbids the network");
  let repository: Repository;
  try {
    repository = await opening.open(index === undefined ? undefined : attemptsWithCache);
  } catch (error) {
    options.signal.throwIfAborted();
    if (index === undefined || !isOutage(error)) throw error;
    return fromCache("its server could not be reached");
  }
  const { commit } = repository;
  return remoteFiles({
    name,
    http,
    repository,
    cache,
    offline: undefined,
    onFetched: (files) => writeIndex(cache, key, commit, files),
  });
}

function openingOf(
  model: string,
  remote: RemoteSettings,
  http: HttpClient,
  { signal }: CallContext,
  base: string,
): Opening {
  const { endpoint = defaultEndpoint, revision = defaultRevision } = remote;
  if (isHubId(model)) {
    const { hasToken } = http;
    const subject = (file: string | undefined): Subject => ({
      model,
      revision,
      file,
      page: `${endpoint}/${model}`,
      hasToken,
    });
    return {
      name: model,
      key: modelKey(endpoint, model, revision),
      http,
      subject,
      open: (attempts) =>
        openHubRepository({ http, endpoint, id: model, revision }, signal, attempts),
    };
  }
  if (!/^(?:https?:\/\/|\.{0,2}\/)/i.test(model)) {
    throw new ModelNotFoundError(
      `expected a hub id, a URL or files, found '${model}', which is none of them`,
    );
  }
  if (remote.revision !== undefined) {
    throw new InvalidArgumentError("revision: expected a hub id as the model, found a URL");
  }
  const name = checkBaseUrl(new URL(model, base).href);
  const repository = openUrlRepository(http, name);
  return {
    name,
    key: modelKey(name, "", ""),
    http,
    subject: (file) => repository.subject(file),
    open: async () => {
      await repository.find(configFile, signal);
      return repository;
    },
  };
}

/** What the cache can help with. */
function isOutage(error: unknown): boolean {
  return error instanceof OfflineError || (error instanceof HubError && (error.status ?? 0) >= 500);
}
