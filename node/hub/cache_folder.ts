// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from "node:crypto";
import {
  copyFile,
  mkdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import path from "node:path";

/**
 * One model in the cache, in the layout that huggingface_hub documents and the Hugging Face tools
 * share:
 *
 *     models--owner--name/blobs/<key>                      the bytes, by their hash
 *     models--owner--name/refs/main                        the commit that main was, 40 digits
 *     models--owner--name/snapshots/<commit>/config.json   → ../../blobs/<key>
 *
 * Each file appears under its name in one step, whole. `.xlmr-ner/<key>` beside them is ours: the
 * size and time of a blob when its hash was found right.
 */
export class CacheFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  static ofModel(cacheDir: string, id: string): CacheFolder {
    return new CacheFolder(path.join(cacheDir, folderName(id)));
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
    return path.join(this.folder, ".xlmr-ner", key);
  }

  /** The commit that a branch or tag was when it was last fetched. */
  async commitOf(revision: string): Promise<string | undefined> {
    const text = await readFile(this.#ref(revision), "utf8").catch(() => "");
    return text.trim() === "" ? undefined : text.trim();
  }

  async setCommit(revision: string, commit: string): Promise<void> {
    if ((await this.commitOf(revision)) !== commit) await writeText(this.#ref(revision), commit);
  }

  /** Lets a snapshot's file be the blob: by a symbolic link, or a copy where there are none. */
  async point(commit: string, file: string, key: string): Promise<void> {
    const pointer = this.pointer(commit, file);
    const target = path.relative(path.dirname(pointer), this.blob(key));
    if ((await readlink(pointer).catch(() => undefined)) === target) return;
    await mkdir(path.dirname(pointer), { recursive: true });
    const made = `${pointer}.${randomUUID()}`;
    await symlink(target, made).catch(() => copyFile(this.blob(key), made));
    await rename(made, pointer);
  }

  async removeBlob(key: string): Promise<void> {
    await rm(this.blob(key), { force: true });
    await rm(this.record(key), { force: true });
  }

  #ref(revision: string): string {
    return path.join(this.folder, "refs", ...revision.split("/"));
  }
}

function folderName(id: string): string {
  return `models--${id.replaceAll("/", "--")}`;
}

/** In one step: whoever reads sees the old text or the new. */
export async function writeText(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const made = `${file}.${randomUUID()}`;
  await writeFile(made, text);
  await rename(made, file);
}
