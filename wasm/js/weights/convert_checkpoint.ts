// SPDX-License-Identifier: Apache-2.0

import type { RandomAccess } from "../base/random_access.js";
import type { Core } from "../core/core.js";
import type { FileChunk } from "../core/core_handle.js";
import { readHeader } from "./checkpoint_header.js";
import { feedCore } from "./feed_core.js";

/** What the converted weights are stored in. */
export type StoredDtype = "q8" | "q4";

/** A file that is written chunk by chunk. */
export interface WritableFile {
  /** Resolves once the bytes may be overwritten. */
  write(offset: number, bytes: Uint8Array): Promise<void>;
}

export interface ConvertOptions {
  core: Core;
  /** A published safetensors file. */
  source: RandomAccess;
  /** Names it in errors. */
  where: string;
  configJson: string;
  dtype: StoredDtype;
  /** The sha256 of the source, for the new file's metadata; empty for none. */
  sourceSha256: string;
  output: WritableFile;
  signal: AbortSignal;
  /** Bytes of the source. */
  onProgress?: (loaded: number) => void;
}

/**
 * Quantises a checkpoint chunk by chunk: neither file is ever in memory. What was written when it
 * rejects is no checkpoint.
 *
 *     await convertCheckpoint({ core, source, dtype: 'q8', output, … }) // 90481716, the new size
 */
export async function convertCheckpoint(options: ConvertOptions): Promise<number> {
  const { core, source, where, output, signal, onProgress } = options;
  const published = await readHeader(core, source, where, signal);
  let loaded = published.length;
  const { header, size } = core.openConversion(published, source.size, options);
  await output.write(0, header);
  const onGiven = async (bytes: number, chunks: FileChunk[]): Promise<void> => {
    for (const chunk of chunks) await output.write(chunk.begin, chunk.bytes);
    loaded += bytes;
    onProgress?.(loaded);
  };
  await feedCore({ core, file: source, where, signal, onGiven });
  return size;
}
