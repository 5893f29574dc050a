// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import { checkModel } from "../files/model_source.js";
import type { ModelSource } from "../files/model_source.js";
import { isHubId } from "../hub/hub_id.js";
import { defaultRemote } from "./environment.js";
import type { TransformersEnvironment } from "./environment.js";

/** Where a model is loaded from. */
export interface ModelPlace {
  /** Undefined for the embedded model. */
  model: ModelSource | undefined;
  /** Of a model at the hub. */
  revision: string | undefined;
  /** The hub's address, where it is not the default. */
  endpoint: string | undefined;
  localFilesOnly: boolean;
  /** Whether it is in `env.localModelPath`, which is local wherever it is. */
  isLocal: boolean;
  /** The folder that had no such model. */
  searched: string | undefined;
}

export interface PlaceOptions {
  env: TransformersEnvironment;
  isBrowser: boolean;
  localFilesOnly: boolean;
  revision: string | undefined;
  /** As TransformersPlatform has it. */
  hasModel: (folder: string) => Promise<boolean | undefined>;
}

/**
 * Where a model is, by the rules of transformers.js 4.3.2: a hub id is first looked for in
 * `env.localModelPath`, where local models are allowed, and then at `env.remoteHost`, where remote ones
 * are. Otherwise it may be in the cache. A model is in one place: its files do not come from both.
 *
 *     await placeOf('mine', { env: { localModelPath: 'chrome-extension://…/models/', … }, … })
 *     // { model: 'chrome-extension://…/models/mine', … }
 */
export async function placeOf(named: unknown, options: PlaceOptions): Promise<ModelPlace> {
  const { env, isBrowser, localFilesOnly, revision, hasModel } = options;
  const model = checkModel(named === "" ? undefined : (named ?? undefined));
  const isAllowed = env.allowRemoteModels && !localFilesOnly;
  const place: ModelPlace = {
    model,
    revision: undefined,
    endpoint: undefined,
    localFilesOnly: !isAllowed,
    isLocal: false,
    searched: undefined,
  };
  if (typeof model !== "string") return place;
  if (!isHubId(model)) {
    return { ...place, model: isBrowser ? folderName(model) : model };
  }
  if (env.allowLocalModels && (isBrowser || env.useFS)) {
    const folder = folderName(join(settingOf(env, "localModelPath"), model));
    // Without the network it may be in the cache.
    if ((await hasModel(folder)) ?? !isAllowed) return { ...place, model: folder, isLocal: true };
    place.searched = folder;
  }
  const [remoteHost, remotePathTemplate] = [
    settingOf(env, "remoteHost"),
    settingOf(env, "remotePathTemplate"),
  ];
  const isHub =
    join(remoteHost, remotePathTemplate) === join(defaultRemote.host, defaultRemote.path);
  if (isHub) return { ...place, revision };
  const path = remotePathTemplate
    .replaceAll("{model}", model)
    .replaceAll("{revision}", encodeURIComponent(revision ?? "main"));
  return {
    ...place,
    model: folderName(join(remoteHost, path).replace(/\/+$/, "")),
    endpoint: URL.canParse(remoteHost) ? remoteHost : undefined,
  };
}

/** Clients in JavaScript have URLs, too. */
function settingOf(
  env: TransformersEnvironment,
  name: "localModelPath" | "remoteHost" | "remotePathTemplate",
): string {
  const value: unknown = env[name];
  if (typeof value === "string" || value instanceof URL) return String(value);
  throw argumentError(`env.${name}`, "a string", value);
}

/** So that `models/mine` is not taken for a hub id. */
function folderName(path: string): string {
  return /^(?:[a-z][a-z\d+.-]*:|\.{0,2}[/\\]|~)/i.test(path) ? path : `./${path}`;
}

/** With one slash between them. */
function join(folder: string, path: string): string {
  return `${folder.replace(/(?<=[^/])\/+$/, "")}${folder.endsWith("/") && folder.length === 1 ? "" : "/"}${path}`;
}
