// SPDX-License-Identifier: Apache-2.0

import { CheckpointError } from "../../wasm/js/base/errors.js";
import type { RandomAccess } from "../../wasm/js/base/random_access.js";
import type { Core } from "../../wasm/js/core/core.js";
import type { VirtualFile } from "../../wasm/js/core/core_handle.js";
import { readHeader } from "../../wasm/js/weights/checkpoint_header.js";
import { VirtualAccess } from "../../wasm/js/weights/virtual_access.js";

const tokenEmbeddings = /(^|\.)embeddings\.word_embeddings\.weight$/;

interface Tensor {
  dtype: string;
  shape: number[];
  data_offsets: [number, number];
}

type Header = Record<string, Tensor | Record<string, string>>;

export interface TrimmedWeightsOptions {
  core: Core;
  checkpoint: RandomAccess;
  /** The config.json of the whole model. */
  configJson: string;
  /** Rows, ascending. */
  kept: readonly number[];
  /** Names it in errors. */
  where: string;
  signal: AbortSignal;
}

/**
 * A safetensors file as it would be with the `kept` rows of its token embeddings only. Nothing is
 * copied: the rows are read where they are.
 *
 *     await trimmedWeights({ kept: [0, 2, 3], checkpoint, … }) // of three rows
 */
export async function trimmedWeights(options: TrimmedWeightsOptions): Promise<RandomAccess> {
  const { core, checkpoint, configJson, kept, where, signal } = options;
  const bytes = await readHeader(core, checkpoint, where, signal);
  // The core's own checks, of the whole header: what follows may trust it.
  core.openConversion(bytes, checkpoint.size, { configJson, dtype: "q8", sourceSha256: "", where });
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8))) as Header;
  const tensors = Object.entries(header)
    .filter((entry): entry is [string, Tensor] => entry[0] !== "__metadata__")
    .sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
  const place: Place = { begin: [], from: [], size: 0 };
  for (const [name, tensor] of tensors) {
    const [begin, end] = tensor.data_offsets;
    const first = place.size;
    if (tokenEmbeddings.test(name)) {
      const rows = tensor.shape[0] ?? 0;
      if (kept.some((row) => row >= rows)) {
        throw new CheckpointError(
          `${where}: ${name}: expected a row for each of the tokenizer's pieces, found ${rows}`,
        );
      }
      const rowBytes = (end - begin) / rows;
      for (const row of kept) add(place, begin + row * rowBytes, rowBytes);
      tensor.shape[0] = kept.length;
    } else {
      add(place, begin, end - begin);
    }
    tensor.data_offsets = [first, place.size];
  }
  return new VirtualAccess(virtualFile(header, place, bytes.length), [checkpoint]);
}

/** Segments of the new file and where they are in the old one, both from their headers' ends. */
interface Place {
  begin: number[];
  from: number[];
  size: number;
}

function add(place: Place, from: number, size: number): void {
  const last = place.begin.length - 1;
  const end = (place.from[last] ?? NaN) + place.size - (place.begin[last] ?? 0);
  if (from !== end) {
    place.begin.push(place.size);
    place.from.push(from);
  }
  place.size += size;
}

function virtualFile(header: Header, place: Place, sourceHeaderSize: number): VirtualFile {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + Math.ceil(json.length / 8) * 8).fill(" ".charCodeAt(0));
  new DataView(bytes.buffer).setBigUint64(0, BigInt(bytes.length - 8), true);
  bytes.set(json, 8);
  return {
    header: bytes,
    size: bytes.length + place.size,
    begins: Float64Array.from(place.begin, (begin) => begin + bytes.length),
    shards: new Uint32Array(place.begin.length),
    shardBegins: Float64Array.from(place.from, (from) => from + sourceHeaderSize),
    gathers: [],
    merges: [],
  };
}
