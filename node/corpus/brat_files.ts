// SPDX-License-Identifier: Apache-2.0
//
// Where brat's pairs of files are; brat_pair.ts reads one.
//
//     await bratFiles("corpus") // [{ name: "a", text: "corpus/a.txt", annotations: "corpus/a.ann" }, …]

import { readdir, stat } from "node:fs/promises";
import path from "node:path";

import { corpusError } from "./source.js";

/** A pair of files, both with the path but for `.txt` and `.ann`. */
export interface BratFiles {
  /** Of a folder: its path in there. */
  readonly name: string;
  readonly text: string;
  readonly annotations: string;
}

/** Whether a path is a folder, or the name of one file of a pair. */
export async function isBrat(file: string): Promise<boolean> {
  if (file === "-") return false;
  return file.endsWith(".ann") || (await stat(file)).isDirectory();
}

/**
 * The pairs of a folder and of those in it, by name; or the one of a file, `x.ann` or `x.txt`. A text without
 * annotations is none of brat's. Rejects with a TextFormatError where a folder has no pair.
 */
export async function bratFiles(file: string): Promise<BratFiles[]> {
  if (!(await stat(file)).isDirectory()) return [pairOf(path.basename(file), file)];
  const names = await readdir(file, { recursive: true });
  const pairs = names
    .filter((name) => name.endsWith(".ann"))
    .sort()
    .map((name) => pairOf(name, path.join(file, name)));
  if (pairs.length > 0) return pairs;
  throw corpusError(file, "pairs of files .txt and .ann", "none");
}

function pairOf(name: string, file: string): BratFiles {
  const bare = (of: string): string => of.replace(/\.(?:txt|ann)$/, "");
  return { name: bare(name), text: `${bare(file)}.txt`, annotations: `${bare(file)}.ann` };
}
