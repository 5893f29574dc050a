// SPDX-License-Identifier: Apache-2.0

import type { RandomAccess } from "../base/random_access.js";
import type { VirtualFile } from "../core/core_handle.js";

/**
 * A file whose bytes lie in others, its shards, read as if it were one. It owns them: closing it
 * closes all.
 *
 *     // begins [8, 12], shards [0, 1], shardBegins [100, 64]
 *     await file.read(10, 14, signal) // bytes 102 and 103 of the first shard, 64 and 65 of the second
 */
export class VirtualAccess implements RandomAccess {
  readonly size: number;
  readonly identity: string | undefined;
  readonly #file: VirtualFile;
  readonly #shards: readonly RandomAccess[];
  #buffer = new Uint8Array();

  constructor(file: VirtualFile, shards: readonly RandomAccess[]) {
    this.size = file.size;
    const identities = shards.map(({ identity }) => identity);
    this.identity = identities.includes(undefined) ? undefined : identities.join("\n");
    this.#file = file;
    this.#shards = shards;
  }

  async read(begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
    let segment = this.#segmentAt(begin);
    if (end <= this.#endOf(segment)) return this.#readIn(segment, begin, end, signal);
    if (this.#buffer.length < end - begin) this.#buffer = new Uint8Array(end - begin);
    for (let at = begin; at < end; segment++) {
      const some = Math.min(end, this.#endOf(segment));
      this.#buffer.set(await this.#readIn(segment, at, some, signal), at - begin);
      at = some;
    }
    return this.#buffer.subarray(0, end - begin);
  }

  async close(): Promise<void> {
    await Promise.all(this.#shards.map((shard) => shard.close()));
  }

  /** -1 for the header. */
  #segmentAt(byte: number): number {
    const { begins } = this.#file;
    let low = 0;
    let high = begins.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((begins[middle] ?? 0) <= byte) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #endOf(segment: number): number {
    return this.#file.begins[segment + 1] ?? this.size;
  }

  async #readIn(
    segment: number,
    begin: number,
    end: number,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const { header, begins, shards, shardBegins } = this.#file;
    const shard = this.#shards[shards[segment] ?? -1];
    if (shard === undefined) return header.subarray(begin, end);
    const shift = (shardBegins[segment] ?? 0) - (begins[segment] ?? 0);
    return shard.read(begin + shift, end + shift, signal);
  }
}
