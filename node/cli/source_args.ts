// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";

import { isEncoding } from "../../wasm/js/base/text_file.js";
import { UsageError } from "./usage.js";

/** Where texts come from: arguments, files, or stdin where neither is given. */
export interface Source {
  texts: string[];
  /** Names, patterns of names, and `-` for stdin. */
  files: string[];
  /** Of the files or of stdin, as TextDecoder names it; undefined is UTF-8, or what a mark says. */
  encoding: string | undefined;
}

/** Throws a UsageError. */
export function parseSource(
  args: string[],
  { file = [], encoding }: { file?: string[]; encoding?: string },
): Source {
  // A shell makes `--file a.txt b.txt` of `--file *.txt`; and a `-` alone is where texts come from.
  const isStdin = args.length === 1 && args[0] === "-";
  const areFiles =
    (file.length > 0 || isStdin) && args.every((each) => each === "-" || existsSync(each));
  const texts = areFiles ? [] : args;
  const files = areFiles ? [...file, ...args] : file;
  if (texts.length > 0 && files.length > 0) {
    throw new UsageError("expected either TEXT arguments or --file, found both");
  }
  if (files.filter((each) => each === "-").length > 1) {
    throw new UsageError("--file: expected - once, found it again");
  }
  if (encoding === undefined) return { texts, files, encoding };
  if (texts.length > 0) {
    throw new UsageError("--encoding: expected --file or standard input, found TEXT arguments");
  }
  if (!isEncoding(encoding)) {
    throw new UsageError(`--encoding: expected a name as windows-1252, found ${encoding}`);
  }
  return { texts, files, encoding };
}
