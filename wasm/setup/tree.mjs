// SPDX-License-Identifier: Apache-2.0
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/**
 * The sha256 of a set of files: of their paths, sizes and bytes in the order of their paths. Unlike
 * an archive's it does not depend on who packed them.
 *
 *     hashFiles(new Map([['a/b.h', bytes]]))  // '3f0c…'
 */
export function hashFiles(files) {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path);
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** The regular files under `folder`, by their path relative to it with forward slashes. */
export async function readTree(folder, { skip = () => false } = {}) {
  const files = new Map();
  for (const path of await listTree(folder, skip)) {
    files.set(relative(folder, path).split(sep).join("/"), await readFile(path));
  }
  return files;
}

async function listTree(folder, skip) {
  const paths = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (skip(path)) continue;
    if (entry.isDirectory()) paths.push(...(await listTree(path, skip)));
    else if (entry.isFile()) paths.push(path);
  }
  return paths;
}

export async function writeTree(folder, files) {
  for (const [path, bytes] of files) {
    if (path.split("/").includes("..")) throw new Error(`"${path}" leaves its folder`);
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
