// SPDX-License-Identifier: Apache-2.0
// The layout of huggingface_hub's shared blobs, made by hand: what utils/_shared_blobs.py of 2.4.0 leaves
// of a file that came from Xet storage. shared_blobs_python.test.js has that package make it.

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

import { sha256, xetHash } from "./hub_server.js";
import { context } from "./hub_support.js";

export const folderOf = (model) => path.join(context.cache, `models--${model.replace("/", "--")}`);

export const blobOf = (model, bytes) => path.join(folderOf(model), "blobs", sha256(bytes));

/** Where the bytes are that models share. */
export const payloadOf = (bytes) => {
  const hash = xetHash(bytes);
  return path.join(context.cache, "blobs", hash.slice(0, 2), hash);
};

/** The lines of their list, or undefined. */
export const referencesTo = (bytes) => {
  const file = `${payloadOf(bytes)}.refs`;
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : undefined;
};

export const referenceOf = (model, bytes) => path.relative(context.cache, blobOf(model, bytes));

/** Moves a blob of a model that was loaded to where models share it, and leaves a link to it. */
export function share(model, bytes) {
  const payload = payloadOf(bytes);
  const blob = blobOf(model, bytes);
  mkdirSync(path.dirname(payload), { recursive: true });
  writeFileSync(path.join(context.cache, "blobs/.huggingface-shared-blobs"), "1\n");
  writeFileSync(`${payload}.lock`, "", { mode: 0o666 });
  if (existsSync(payload)) rmSync(blob);
  else renameSync(blob, payload);
  appendFileSync(`${payload}.refs`, `${referenceOf(model, bytes)}\n`);
  symlinkSync(path.relative(path.dirname(blob), payload), blob);
}
