// SPDX-License-Identifier: Apache-2.0

import { stat } from "node:fs/promises";

import { download } from "../../wasm/js/hub/download.js";
import { isNamed } from "../../wasm/js/hub/remote_file.js";
import type { RemoteFile } from "../../wasm/js/hub/remote_file.js";
import { isIntact, rememberBlob } from "./blob.js";
import type { FetchContext } from "./fetch_context.js";
import { PartialBlob, removeAbandoned } from "./partial_blob.js";
import { shareBlob } from "./share_blob.js";

/** Whether the cache has a file as it is published; the snapshot then has it, too. */
export async function isCached(file: RemoteFile, context: FetchContext): Promise<boolean> {
  const { cache, commit, signal } = context;
  const { key, path } = file;
  if (!isNamed(file)) return false;
  // Through its link, or where there are none it is the bytes.
  if (await isIntact(cache, cache.pointer(commit, path), file, signal)) return true;
  if (!(await isIntact(cache, cache.blob(key), file, signal))) return false;
  try {
    await cache.point(commit, path, key, false);
    return true;
  } catch (error) {
    return wasMoved(error, file, context);
  }
}

/** Where there are no links, another process may have moved the blob away: into the snapshot. */
async function wasMoved(error: unknown, file: RemoteFile, context: FetchContext): Promise<boolean> {
  const { cache, commit, signal } = context;
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return isIntact(cache, cache.pointer(commit, file.path), file, signal);
}

/**
 * Puts a file into the cache, in place of what may be there and is not as published. Any number of
 * processes may do so at once; each ends with the right file.
 */
export async function fetchFile(file: RemoteFile, context: FetchContext): Promise<void> {
  try {
    await place(file, context);
  } catch (error) {
    if (!(await wasMoved(error, file, context))) await place(file, context);
  }
}

async function place(file: RemoteFile, context: FetchContext): Promise<void> {
  const { cache, commit } = context;
  const { key, path } = file;
  const isThere =
    isNamed(file) && ((await settleBlob(file, context)) || (await shareBlob(file, context)));
  if (!isThere) await fetchBlob(file, context);
  await cache.point(commit, path, key, !isThere);
}

/** Whether the blob is there and right by now; a wrong one goes, unless it was just replaced. */
async function settleBlob(file: RemoteFile, { cache, signal }: FetchContext): Promise<boolean> {
  const blob = cache.blob(file.key);
  const seen = await stateOf(blob);
  if (seen === undefined) return false;
  if (await isIntact(cache, blob, file, signal)) return true;
  if ((await stateOf(blob)) === seen) await cache.removeBlob(file.key);
  return false;
}

async function stateOf(file: string): Promise<string | undefined> {
  const entry = await stat(file).catch(() => undefined);
  return entry === undefined ? undefined : `${entry.ino} ${entry.size} ${entry.mtimeMs}`;
}

async function fetchBlob(file: RemoteFile, context: FetchContext): Promise<void> {
  const { cache, http, subject, signal, lease, onBytes } = context;
  const { key } = file;
  for (;;) {
    const partial = await PartialBlob.open(cache.blobs, key, lease);
    let isDone = false;
    try {
      await download(file, partial, { http, subject, signal, onBytes });
      isDone = await partial.finish();
    } finally {
      if (!isDone) await partial.release();
    }
    if (isDone) {
      await rememberBlob(cache, key);
      await removeAbandoned(cache.blobs, key, lease);
      return;
    }
    // Taken over by a process that thought this one had ended: that one may have finished it.
    if (await isIntact(cache, cache.blob(key), file, signal)) return;
  }
}
