// SPDX-License-Identifier: Apache-2.0

import type { Digest } from "./transport.js";

/** A file of a remote model: where it is, and how to tell that it has come whole. */
export interface RemoteFile {
  /** Within the model, `onnx/model.onnx`. */
  path: string;
  url: string;
  /** Bytes; undefined where the server does not say. */
  size: number | undefined;
  /** Names its content: of equal keys the bytes are equal. Fit for a file name; the cache's blobs have it. */
  key: string;
  /** Undefined where the server publishes none. */
  digest: Digest | undefined;
  /** For If-Range, where no digest tells whether a continued file is the same one. */
  validator: string | undefined;
}

/** What the hub names a file's content by: sha256 for large files, Git's hash for the others. */
export function digestOf(key: string): Digest | undefined {
  if (/^[0-9a-f]{64}$/.test(key)) return { algorithm: "sha256", hex: key };
  if (/^[0-9a-f]{40}$/.test(key)) return { algorithm: "git-sha1", hex: key };
  return undefined;
}

/** Whether its key tells it from what it was before: a server may say nothing to tell them by. */
export function isNamed({ digest, validator }: RemoteFile): boolean {
  return (digest ?? validator) !== undefined;
}
