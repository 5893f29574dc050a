// SPDX-License-Identifier: Apache-2.0

import { ModelFileError } from "../base/errors.js";

/** A pointer has fewer bytes, by Git LFS's specification. */
export const mostPointerBytes = 1024;

/**
 * Throws a ModelFileError where a file is a Git LFS pointer. A clone without Git LFS has pointers in
 * place of large files, and so has what is served of it:
 *
 *     version https://git-lfs.github.com/spec/v1
 *     oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
 *     size 1109836
 */
export function refusePointer(text: string, where: string): void {
  if (!text.startsWith("version https://git-lfs.github.com/spec/v1")) return;
  const size = /^size (\d+)/m.exec(text)?.[1] ?? "some";
  throw new ModelFileError(
    `expected ${where} itself, found a Git LFS pointer to its ${size} bytes: ` +
      "run 'git lfs pull' in its repository",
  );
}
