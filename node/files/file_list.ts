// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import path from "node:path";

import { glob, isDynamicPattern } from "tinyglobby";

import { InvalidArgumentError } from "../../wasm/js/base/errors.js";

/**
 * The files that are named, in order. A name that is no file's and has `*`, `?`, `[…]` or `{…}` in it is all
 * files that it matches, by name; `**` goes into folders. Rejects with an InvalidArgumentError where none
 * does. Other names are not looked at.
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
  if (found.length > 0) return found.sort();
  throw new InvalidArgumentError(`--file: expected files that match ${name}, found none`);
}
