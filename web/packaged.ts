// SPDX-License-Identifier: Apache-2.0

import type { Transport } from "../wasm/js/hub/transport.js";
import type { BlobCache } from "./blob_cache.js";

/**
 * Files that came with an extension, at addresses such as
 * `chrome-extension://kcgoaebmpmjfdllbagdpbklecbmcnfgh/models/ner/config.json`. No network is asked for
 * them, and nothing is gained by keeping copies.
 */
export function isPackaged(url: string, base: string): boolean {
  return /^(?:chrome|moz|safari-web)-extension:/.test(url) && isOwn(url, base);
}

/** Whether an address is of the page's own origin. By its parts: not all browsers give these schemes an origin. */
export function isOwn(url: string, base: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(base)) return false;
  const { protocol, host } = new URL(url);
  const own = new URL(base);
  return protocol === own.protocol && host === own.host;
}

/** For packaged files: `fetch` rejects where another server would answer that there is no such file. */
export function packagedTransport(transport: Transport): Transport {
  return {
    ...transport,
    fetch: async (url, init) => {
      try {
        return await transport.fetch(url, init);
      } catch {
        init.signal?.throwIfAborted();
        return new Response(null, { status: 404 });
      }
    },
  };
}

/** Keeps nothing. */
export const noCache: BlobCache = {
  match: () => Promise.resolve(undefined),
  put: () => Promise.resolve(),
  evict: () => Promise.resolve(),
};
