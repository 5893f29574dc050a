// SPDX-License-Identifier: Apache-2.0

import type { BackendName } from "../base/types.js";
import type { Windows } from "../core/core_handle.js";

/**
 * What runs the network. Each window is computed for itself, so that a result never depends on what
 * else is in the batch.
 *
 *     forward({ ids: [0, 5, 2, 0, 6, 7, 2], lengths: [3, 4] }) // → [7, labels] logits
 */
export interface Backend {
  readonly name: BackendName;
  /** Tokens of the longest window that it takes, where it takes fewer than the model has positions for. */
  readonly maxTokens?: number | undefined;
  /** Logits, [sum(lengths), labels] row-major. Checks the signal between windows. */
  forward(windows: Windows, signal: AbortSignal): Promise<Float32Array>;
  dispose(): Promise<void>;
}
