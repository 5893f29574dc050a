// SPDX-License-Identifier: Apache-2.0

import type { Windows } from "./core.js";
import type { BackendName } from "./types.js";

/**
 * What runs the network. Each window is computed for itself, so that a result never depends on what
 * else is in the batch.
 *
 *     forward({ ids: [0, 5, 2, 0, 6, 7, 2], lengths: [3, 4] }) // → [7, labels] logits
 */
export interface Backend {
  readonly name: BackendName;
  /** Logits, [sum(lengths), labels] row-major. Checks the signal between windows. */
  forward(windows: Windows, signal: AbortSignal): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** What products are computed in, whatever form the weights are stored in. */
export type Precision = "fp32" | "q8";

/** A file that can be read in pieces. */
export interface RandomAccess {
  /** Bytes in all. */
  readonly size: number;
  /**
   * Tells this file from others, and from what it was before it was written again; undefined where
   * nothing does.
   */
  readonly identity: string | undefined;
  /** The bytes from `begin` to `end`, all of them; they may be overwritten by the next call. */
  read(begin: number, end: number, signal: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}
