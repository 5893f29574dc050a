// SPDX-License-Identifier: Apache-2.0
//
// The pinned third-party sources of sources.json: from the cache, else from the first place that
// answers with the right content. `sha256` of a source is that of the files we keep (hashFiles), the
// same for every packer; `sha256` of a place is that of its archive, where it is known.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { reasonOf } from "./download.mjs";
import { SetupError } from "./errors.mjs";
import { say } from "./log.mjs";
import { readTar } from "./tar.mjs";
import { hashFiles, readTree, writeTree } from "./tree.mjs";

export const pinnedSources = JSON.parse(
  readFileSync(new URL("./sources.json", import.meta.url), "utf8"),
);

/**
 * Makes every source of `table` present and intact as `folder`/NAME. `fetchers` holds a function
 * for each kind of place, `(where) => Promise<Buffer>`; a kind it lacks is passed over.
 *
 *     await fetchSources('/cache/sources', pinnedSources, { url: download })
 */
export async function fetchSources(folder, table, fetchers, { decompressXz } = {}) {
  for (const [name, source] of Object.entries(table)) {
    const target = join(folder, name);
    if (await isIntact(target, source)) continue;
    const files = await fetchSource(name, source, fetchers, decompressXz);
    const temporary = `${target}.${process.pid}.part`;
    await rm(temporary, { recursive: true, force: true }); // a killed process may have had this number
    await mkdir(temporary, { recursive: true });
    await writeTree(temporary, files);
    await rm(target, { recursive: true, force: true });
    await rename(temporary, target);
  }
}

async function isIntact(target, source) {
  try {
    return hashFiles(await readTree(target)) === source.sha256;
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

async function fetchSource(name, source, fetchers, decompressXz) {
  const tried = [];
  for (const place of source.places) {
    const kind = Object.keys(fetchers).find((key) => key in place);
    if (kind === undefined) continue;
    const label = kind === "url" ? place.url : `${kind} ${place[kind]}`;
    try {
      const files = await unpack(await fetchers[kind](place[kind]), source, place, decompressXz);
      say(`  ${name} ${source.version} from ${label}`);
      return files;
    } catch (error) {
      tried.push(`${label} (${reasonOf(error)})`);
      say(`  ${name} ${source.version}: not from ${label}: ${reasonOf(error)}`);
    }
  }
  throw new SetupError(
    `${name} ${source.version} could not be fetched from any of its places, check the network and ` +
      `run the command again; tried ${tried.join(", ")}.`,
  );
}

async function unpack(archive, source, place, decompressXz) {
  if (place.sha256)
    expectHash("archive", createHash("sha256").update(archive).digest("hex"), place.sha256);
  const all = readTar(await decompress(archive, decompressXz));
  const files = new Map();
  for (const [path, bytes] of all) {
    const inside = place.bare ? path : path.replace(/^(\.\/)?[^/]+\//, "");
    const kept = inside.startsWith(place.folder ?? "") && inside.slice((place.folder ?? "").length);
    if (kept && source.keep.some((item) => isKept(kept, item))) files.set(kept, bytes);
  }
  expectHash("content", hashFiles(files), source.sha256);
  return files;
}

/** An item is a file, a folder with its slash, or a folder with the ending of files below it, `src/*.h`. */
function isKept(path, item) {
  const [folder, ending] = item.split("*");
  if (ending !== undefined) return path.startsWith(folder) && path.endsWith(ending);
  return path === item || (item.endsWith("/") && path.startsWith(item));
}

async function decompress(archive, decompressXz) {
  if (archive[0] === 0x1f && archive[1] === 0x8b) return gunzipSync(archive);
  if (archive.subarray(1, 5).toString("latin1") === "7zXZ") return decompressXz(archive);
  throw new Error("neither a gzip nor an xz archive");
}

function expectHash(what, found, expected) {
  if (found !== expected) throw new Error(`${what} sha256: expected ${expected}, found ${found}`);
}
