// SPDX-License-Identifier: Apache-2.0

import type { RandomAccess } from "../base/random_access.js";

/** Weights that are open. */
export interface Checkpoint {
  /** All of it, to be read as one safetensors file; closing it closes the shards. */
  checkpoint: RandomAccess;
  /** The files that have the bytes, in order: one, where it is not split. */
  shards: readonly RandomAccess[];
}
