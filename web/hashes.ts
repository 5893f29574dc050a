// SPDX-License-Identifier: Apache-2.0

import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

import type { Digest, Hash } from "../wasm/js/hub/transport.js";

/** As bytes come: `crypto.subtle` wants all of a file at once. */
export function createHash(algorithm: Digest["algorithm"], size: number): Hash {
  const hash = algorithm === "sha256" ? sha256.create() : sha1.create();
  if (algorithm === "git-sha1") hash.update(utf8ToBytes(`blob ${size}\0`));
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => bytesToHex(hash.digest()),
  };
}
