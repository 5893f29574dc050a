// SPDX-License-Identifier: Apache-2.0

import type { KeptTries } from "../wasm/js/worker/kept_trie.js";
import { trieKey } from "./blob_cache.js";
import type { BlobCache } from "./blob_cache.js";

/** Tries beside the models that they are of. */
export function keptTries(cache: BlobCache): KeptTries {
  return {
    get: async (key) => {
      const buffer = await (await cache.match(trieKey(key)))?.arrayBuffer().catch(() => undefined);
      return buffer && new Uint8Array(buffer);
    },
    set: (key, trie) => cache.put(trieKey(key), new Blob([new Uint8Array(trie)])),
  };
}
