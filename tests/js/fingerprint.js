// SPDX-License-Identifier: Apache-2.0
// An encoding without the special tokens around the text, as the golden fingerprints have it.
import { crc32 } from "node:zlib";

/** Ids, offsets and, with `words`, word ids, as one list. */
export function values({ ids, offsets, word_ids }, { words = true } = {}) {
  const last = ids.length - 1;
  const list = [...ids.slice(1, last), ...offsets.slice(1, last).flat()];
  return words ? [...list, ...word_ids.slice(1, last)] : list;
}

export function fingerprint(list) {
  return crc32(Buffer.from(Int32Array.from(list).buffer));
}
