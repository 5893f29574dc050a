// SPDX-License-Identifier: Apache-2.0

import { lstat, readlink } from "node:fs/promises";
import path from "node:path";

import { readSmall } from "../files/regular_file.js";

/**
 * The blobs that a cache's models share: since version 1.32 huggingface_hub keeps each file that came from
 * Xet storage once. This is its layout 1 (huggingface_hub 2.4.0, utils/_shared_blobs.py):
 *
 *     blobs/.huggingface-shared-blobs                  "1\n", without which the folder is not one
 *     blobs/3f/3f…                                     the bytes, named by the hash of their Xet tree
 *     blobs/3f/3f….refs                                a line for each link: models--a--b/blobs/<sha256>
 *     blobs/3f/3f….lock                                held (flock) while links come or bytes go
 *     models--a--b/blobs/<sha256>                      → ../../blobs/3f/3f…
 *
 * A line is a hint: only that whose link leads here counts. Bytes whose list is missing or cannot be read
 * stay.
 */

const marker = ".huggingface-shared-blobs";
/** Of a list of links, one line each. */
const mostListBytes = 64 * 2 ** 20;
const hashPattern = /^[0-9a-f]{64}$/;

/** `models--a--b/blobs/<key>`, of any kind of repository. */
const blobPattern = /^(?:datasets|kernels|models|spaces)--[^/\\\r\n]+\/blobs\/[^/\\\r\n]+$/;

export class SharedBlobs {
  readonly #cacheDir: string;

  /** Of a cache, which need not have any. */
  constructor(cacheDir: string) {
    this.#cacheDir = path.resolve(cacheDir);
  }

  /** Whether there are any, in the layout that is read here. */
  async exist(): Promise<boolean> {
    const text = await readRegular(path.join(this.#folder, marker));
    return text === "1\n" && (await lstat(this.#folder)).isDirectory();
  }

  /** Where the bytes of a Xet hash are. Undefined for what is no such hash. */
  payload(hash: string): string | undefined {
    if (!hashPattern.test(hash)) return undefined;
    return path.join(this.#folder, hash.slice(0, 2), hash);
  }

  manifest(payload: string): string {
    return `${payload}.refs`;
  }

  /** How the list of links names a repository's blob. Undefined for what is none of this cache. */
  reference(blob: string): string | undefined {
    const name = path.relative(this.#cacheDir, path.resolve(blob)).split(path.sep).join("/");
    return blobPattern.test(name) ? name : undefined;
  }

  /** The blob that a line of such a list names. */
  blob(reference: string): string {
    return path.join(this.#cacheDir, ...reference.split("/"));
  }

  /**
   * The shared bytes that a repository's blob is a link to; undefined where it is no such link. Rejects
   * where it cannot be read.
   */
  async targetOf(blob: string): Promise<string | undefined> {
    if (this.reference(blob) === undefined) return undefined;
    const link = await readlink(blob).catch((error: unknown) => {
      // There is none, or it is a file.
      if (["ENOENT", "EINVAL", "UNKNOWN"].includes(codeOf(error))) return undefined;
      throw error;
    });
    if (link === undefined) return undefined;
    const target = path.resolve(path.dirname(blob), link);
    return target === this.payload(path.basename(target)) ? target : undefined;
  }

  /** The blobs that lead to these bytes. Undefined where that is not known. */
  async referencesOf(payload: string): Promise<string[] | undefined> {
    const text = await readRegular(this.manifest(payload));
    if (text === undefined) return undefined;
    const found = new Set<string>();
    for (const line of text.split(/\r?\n/)) {
      if (!blobPattern.test(line) || line.split("/").includes("..")) continue;
      try {
        if ((await this.targetOf(this.blob(line))) === payload) found.add(line);
      } catch {
        return undefined;
      }
    }
    return [...found].sort();
  }

  get #folder(): string {
    return path.join(this.#cacheDir, "blobs");
  }
}

/** The size of a file that is not a link. */
export async function sizeOfRegular(file: string): Promise<number | undefined> {
  const entry = await lstat(file).catch(() => undefined);
  return entry?.isFile() === true ? entry.size : undefined;
}

async function readRegular(file: string): Promise<string | undefined> {
  if ((await sizeOfRegular(file)) === undefined) return undefined;
  return readSmall(file, mostListBytes);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}
