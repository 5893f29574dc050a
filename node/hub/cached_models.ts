// SPDX-License-Identifier: Apache-2.0

import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";

import { quantizedCopies } from "../files/quantized_folder.js";
import type { QuantizedCopy } from "../files/quantized_folder.js";
import { readSmall } from "../files/regular_file.js";
import { isCommit, isHubId } from "../../wasm/js/hub/hub_id.js";
import { CacheFolder } from "./cache_folder.js";

/** A model that is kept on this machine, by any of the tools that share the cache, or its quantised weights. */
export interface CachedModelInfo {
  /** The hub id, or the URL; the folder of a model that is not in the cache. */
  id: string;
  /** Branches, tags and commits of which there are files. */
  revisions: string[];
  /**
   * Of its files in the cache, unfinished downloads included. What it shares with other models counts for
   * each of them.
   */
  bytes: number;
  files: string[];
  /** The folder that has all of it. */
  folder: string;
  /** Its quantised weights, which are kept elsewhere. */
  quantized: Pick<QuantizedCopy, "file" | "bytes">[];
}

export interface CacheFolders {
  cacheDir: string;
  urlCacheDir: string;
  /** Of quantised weights; undefined where none are kept. */
  quantizedDir: string | undefined;
}

/** What is in the cache, by id, and then the other folders of whose models quantised weights are kept. */
export async function listModels(caches: CacheFolders): Promise<CachedModelInfo[]> {
  const { cacheDir, urlCacheDir, quantizedDir } = caches;
  const models: CachedModelInfo[] = [];
  for (const name of await namesIn(cacheDir)) {
    const id = idOf(name);
    if (id !== undefined) models.push(await describe(id, path.join(cacheDir, name)));
  }
  for (const name of await namesIn(urlCacheDir)) {
    const folder = path.join(urlCacheDir, name);
    const id = await readSmall(path.join(folder, "source"));
    if (id !== undefined) models.push(await describe(id, folder));
  }
  models.sort((a, b) => (a.id < b.id ? -1 : 1));
  const copies = quantizedDir === undefined ? [] : await quantizedCopies(quantizedDir);
  return [...models, ...(await assign(copies, models))];
}

/** Gives each copy to the model that it was made of; what is of none of them is of a folder. */
async function assign(
  copies: readonly QuantizedCopy[],
  models: readonly CachedModelInfo[],
): Promise<CachedModelInfo[]> {
  const places = await Promise.all(
    models.map(async (model) => ({
      model,
      place: await realpath(model.folder).catch(() => model.folder),
    })),
  );
  const folders = new Map<string, CachedModelInfo>();
  for (const { file, bytes, sources } of copies) {
    const source = sources[0] ?? file;
    const inCache = places.find(({ place }) => source.startsWith(place + path.sep))?.model;
    const folder = path.dirname(source);
    const model = inCache ?? folders.get(folder) ?? ofFolder(folder);
    if (inCache === undefined) folders.set(folder, model);
    model.quantized.push({ file, bytes });
  }
  return [...folders.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function ofFolder(folder: string): CachedModelInfo {
  return { id: folder, revisions: [], bytes: 0, files: [], folder, quantized: [] };
}

/** `models--owner--name` is owner/name: an id has no `--` of its own. */
function idOf(name: string): string | undefined {
  const id = /^models--(.+)$/.exec(name)?.[1]?.replace("--", "/");
  return id !== undefined && isHubId(id) ? id : undefined;
}

async function describe(id: string, folder: string): Promise<CachedModelInfo> {
  const cache = new CacheFolder(folder, true);
  const refs = (await filesUnder(path.join(folder, "refs"))).map(({ name }) => name);
  const named = await Promise.all(refs.map((name) => cache.commitOf(name)));
  const snapshots = await filesUnder(path.join(folder, "snapshots"));
  const commits = [...new Set(snapshots.map(({ name }) => name.split("/")[0] ?? ""))];
  const unnamed = commits.filter((each) => isCommit(each) && !named.includes(each));
  const sizes = await sizesOf(await holdersOf(folder));
  const files = snapshots.map(({ name }) => name.split("/").slice(1).join("/"));
  return {
    id,
    folder,
    revisions: [...refs, ...unnamed],
    bytes: sum(sizes.values()),
    files: [...new Set(files)].sort(),
    quantized: [],
  };
}

/** The files of a model's folder that have its bytes, or lead to them. */
async function holdersOf(folder: string): Promise<{ file: string }[]> {
  const snapshots = await filesUnder(path.join(folder, "snapshots"));
  return [...snapshots, ...(await filesUnder(path.join(folder, "blobs")))];
}

/** Of the files themselves, each once. */
async function sizesOf(files: readonly { file: string }[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const { file } of files) {
    const target = await realpath(file).catch(() => undefined);
    if (target !== undefined) sizes.set(target, (await stat(target)).size);
  }
  return sizes;
}

/** Of a model's `bytes` those that go with its folder: what it has links to outside of it stays. */
export async function bytesWithin(folder: string): Promise<number> {
  const within = (await realpath(folder)) + path.sep;
  const sizes = await sizesOf(await holdersOf(folder));
  return sum([...sizes].map(([file, size]) => (file.startsWith(within) ? size : 0)));
}

export function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, each) => total + each, 0);
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
