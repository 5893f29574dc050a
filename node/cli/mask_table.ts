// SPDX-License-Identifier: Apache-2.0

import { readFile, rename, rm, writeFile } from "node:fs/promises";

import { InvalidArgumentError, TextFormatError } from "../../wasm/js/base/errors.js";
import type { MaskSession, Masker, MaskSessionJson } from "../../wasm/js/masking/index.js";

/**
 * The session of a file. It has the private values themselves, so only its owner may read it. Where there is
 * no file yet it is a new session, if that is allowed. Rejects with a TextFormatError where the file is
 * something else, and with the system's own error.
 */
export async function openTable(
  masker: Masker,
  file: string,
  mayBeNew: boolean,
): Promise<MaskSession> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (mayBeNew && isMissing(error)) return undefined;
    throw error;
  });
  if (text === undefined) return masker.session();
  try {
    return masker.session(JSON.parse(text) as MaskSessionJson);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof InvalidArgumentError)) throw error;
    throw new TextFormatError(
      `${file}: expected a table that xlmr-ner mask wrote, found ${error.message}`,
    );
  }
}

/** All of it or nothing: a table that is half written would lose values. */
export async function saveTable(session: MaskSession, file: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, `${JSON.stringify(session.toJSON())}\n`, { mode: 0o600 });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as Partial<NodeJS.ErrnoException> | null)?.code === "ENOENT";
}
