// SPDX-License-Identifier: Apache-2.0

import type { Core } from "./core.js";
import type { EncodeSettings } from "./options.js";
import type { Encoding } from "./types.js";

/** Texts in tokens, in the thread that owns the core. */
export function encode(core: Core, texts: string[], { mode, offsets }: EncodeSettings): Encoding[] {
  return core
    .encode(texts, mode === "sentencepiece", offsets === "codepoint")
    .map(({ ids, offsets, words }) => ({
      ids: [...ids],
      tokens: core.pieces(ids),
      offsets: Array.from(ids, (_, i) => [offsets[2 * i] ?? 0, offsets[2 * i + 1] ?? 0]),
      word_ids: [null, ...words, null],
      special_tokens_mask: Array.from(ids, (_, i) => (i === 0 || i === ids.length - 1 ? 1 : 0)),
    }));
}
