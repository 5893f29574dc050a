// SPDX-License-Identifier: Apache-2.0

import { lstat, mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

import type { QuantizedCache } from "../../wasm/js/worker/load_types.js";
import { compare, recordOf, recordPattern } from "./file_record.js";
import { openFile } from "./folder.js";
import { pathOf, userCache } from "./home.js";
import type { Variables } from "./home.js";
import { makeRoom } from "./make_room.js";
import { readSmall } from "./regular_file.js";
import { removePartials, writeWhole } from "./whole_file.js";

/**
 * Quantised weights, kept in one folder:
 *
 *     <key>.q8.safetensors     the weights
 *     <key>.source             the record of these weights (file_record.ts), then the files that they were
 *                              made of, a path with its time a line
 *
 * What is not as its record says is damaged, and is made anew. The key, 64 hexadecimal digits, changes with the files, so of what is made of the same files only the
 * last one is kept. Other files in the folder are somebody else's, and stay.
 */

const leastBytes = 64 * 2 ** 20;
const suffix = ".q8.safetensors";
const ownFile = /^[0-9a-f]{64}\.(?:q8\.safetensors|source)(?=\.|$)/;

/** `$XLMR_NER_CACHE`, or `xlmr-ner/quantized` in the user's cache folder; undefined where there is none. */
export function quantizedFolder(variables: Variables = process.env): string | undefined {
  const cache = userCache(variables);
  const folder =
    pathOf(variables, "XLMR_NER_CACHE") ?? (cache && path.join(cache, "xlmr-ner", "quantized"));
  return folder && path.resolve(folder);
}

/** What is kept of the weights that are loaded. */
export function quantizedCache(folder: string, least: number = leastBytes): QuantizedCache {
  const fileOf = (key: string): string => path.join(folder, key + suffix);
  return {
    leastBytes: least,
    open: async (key, isSuspect) => {
      const file = fileOf(key);
      if (!(await exists(file))) return undefined;
      const { record, sources } = await readSource(sourceFile(folder, key));
      const state = await compare(file, record, isSuspect);
      if (typeof state === "object") return { damaged: `${file}: found ${state.wrong}` };
      if (state === "touched") {
        // A cache that cannot be written is hashed each time.
        await writeSource(sourceFile(folder, key), file, sources).catch(() => undefined);
      }
      return { file: await openFile(file), name: file };
    },
    keep: async (key, source, write) => {
      const file = fileOf(key);
      await mkdir(folder, { recursive: true });
      await removeOwnPartials(folder);
      await makeRoom(file);
      await writeWhole(file, write);
      await writeSource(sourceFile(folder, key), file, source.split("\n"));
      const made = sourcesOf(source).join("\n");
      for (const each of await quantizedCopies(folder)) {
        if (each.sources.join("\n") === made && each.file !== file) {
          await removeCopy(each).catch(() => undefined); // it may be in use
        }
      }
    },
  };
}

export interface QuantizedCopy {
  file: string;
  bytes: number;
  /** The files that it was made of; none where that is not known. */
  sources: string[];
}

/** What is kept in a folder of quantised weights. */
export async function quantizedCopies(folder: string): Promise<QuantizedCopy[]> {
  const copies: QuantizedCopy[] = [];
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    if (!ownFile.test(name) || !name.endsWith(suffix)) continue;
    const file = path.join(folder, name);
    const source = sourceFile(folder, name.slice(0, -suffix.length));
    const { sources } = await readSource(source);
    const entry = await stat(file).catch(() => undefined);
    if (entry !== undefined) {
      copies.push({ file, bytes: entry.size, sources: sourcesOf(sources.join("\n")) });
    }
  }
  return copies;
}

export async function removeCopy({ file }: Pick<QuantizedCopy, "file">): Promise<void> {
  await makeRoom(file);
  await rm(file, { force: true });
  await rm(file.slice(0, -suffix.length) + ".source", { force: true });
}

/** What killed processes left, of other weights, too. */
async function removeOwnPartials(folder: string): Promise<void> {
  const files = (await readdir(folder)).map((name) => ownFile.exec(name)?.[0]);
  for (const file of new Set(files)) {
    if (file !== undefined) await removePartials(folder, `${file}.`);
  }
}

function sourceFile(folder: string, key: string): string {
  return path.join(folder, `${key}.source`);
}

/** The record of the weights, undefined where there is none, and the lines of their source's identity. */
async function readSource(
  file: string,
): Promise<{ record: string | undefined; sources: string[] }> {
  const [first = "", ...rest] = ((await readSmall(file)) ?? "").split("\n");
  return recordPattern.test(first)
    ? { record: first, sources: rest }
    : { record: undefined, sources: [first, ...rest] };
}

async function writeSource(file: string, weights: string, sources: string[]): Promise<void> {
  const text = [await recordOf(weights), ...sources].join("\n");
  await makeRoom(file);
  await writeWhole(file, (output) => output.write(0, new TextEncoder().encode(text)));
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** The paths of an identity (RandomAccess), whose lines have the time behind the path. */
function sourcesOf(identity: string): string[] {
  return identity === "" ? [] : identity.split("\n").map((line) => line.replace(/ [\d.]+$/, ""));
}
