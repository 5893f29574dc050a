// SPDX-License-Identifier: Apache-2.0
// The browser's hashes against Node's: small files at once, large ones as their bytes come.

import { createHash } from "node:crypto";

import { expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { createHash: browserHash } = await fromSource("web/hashes.ts");

/** Bytes in uneven pieces; `size` of them. */
function* pieces(size) {
  for (let at = 0, step = 1; at < size; at += step, step = step * 3 + 1) {
    yield new Uint8Array(Math.min(step, size - at)).map((_, index) => at + index * 7);
  }
}

async function hashed(algorithm, size) {
  const hash = browserHash(algorithm, size);
  const node = createHash(algorithm === "sha256" ? "sha256" : "sha1");
  if (algorithm === "git-sha1") node.update(`blob ${size}\0`);
  for (const bytes of pieces(size)) {
    hash.update(bytes);
    node.update(bytes);
  }
  return { found: await hash.digest(), expected: node.digest("hex") };
}

test.each([
  ["sha256", 0],
  ["sha256", 1_000_003],
  ["sha256", 2 ** 25 + 1],
  ["git-sha1", 1_000_003],
])("%s of %i bytes", async (algorithm, size) => {
  const { found, expected } = await hashed(algorithm, size);
  expect(found).toBe(expected);
});

test("a page that is no secure context has no crypto.subtle, and hashes all the same", async () => {
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
  try {
    const { found, expected } = await hashed("sha256", 70_000);
    expect(found).toBe(expected);
  } finally {
    Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true });
  }
});
