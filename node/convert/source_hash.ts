// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";

import type { RandomAccess } from "../../wasm/js/base/random_access.js";

/** Bytes hashed between two checks of the signal. */
const chunkBytes = 4 * 2 ** 20;

export interface SourceHash {
  /** Bytes of all shards together. */
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** The sha256 of a checkpoint's shards, one after the other; an index is not among them. */
export async function hashSource(
  shards: readonly RandomAccess[],
  signal: AbortSignal,
  onProgress: (loaded: number, total: number) => void,
): Promise<SourceHash> {
  const hash = createHash("sha256");
  const total = shards.reduce((sum, { size }) => sum + size, 0);
  let loaded = 0;
  for (const shard of shards) {
    for (let at = 0; at < shard.size; at += chunkBytes) {
      const end = Math.min(at + chunkBytes, shard.size);
      hash.update(await shard.read(at, end, signal));
      loaded += end - at;
      onProgress(loaded, total);
    }
  }
  return { bytes: total, sha256: hash.digest("hex") };
}
