// SPDX-License-Identifier: Apache-2.0

import type { RandomAccess } from "../base/random_access.js";
import type { Core } from "../core/core.js";
import type { FileChunk } from "../core/core_handle.js";

export interface CoreFeed {
  core: Core;
  /** What was opened in the core. */
  file: RandomAccess;
  /** Names it in errors. */
  where: string;
  signal: AbortSignal;
  /** Called with each number of bytes that the core got, and with what they complete of a new file. */
  onGiven?: (bytes: number, chunks: FileChunk[]) => Promise<void> | void;
}

/**
 * Gives the core what it wants of a file, range by range, until it wants no more: it alone knows
 * what it reads, and in which order.
 *
 *     core.openWeights(header, file.size, options);
 *     await feedCore({ core, file, where: 'model.safetensors', signal }); // the model is ready
 */
export async function feedCore({ core, file, where, signal, onGiven }: CoreFeed): Promise<void> {
  for (let want = core.wants(); want !== undefined; want = core.wants()) {
    const bytes = await file.read(want.begin, want.end, signal);
    const chunks = core.give(bytes, where);
    await onGiven?.(bytes.length, chunks);
    signal.throwIfAborted();
  }
}
