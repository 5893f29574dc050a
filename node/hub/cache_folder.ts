// SPDX-License-Identifier: Apache-2.0

import {
  copyFile,
  mkdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import path from "node:path";

import { defaultLease, ownedName, removeAbandoned } from "../files/owned_file.js";
import { makeRoom } from "../files/make_room.js";
import { readSmall } from "../files/regular_file.js";

const suffix = ".new";

/**
 * One model in the cache, in the layout that huggingface_hub documents and the Hugging Face tools
 * share:
 *
 *     models--owner--name/blobs/<key>                      the bytes, by their hash
 *     models--owner--name/refs/main                        the commit that main was, 40 digits
 *     models--owner--name/snapshots/<commit>/config.json   → ../../blobs/<key>
 *
 * A blob may itself be a link, to the cache's shared blobs (shared_blobs.ts), whose names are no hashes of
 * the bytes: a file's key is the name that its first link has. Where there are no symbolic links the bytes
 * are in the snapshot, and there is no blob.
 *
 * Each file appears under its name in one step, whole. `.xlmr-ner/` beside them is ours: `<key>` there
 * is the size and time of a blob when its hash was found right, and what is being made is there, too.
 */
export class CacheFolder {
  readonly folder: string;
  readonly #links: boolean;

  /** Without `links` none are made, also where the file system has them. */
  constructor(folder: string, links: boolean) {
    this.folder = folder;
    this.#links = links;
  }

  static ofModel(cacheDir: string, id: string, links: boolean): CacheFolder {
    return new CacheFolder(path.join(cacheDir, folderName(id)), links);
  }

  get blobs(): string {
    return path.join(this.folder, "blobs");
  }

  blob(key: string): string {
    return path.join(this.blobs, key);
  }

  snapshot(commit: string): string {
    return path.join(this.folder, "snapshots", commit);
  }

  pointer(commit: string, file: string): string {
    return path.join(this.snapshot(commit), ...file.split("/"));
  }

  record(key: string): string {
    return path.join(this.#own, key);
  }

  /** The blob of a snapshot's file, or the file itself where it is no link; undefined where it leads nowhere. */
  async locate(commit: string, file: string): Promise<string | undefined> {
    const pointer = this.pointer(commit, file);
    const found = await stat(pointer).catch(() => undefined);
    if (found === undefined) return undefined;
    const target = (await readlink(pointer).catch(() => undefined)) ?? path.basename(pointer);
    return path.resolve(await realpath(path.dirname(pointer)), target);
  }

  /** The commit that a branch or tag was when it was last fetched. */
  async commitOf(revision: string): Promise<string | undefined> {
    const text = (await readSmall(this.#ref(revision))) ?? "";
    return text.trim() === "" ? undefined : text.trim();
  }

  async setCommit(revision: string, commit: string): Promise<void> {
    if ((await this.commitOf(revision)) !== commit) await this.write(this.#ref(revision), commit);
  }

  /** Writes a small file of this folder, unless it is as it should be: the folder may be for reading alone. */
  async write(file: string, text: string): Promise<void> {
    if ((await readSmall(file)) === text) return;
    await this.make(file, (made) => writeFile(made, text));
  }

  /**
   * Lets a snapshot's file be the blob: by a symbolic link, or where there are none by the bytes, of which a
   * new blob needs no second copy.
   */
  async point(commit: string, file: string, key: string, isNew: boolean): Promise<void> {
    const pointer = this.pointer(commit, file);
    const target = path.relative(path.dirname(pointer), this.blob(key));
    if ((await readlink(pointer).catch(() => undefined)) === target) return;
    await mkdir(path.dirname(pointer), { recursive: true });
    const isLinked =
      this.#links &&
      (await this.make(pointer, (made) => symlink(target, made)).then(
        () => true,
        () => false,
      ));
    if (isLinked) return;
    if (isNew) await rename(this.blob(key), pointer);
    else await this.make(pointer, (made) => copyFile(this.blob(key), made));
  }

  async removeBlob(key: string): Promise<void> {
    await makeRoom(this.blob(key));
    await rm(this.blob(key), { force: true });
    await rm(this.record(key), { force: true });
  }

  /** Makes a file of this folder: `make` does under another name, and it gets its own once it is whole. */
  async make(file: string, make: (made: string) => Promise<void>): Promise<void> {
    await mkdir(this.#own, { recursive: true });
    await mkdir(path.dirname(file), { recursive: true });
    await removeAbandoned(this.#own, { start: "", suffix, lease: defaultLease });
    const made = ownedName(path.join(this.#own, path.basename(file)), suffix);
    try {
      await make(made);
      await makeRoom(file);
      await rename(made, file);
    } catch (error) {
      await rm(made, { force: true });
      throw error;
    }
  }

  get #own(): string {
    return path.join(this.folder, ".xlmr-ner");
  }

  #ref(revision: string): string {
    return path.join(this.folder, "refs", ...revision.split("/"));
  }
}

function folderName(id: string): string {
  return `models--${id.replaceAll("/", "--")}`;
}
