// SPDX-License-Identifier: Apache-2.0

import type { RandomAccess } from "../base/random_access.js";
import type { Core } from "../core/core.js";

/** Bytes that say how long a safetensors header is. */
const sizeBytes = 8;

/** A safetensors file's header, the bytes that say its size included; only the core reads more of it. */
export async function readHeader(
  core: Core,
  source: RandomAccess,
  where: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const first = await source.read(0, Math.min(sizeBytes, source.size), signal);
  return source.read(0, core.headerSize(first, source.size, where), signal);
}
