// SPDX-License-Identifier: Apache-2.0

import { EnvironmentError } from "../base/errors.js";

/**
 * Ids and hashes from values and a secret: HMAC-SHA-256 (RFC 2104) over the label, a line feed and the value,
 * by the host's WebCrypto. Rejects with an EnvironmentError where there is none, as in pages without HTTPS.
 */
export class KeyedHash {
  readonly #key: Promise<CryptoKey>;

  constructor(secret: string | Uint8Array) {
    const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
    this.#key = importKey(Uint8Array.from(bytes));
    this.#key.catch(() => undefined); // who asks for a digest is told
  }

  async digest(label: string, value: string): Promise<Uint8Array> {
    const message = new TextEncoder().encode(`${label}\n${value}`);
    return new Uint8Array(await crypto.subtle.sign("HMAC", await this.#key, message));
  }
}

async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (subtle === undefined) {
    throw new EnvironmentError(
      "key: expected a secure context, which has crypto.subtle, found a page without",
    );
  }
  return subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

/** No vowels, so that no words come about; letters first, so that it is no number. */
const letters = "bcdfghjkmnpqrstvwxz";
const symbols = `${letters}23456789`;

/** What ids of any length look like, as a pattern. */
export const keyedForm = `[${letters}][${symbols}]{5,39}`;

const isKeyed = new RegExp(`^${keyedForm}$`);

/** Whether an id may have been made with a key. */
export function isKeyedId(id: string): boolean {
  return isKeyed.test(id);
}

/** An id of so many letters and digits, at most 32. */
export function idFrom(digest: Uint8Array, length: number): string {
  return Array.from(digest.subarray(0, length), (byte, at) => {
    const set = at === 0 ? letters : symbols;
    return set[byte % set.length] ?? "";
  }).join("");
}

/** The first 64 bits, in hexadecimal. */
export function hexFrom(digest: Uint8Array): string {
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
