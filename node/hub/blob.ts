// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";

import type { Digest, Hash } from "../../wasm/js/hub/transport.js";
import { openRegular, readSmall } from "../files/regular_file.js";
import type { CacheFolder } from "./cache_folder.js";

/** What is known of a file's content without the network. */
export interface ExpectedBlob {
  key: string;
  size: number | undefined;
  digest: Digest | undefined;
}

/**
 * Whether a cached file is what it should be. Its size is compared each time, its hash once: what was
 * found right is remembered with size and time, and looked at again when either has changed. Without a
 * published hash only what we have downloaded ourselves, and nobody changed since, is right.
 */
export async function isIntact(
  cache: CacheFolder,
  file: string,
  { key, size, digest }: ExpectedBlob,
  signal: AbortSignal,
): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true || found.size !== (size ?? found.size)) return false;
  const state = `${found.size} ${found.mtimeMs}`;
  const record = await readSmall(cache.record(key));
  if (record === state) return true;
  if (digest === undefined || (await hashFile(file, digest, found.size, signal)) !== digest.hex) {
    return false;
  }
  await remember(cache, key, state);
  return true;
}

/** Remembers that a file's hash has just been found right. */
export async function rememberBlob(cache: CacheFolder, key: string): Promise<void> {
  const { size, mtimeMs } = await stat(cache.blob(key));
  await remember(cache, key, `${size} ${mtimeMs}`);
}

/** A cache that cannot be written can still be read, if by hashing each time. */
async function remember(cache: CacheFolder, key: string, state: string): Promise<void> {
  await cache.write(cache.record(key), state).catch(() => undefined);
}

async function hashFile(
  file: string,
  { algorithm }: Digest,
  size: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const hash = newHash(algorithm, size);
  try {
    const handle = await openRegular(file);
    for await (const chunk of handle.createReadStream({ highWaterMark: 2 ** 20, signal })) {
      hash.update(chunk as Buffer);
    }
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
  return hash.digest();
}

export function newHash(algorithm: Digest["algorithm"], size: number): Hash {
  const hash = createHash(algorithm === "sha256" ? "sha256" : "sha1");
  if (algorithm === "git-sha1") hash.update(`blob ${size}\0`);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => hash.digest("hex"),
  };
}
