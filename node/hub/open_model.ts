// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";

import type { CallContext } from "../../wasm/js/base/call_context.js";
import { ModelNotFoundError } from "../../wasm/js/base/errors.js";
import type { ModelFiles } from "../../wasm/js/files/model_files.js";
import { addressOf, openRemote, refuseRevision } from "../../wasm/js/files/open_remote.js";
import type { HostCache, RemoteAddress } from "../../wasm/js/files/open_remote.js";
import { RemoteFiles } from "../../wasm/js/files/remote_files.js";
import { isCommit, isHubId } from "../../wasm/js/hub/hub_id.js";
import type { Transport } from "../../wasm/js/hub/transport.js";
import type { RemoteSettings } from "../../wasm/js/options/remote_options.js";
import { openFolder } from "../files/folder.js";
import { expandHome } from "../files/home.js";
import { defaultLease } from "../files/owned_file.js";
import { CacheFolder } from "./cache_folder.js";
import { cachedFiles } from "./cached_model.js";
import { hubSettings } from "./environment.js";
import type { HubSettings } from "./environment.js";
import { SnapshotStore } from "./snapshot_store.js";
import { nodeTransport } from "./transport.js";

/** Where downloads go through and how long they wait; tests have shorter times. */
export interface HubOpenOptions {
  transport?: Transport;
  lease?: number;
}

/** The one snapshot of a model by URL. */
const urlCommit = "current";

/**
 * Opens a model by what it is called:
 *
 *     ./models/ner, /models/ner, file:///models/ner, or any folder that is there
 *     tsmatz/xlm-roberta-ner-japanese      an id at the hub
 *     https://example.org/models/ner       a folder of any server: config.json and so on are below it
 */
export async function openModel(
  model: string,
  remote: RemoteSettings,
  { signal }: CallContext,
  { transport = nodeTransport, lease = defaultLease }: HubOpenOptions = {},
): Promise<ModelFiles> {
  const isUrl = /^https?:\/\//i.test(model);
  if (!isUrl && (isPath(model) || (await exists(model)))) {
    refuseRevision(remote, "a folder");
    return openFolder(expandHome(model));
  }
  if (!isUrl && !isHubId(model)) {
    throw new ModelNotFoundError(
      `expected a model folder, a URL or a hub id, found '${model}', which is none of them`,
    );
  }
  const isLocal = model === remote.localModel;
  const settings = await hubSettings(isLocal ? { ...remote, localFilesOnly: false } : remote);
  const { endpoint, token } = settings;
  const address = addressOf(model, model, { ...remote, transport, endpoint, token });
  return openRemote(address, await modelCache(address, settings, lease), signal);
}

async function modelCache(
  address: RemoteAddress,
  settings: HubSettings,
  lease: number,
): Promise<HostCache> {
  const { name, revision, server, http } = address;
  const { links, sharing } = settings;
  const cache =
    revision === undefined
      ? new CacheFolder(path.join(settings.urlCacheDir, urlFolder(name)), links)
      : CacheFolder.ofModel(settings.cacheDir, name, links);
  const cached = await cachedCommit(cache, revision);
  const which = revision === undefined ? name : `${name} at revision ${revision}`;
  return {
    wanted: `${which} in the cache ${cache.folder}`,
    offline: settings.offline ? `${settings.offlineBy} forbids the network` : undefined,
    unreachable: `${server} could not be reached`,
    open: (because) => {
      if (cached === undefined) return undefined;
      const commit = revision === undefined ? undefined : cached;
      return cachedFiles({ name, cache, commit: cached, revision: commit, because });
    },
    connect: (repository) => {
      const commit = repository.commit ?? revision ?? urlCommit;
      const store = new SnapshotStore({
        name,
        http,
        cache,
        sharing: sharing && links && revision !== undefined,
        commit,
        subject: (file) => repository.subject(file),
        lease,
        onComplete: async () => {
          if (revision === undefined) await cache.write(path.join(cache.folder, "source"), name);
          else if (commit !== revision) await cache.setCommit(revision, commit);
        },
      });
      return new RemoteFiles({ name, repository, store, transport: http.transport });
    },
  };
}

/** The snapshot that the cache has of a revision, or of a model by URL. */
async function cachedCommit(
  cache: CacheFolder,
  revision: string | undefined,
): Promise<string | undefined> {
  if (revision === undefined)
    return (await exists(cache.snapshot(urlCommit))) ? urlCommit : undefined;
  const commit = isCommit(revision) ? revision : await cache.commitOf(revision);
  const isThere =
    commit !== undefined && isCommit(commit) && (await exists(cache.snapshot(commit)));
  return isThere ? commit : undefined;
}

function urlFolder(base: string): string {
  return createHash("sha256").update(base).digest("hex").slice(0, 32);
}

function isPath(model: string): boolean {
  return /^(?:[./\\~]|[a-z]:[/\\]|file:)/i.test(model);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
