// SPDX-License-Identifier: Apache-2.0

import { HubError, InvalidArgumentError, OfflineError } from "../base/errors.js";
import { HttpClient } from "../hub/http.js";
import type { Subject } from "../hub/http_error.js";
import { defaultRevision, isHubId } from "../hub/hub_id.js";
import { openHubRepository, subjectOf } from "../hub/repository.js";
import type { Repository } from "../hub/repository.js";
import type { Transport } from "../hub/transport.js";
import { openUrlRepository, readBaseUrl } from "../hub/url_repository.js";
import type { RemoteSettings } from "../options/remote_options.js";
import { configFile } from "./model_files.js";
import type { ModelFiles } from "./model_files.js";

/** Tries to reach a server where the cache has the model anyway. */
const attemptsWithCache = 2;

/** A model that a server has. */
export interface RemoteAddress {
  /** The hub id or the URL without its query: for messages and `info()`. */
  name: string;
  /** The branch, tag or commit of a model at the hub; a URL has none. */
  revision: string | undefined;
  /** The hub's address, or the URL's origin. */
  server: string;
  /** Carries the token and the caller's headers to this server. */
  http: HttpClient;
  subject: (file: string | undefined) => Subject;
  /** Asks the server for the model; `attempts` times, by default as often as for a download. */
  connect: (signal: AbortSignal, attempts: number | undefined) => Promise<Repository>;
}

/** What a host's cache has of one model. */
export interface HostCache {
  /** The model as it is in the cache, without the network; undefined where it is not there. */
  open(because: string): ModelFiles | undefined;
  /** What was looked for where: "acme/ner in the cache". */
  wanted: string;
  /** The model as the server has it, to be downloaded into the cache. */
  connect(repository: Repository): ModelFiles;
  /** Why the network is not to be used: ends a sentence. */
  offline: string | undefined;
  /** What is said of a server that cannot be reached. */
  unreachable: string;
}

/** What an address is made of besides the model's name. */
export interface AddressOptions extends Pick<RemoteSettings, "revision" | "headers" | "token"> {
  transport: Transport;
  /** The hub's address. */
  endpoint: string;
}

/** A hub id, or `url`, which is absolute. Errors: invalid_argument for a revision of a URL. */
export function addressOf(model: string, url: string, options: AddressOptions): RemoteAddress {
  const { endpoint } = options;
  if (isHubId(model)) {
    const { revision = defaultRevision } = options;
    const http = new HttpClient(options);
    const hub = { http, endpoint, id: model, revision };
    return {
      name: model,
      revision,
      server: endpoint,
      http,
      subject: (file) => subjectOf(hub, file),
      connect: (signal, attempts) => openHubRepository(hub, signal, attempts),
    };
  }
  refuseRevision(options, "a URL");
  const { base: name, query } = readBaseUrl(url);
  const http = new HttpClient({ ...options, url: name, query });
  const repository = openUrlRepository(http, name);
  return {
    name,
    revision: undefined,
    server: new URL(name).origin,
    http,
    subject: (file) => repository.subject(file),
    connect: async (signal, attempts) => {
      await repository.find(configFile, signal, attempts);
      return repository;
    },
  };
}

export function refuseRevision(
  { revision }: Pick<RemoteSettings, "revision">,
  found: string,
): void {
  if (revision === undefined) return;
  throw new InvalidArgumentError(`revision: expected a hub id as the model, found ${found}`);
}

/**
 * Opens a model that a server has: from the cache where the network is not to be used, and where the
 * server cannot be reached and the cache has the model. Errors: OfflineError where neither is so.
 */
export async function openRemote(
  { connect }: RemoteAddress,
  cache: HostCache,
  signal: AbortSignal,
): Promise<ModelFiles> {
  const { offline } = cache;
  if (offline !== undefined) {
    const cached = cache.open(offline);
    if (cached !== undefined) return cached;
    throw new OfflineError(
      `expected ${cache.wanted}, found nothing, and ${offline}: load it once with the network`,
    );
  }
  const cached = cache.open(cache.unreachable);
  try {
    return cache.connect(await connect(signal, cached && attemptsWithCache));
  } catch (error) {
    signal.throwIfAborted();
    if (cached !== undefined && isOutage(error)) return cached;
    throw error;
  }
}

/** What the cache can help with. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof HubError)) return error instanceof OfflineError;
  const { status = 0 } = error;
  return status >= 500 || (status >= 300 && status < 400); // a redirect that leads nowhere
}
