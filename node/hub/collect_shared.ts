// SPDX-License-Identifier: Apache-2.0

import { open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";

import { ownedName } from "../files/owned_file.js";
import { withSharedBlobLock } from "./shared_blob_lock.js";
import { SharedBlobs, sizeOfRegular } from "./shared_blobs.js";

/** What deleting a model left of the shared blobs that it had, in bytes. */
export interface CollectedBlobs {
  /** Nobody else had them: they are gone. */
  freed: number;
  /** Nobody else has them, but they could not be locked: they are there still. */
  left: number;
}

/** The shared blobs that a model's folder has links to. */
export async function sharedBlobsOf(modelFolder: string): Promise<string[]> {
  const shared = new SharedBlobs(path.dirname(modelFolder));
  if (!(await shared.exist())) return [];
  const found = new Set<string>();
  for (const name of await readdir(path.join(modelFolder, "blobs")).catch(() => [])) {
    const blob = path.join(modelFolder, "blobs", name);
    const payload = await shared.targetOf(blob).catch(() => undefined);
    if (payload !== undefined) found.add(payload);
  }
  return [...found];
}

/**
 * Deletes those of a cache's shared blobs to which no repository has a link any more, as
 * huggingface_hub's sweep_shared_blob does (2.4.0). Of the others the list of links is put right.
 */
export async function collectShared(
  cacheDir: string,
  payloads: readonly string[],
  signal: AbortSignal,
): Promise<CollectedBlobs> {
  const shared = new SharedBlobs(cacheDir);
  const total: CollectedBlobs = { freed: 0, left: 0 };
  for (const payload of payloads) {
    const freed = await withSharedBlobLock(payload, signal, () => collect(shared, payload));
    if (freed !== undefined) total.freed += freed;
    else if ((await shared.referencesOf(payload))?.length === 0) {
      total.left += (await sizeOfRegular(payload)) ?? 0;
    }
  }
  return total;
}

async function collect(shared: SharedBlobs, payload: string): Promise<number> {
  const references = await shared.referencesOf(payload);
  const size = await sizeOfRegular(payload);
  if (references === undefined) return 0;
  if (references.length > 0) {
    await rewrite(shared.manifest(payload), references);
    return 0;
  }
  if (size === undefined) return 0;
  await rm(payload);
  await rm(shared.manifest(payload), { force: true });
  return size;
}

async function rewrite(manifest: string, references: readonly string[]): Promise<void> {
  const made = ownedName(manifest, ".tmp");
  try {
    const handle = await open(made, "wx", 0o666);
    try {
      await handle.writeFile(references.map((line) => `${line}\n`).join(""));
      await handle.chmod(0o666);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(made, manifest);
  } finally {
    await rm(made, { force: true });
  }
}
