// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";

import { glob, isDynamicPattern } from "tinyglobby";

import { InvalidArgumentError } from "../../wasm/js/base/errors.js";

/**
 * The files that are named, in order. A name that is no file's and has `*`, `?`, `[…]` or `{…}` in it is all
 * files that it matches, by name; `**` goes into folders. Where none does, the pattern itself stands for them, and
 * statNamed() says so. Other names are not looked at.
 *
 *     await listFiles(["a.txt", "corpus/*.txt"]) // ["a.txt", "corpus/1.txt", "corpus/2.txt"]
 */
export async function listFiles(names: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(names.map(matches));
  return lists.flat();
}

async function matches(name: string): Promise<string[]> {
  if (existsSync(name) || !isDynamicPattern(name)) return [name];
  const absolute = path.isAbsolute(name);
  const found = await glob(name, { absolute, expandDirectories: false });
  return found.length > 0 ? found.sort() : [name];
}

/**
 * What a name of listFiles() is. Rejects with the system's own error, or with an InvalidArgumentError for a
 * pattern without files.
 */
export async function statNamed(name: string): Promise<Stats> {
  try {
    return await stat(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || !isDynamicPattern(name)) throw error;
    throw new InvalidArgumentError(`--file: expected files that match ${name}, found none`);
  }
}
