// SPDX-License-Identifier: Apache-2.0

import type { Core } from "./core.js";
import type { Encoding, OffsetUnit } from "./types.js";

/** Texts in tokens, in the thread that owns the core. */
export function encode(core: Core, texts: string[], unit: OffsetUnit): Encoding[] {
  return core.encode(texts, unit === "codepoint").map(({ ids, offsets, special }) => ({
    ids: [...ids],
    tokens: core.pieces(ids),
    offsets: Array.from(ids, (_, i) => [offsets[2 * i] ?? 0, offsets[2 * i + 1] ?? 0]),
    special_tokens_mask: Array.from(special, (bit) => (bit === 0 ? 0 : 1)),
  }));
}
