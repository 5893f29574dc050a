// SPDX-License-Identifier: Apache-2.0
//
// What a command reads its texts from: a file, what another program writes, or `-`, which is standard input.

import { fstatSync } from "node:fs";
import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import type { Readable } from "node:stream";

import { IrregularFileError } from "../files/regular_file.js";
import { openText } from "../files/text_input.js";

/** An input's name for people. */
export function inputName(name: string): string {
  return name === "-" ? "standard input" : name;
}

/** Its bytes. An abort ends the wait for more. Rejects with the system's own error where there is nothing. */
export async function openInput(name: string, signal: AbortSignal): Promise<Readable> {
  if (name !== "-") return openText(name, signal);
  // Node reads a folder as if it were empty.
  if ((await entryOf(name))?.isDirectory() === true) {
    throw new IrregularFileError(inputName(name), "a folder");
  }
  return addAbortSignal(signal, process.stdin);
}

/** What it is; undefined of a file that is not there, and of a process without input. */
export async function entryOf(name: string): Promise<Stats | undefined> {
  try {
    return name === "-" ? fstatSync(0) : await stat(name);
  } catch {
    return undefined;
  }
}
