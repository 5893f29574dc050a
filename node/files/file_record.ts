// SPDX-License-Identifier: Apache-2.0
//
// What a file was when it was right: "1234 1764370000123.4 9f86d081…", its bytes, its time in ms and its
// sha256. A file of that size and time is taken for the same; of another time it is hashed, since copying
// changes only that.

import { createHash } from "node:crypto";
import { lstat } from "node:fs/promises";

import { openRegular } from "./regular_file.js";

export const recordPattern = /^\d+ [\d.]+ [0-9a-f]{64}$/;

export async function recordOf(file: string): Promise<string> {
  const sha256 = await hashOf(file);
  const { size, mtimeMs } = await lstat(file);
  return `${size} ${mtimeMs} ${sha256}`;
}

/**
 * Whether the file is what it was: `same`, `touched` where only its time differs, or else what is wrong
 * with it, to be put after "found". What is suspect is hashed whatever its time is. Rejects where it cannot
 * be read.
 */
export async function compare(
  file: string,
  record: string | undefined,
  isSuspect = false,
): Promise<"same" | "touched" | { wrong: string }> {
  const entry = await lstat(file);
  if (!entry.isFile()) return { wrong: entry.isDirectory() ? "a folder" : "no regular file" };
  const [size, time, sha256] = record?.split(" ") ?? [];
  if (size === undefined) return { wrong: "no record of it" };
  if (entry.size !== Number(size)) return { wrong: `${entry.size} bytes of ${size}` };
  if (!isSuspect && entry.mtimeMs === Number(time)) return "same";
  return (await hashOf(file)) === sha256 ? "touched" : { wrong: "other bytes" };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  const handle = await openRegular(file);
  for await (const chunk of handle.createReadStream({ highWaterMark: 2 ** 20 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest("hex");
}
