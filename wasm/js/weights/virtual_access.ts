// SPDX-License-Identifier: Apache-2.0

import type { RandomAccess } from "../base/random_access.js";
import type { Core } from "../core/core.js";
import type { Gather, VirtualFile } from "../core/core_handle.js";

/** What merges an adapter's matrices into a file's; it is disposed of with the file. */
export interface Merging {
  core: Core;
  /** Names the adapter in errors. */
  where: string;
  /** What the merged numbers depend on besides the files. */
  identity: string;
}

/** Bytes of a number that is merged. */
const mergedBytes = 4;

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
  readonly #merging: Merging | undefined;
  #buffer = new Uint8Array();
  /** What the numbers of one segment are gathered in. */
  #span: { of: Gather; bytes: Uint8Array } | undefined;

  constructor(file: VirtualFile, shards: readonly RandomAccess[], merging?: Merging) {
    this.size = file.size;
    this.#merging = merging;
    const identities = shards.map(({ identity }) => identity);
    if (merging !== undefined) identities.push(merging.identity);
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
    this.#span = undefined;
    this.#merging?.core[Symbol.dispose]();
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
    const first = begins[segment] ?? 0;
    const from = shardBegins[segment] ?? 0;
    const merge = this.#file.merges.find((each) => each.segment === segment);
    if (merge !== undefined && this.#merging !== undefined) {
      const { core, where } = this.#merging;
      const [number, last] = [
        Math.floor((begin - first) / mergedBytes),
        Math.ceil((end - first) / mergedBytes),
      ];
      const size = merge.numberBytes;
      const bytes = await shard.read(from + number * size, from + last * size, signal);
      const at = first + number * mergedBytes;
      return core.mergeAdapter(segment, number, bytes, where).subarray(begin - at, end - at);
    }
    const gather = this.#file.gathers.find((each) => each.segment === segment);
    if (gather !== undefined) {
      if (this.#span?.of !== gather) {
        this.#span = undefined; // its room may be needed
        const bytes = await shard.read(from, from + gather.span, signal);
        this.#span = { of: gather, bytes: bytes.slice() }; // the next read overwrites it
      }
      return gathered(this.#span.bytes, gather, begin - first, end - first);
    }
    const shift = from - first;
    return shard.read(begin + shift, end + shift, signal);
  }
}

/** Bytes `begin` to `end` of numbers in C order, out of where they lie with strides. */
function gathered(
  span: Uint8Array,
  { numberBytes, shape, strides }: Gather,
  begin: number,
  end: number,
): Uint8Array {
  const out = new Uint8Array(end - begin);
  const step = (strides.at(-1) ?? 0) * numberBytes;
  for (let number = Math.floor(begin / numberBytes); number * numberBytes < end;) {
    let rest = number;
    let from = 0;
    for (let i = shape.length - 1; i >= 0; i--) {
      const size = shape[i] ?? 1;
      from += (rest % size) * (strides[i] ?? 0) * numberBytes;
      rest = Math.floor(rest / size);
    }
    const columns = shape.at(-1) ?? 1;
    const rowEnd = Math.min(number - (number % columns) + columns, Math.ceil(end / numberBytes));
    for (; number < rowEnd; number++, from += step) {
      const to = number * numberBytes - begin;
      // Of a number that only ends in the range, what lies before it is not written.
      for (let i = 0; i < numberBytes; i++) out[to + i] = span[from + i] ?? 0;
    }
  }
  return out;
}
