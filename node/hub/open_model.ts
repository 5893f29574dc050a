// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";

import type { CallContext } from "../../wasm/js/base/call_context.js";
import {
  HubError,
  InvalidArgumentError,
  ModelNotFoundError,
  OfflineError,
} from "../../wasm/js/base/errors.js";
import { configFile } from "../../wasm/js/files/model_files.js";
import type { ModelFiles } from "../../wasm/js/files/model_files.js";
import { HttpClient } from "../../wasm/js/hub/http.js";
import { defaultRevision, isCommit, isHubId } from "../../wasm/js/hub/hub_id.js";
import { openHubRepository } from "../../wasm/js/hub/repository.js";
import type { Repository } from "../../wasm/js/hub/repository.js";
import type { Transport } from "../../wasm/js/hub/transport.js";
import { checkBaseUrl, openUrlRepository } from "../../wasm/js/hub/url_repository.js";
import type { RemoteSettings } from "../../wasm/js/options/remote_options.js";
import { openFolder } from "../files/folder.js";
import { CacheFolder, writeText } from "./cache_folder.js";
import { cachedFiles } from "./cached_model.js";
import { expandHome, hubSettings } from "./environment.js";
import type { HubSettings } from "./environment.js";
import { defaultLease } from "./partial_blob.js";
import { remoteFiles } from "./remote_model.js";
import { nodeTransport } from "./transport.js";

/** Where downloads go through and how long they wait; tests have shorter times. */
export interface OpenOptions {
  transport?: Transport;
  lease?: number;
}

/** The one snapshot of a model by URL. */
const urlCommit = "current";

/** Tries to reach the hub where the cache has the model anyway. */
const attemptsWithCache = 2;

/**
 * Opens a model by what it is called:
 *
 *     ./models/ner, /models/ner, or any folder that is there
 *     tsmatz/xlm-roberta-ner-japanese      an id at the hub
 *     https://example.org/models/ner       a folder of any server: config.json and so on are below it
 */
export async function openModel(
  model: string,
  remote: RemoteSettings,
  options: CallContext,
  { transport = nodeTransport, lease = defaultLease }: OpenOptions = {},
): Promise<ModelFiles> {
  const isUrl = /^https?:\/\//i.test(model);
  const isFolder = !isUrl && (isPath(model) || (await exists(model)));
  if (remote.revision !== undefined && (isUrl || isFolder)) {
    const found = isUrl ? "a URL" : "a folder";
    throw new InvalidArgumentError(`revision: expected a hub id as the model, found ${found}`);
  }
  if (isFolder) return openFolder(expandHome(model));
  if (!isUrl && !isHubId(model)) {
    throw new ModelNotFoundError(
      `expected a model folder, a URL or a hub id, found '${model}', which is none of them`,
    );
  }
  const settings = await hubSettings(remote);
  const client = new HttpClient(transport, settings.endpoint, settings.token);
  const context = { http: client, settings, lease, options };
  return isUrl
    ? openUrl(checkBaseUrl(model), context)
    : openHub(model, remote.revision ?? defaultRevision, context);
}

interface OpenContext {
  http: HttpClient;
  settings: HubSettings;
  lease: number;
  options: CallContext;
}

async function openHub(id: string, revision: string, context: OpenContext): Promise<ModelFiles> {
  const { http, settings, lease, options } = context;
  const { endpoint } = settings;
  const cache = CacheFolder.ofModel(settings.cacheDir, id);
  const cached = isCommit(revision) ? revision : await cache.commitOf(revision);
  const isCached =
    cached !== undefined && isCommit(cached) && (await exists(cache.snapshot(cached)));
  const fromCache = (commit: string, because: string): ModelFiles =>
    cachedFiles({ name: id, cache, commit, revision: commit, because });
  if (settings.offline) {
    if (isCached) return fromCache(cached, offlineReason(settings));
    throw notCached(id, revision, cache, settings);
  }
  let repository: Repository;
  try {
    const model = { http, endpoint, id, revision };
    const attempts = isCached ? attemptsWithCache : undefined;
    repository = await openHubRepository(model, options.signal, attempts);
  } catch (error) {
    if (isCached && isOutage(error)) return fromCache(cached, outageReason(endpoint));
    throw error;
  }
  const commit = repository.commit ?? revision;
  const onFetched = (): Promise<void> =>
    commit === revision ? Promise.resolve() : cache.setCommit(revision, commit);
  return remoteFiles({ name: id, http, repository, cache, commit, onFetched, lease });
}

async function openUrl(base: string, context: OpenContext): Promise<ModelFiles> {
  const { http, settings, lease, options } = context;
  const folder = createHash("sha256").update(base).digest("hex").slice(0, 32);
  const cache = new CacheFolder(path.join(settings.urlCacheDir, folder));
  const commit = urlCommit;
  const isCached = await exists(cache.snapshot(commit));
  const fromCache = (because: string): ModelFiles =>
    cachedFiles({ name: base, cache, commit, revision: undefined, because });
  if (settings.offline) {
    if (isCached) return fromCache(offlineReason(settings));
    throw notCached(base, undefined, cache, settings);
  }
  const repository = openUrlRepository(http, base);
  try {
    await repository.find(configFile, options.signal);
  } catch (error) {
    if (isCached && isOutage(error)) return fromCache(outageReason(new URL(base).origin));
    throw error;
  }
  const onFetched = (): Promise<void> => writeText(path.join(cache.folder, "source"), base);
  return remoteFiles({ name: base, http, repository, cache, commit, onFetched, lease });
}

function isPath(model: string): boolean {
  return /^(?:[./\\~]|[A-Za-z]:[/\\])/.test(model);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** What the cache can help with. */
function isOutage(error: unknown): boolean {
  return error instanceof OfflineError || (error instanceof HubError && (error.status ?? 0) >= 500);
}

function offlineReason({ offlineBy }: HubSettings): string {
  return `${offlineBy} forbids the network`;
}

function outageReason(server: string): string {
  return `${server} could not be reached`;
}

function notCached(
  model: string,
  revision: string | undefined,
  { folder }: CacheFolder,
  settings: HubSettings,
): OfflineError {
  const which = revision === undefined ? model : `${model} at revision ${revision}`;
  return new OfflineError(
    `expected ${which} in the cache ${folder}, found nothing, and ${offlineReason(settings)}: ` +
      "load it once with the network",
  );
}
