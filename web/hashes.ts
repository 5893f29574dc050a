// SPDX-License-Identifier: Apache-2.0

import { _SHA1 } from "@noble/hashes/legacy.js";
import { _SHA256 } from "@noble/hashes/sha2.js";

import type { Digest, Hash } from "../wasm/js/hub/transport.js";

/** The most bytes that are held to be hashed at once. */
const most = 32 * 2 ** 20;

/**
 * By `crypto.subtle` where all bytes can be held and the page is a secure context: the 13 MB of the
 * embedded model then take a tenth of the time. It wants all of a file at once, so larger ones are
 * hashed as their bytes come.
 */
export function createHash(algorithm: Digest["algorithm"], size: number): Hash {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  if (algorithm === "sha256" && size <= most && subtle !== undefined) return atOnce(subtle, size);
  const hash = algorithm === "sha256" ? new _SHA256() : new _SHA1();
  if (algorithm === "git-sha1") hash.update(new TextEncoder().encode(`blob ${size}\0`));
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => hex(hash.digest()),
  };
}

function atOnce(subtle: SubtleCrypto, size: number): Hash {
  const content = new Uint8Array(size);
  let length = 0;
  return {
    update: (bytes) => {
      content.set(bytes, length);
      length += bytes.length;
    },
    digest: async () => {
      const digest = await subtle.digest("SHA-256", content.subarray(0, length));
      return hex(new Uint8Array(digest));
    },
  };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
