// SPDX-License-Identifier: Apache-2.0

import { readFile, readdir, realpath, rm, stat } from "node:fs/promises";
import path from "node:path";

import { ModelNotFoundError } from "../../wasm/js/base/errors.js";
import { isCommit, isHubId } from "../../wasm/js/hub/hub_id.js";
import { CacheFolder } from "./cache_folder.js";

/** A model in the cache, of any of the tools that share it. */
export interface CachedModelInfo {
  /** The hub id, or the URL. */
  id: string;
  /** Branches, tags and commits of which there are files. */
  revisions: string[];
  /** On the disk, unfinished downloads included. */
  bytes: number;
  files: string[];
  /** The folder that has all of it. */
  folder: string;
}

export interface CacheFolders {
  cacheDir: string;
  urlCacheDir: string;
}

/** What is in the cache, by id. */
export async function listModels(caches: CacheFolders): Promise<CachedModelInfo[]> {
  const { cacheDir, urlCacheDir } = caches;
  const models: CachedModelInfo[] = [];
  for (const name of await namesIn(cacheDir)) {
    const id = idOf(name);
    if (id !== undefined) models.push(await describe(id, path.join(cacheDir, name)));
  }
  for (const name of await namesIn(urlCacheDir)) {
    const folder = path.join(urlCacheDir, name);
    const id = await readFile(path.join(folder, "source"), "utf8").catch(() => undefined);
    if (id !== undefined) models.push(await describe(id, folder));
  }
  return models.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Deletes all revisions of a model, and says what that was. */
export async function removeModel(id: string, caches: CacheFolders): Promise<CachedModelInfo> {
  const model = (await listModels(caches)).find((each) => each.id === id);
  if (model === undefined) {
    throw new ModelNotFoundError(
      `expected ${id} in the cache ${caches.cacheDir}, found no such model`,
    );
  }
  await rm(model.folder, { recursive: true });
  return model;
}

/** `models--owner--name` is owner/name: an id has no `--` of its own. */
function idOf(name: string): string | undefined {
  const id = /^models--(.+)$/.exec(name)?.[1]?.replace("--", "/");
  return id !== undefined && isHubId(id) ? id : undefined;
}

async function describe(id: string, folder: string): Promise<CachedModelInfo> {
  const cache = new CacheFolder(folder);
  const refs = (await filesUnder(path.join(folder, "refs"))).map(({ name }) => name);
  const named = await Promise.all(refs.map((name) => cache.commitOf(name)));
  const snapshots = await filesUnder(path.join(folder, "snapshots"));
  const commits = [...new Set(snapshots.map(({ name }) => name.split("/")[0] ?? ""))];
  const unnamed = commits.filter((each) => isCommit(each) && !named.includes(each));
  const sizes = new Map<string, number>();
  for (const { file } of [...snapshots, ...(await filesUnder(path.join(folder, "blobs")))]) {
    const target = await realpath(file).catch(() => undefined);
    if (target !== undefined) sizes.set(target, (await stat(target)).size);
  }
  const files = snapshots.map(({ name }) => name.split("/").slice(1).join("/"));
  return {
    id,
    folder,
    revisions: [...refs, ...unnamed],
    bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    files: [...new Set(files)].sort(),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** All but folders, with names relative to `folder` and divided by `/`. */
async function filesUnder(folder: string): Promise<{ name: string; file: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(folder, file).split(path.sep).join("/"), file };
    });
}
