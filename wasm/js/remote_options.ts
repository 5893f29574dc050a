// SPDX-License-Identifier: Apache-2.0

import { checkFlag, expected } from "./checks.js";
import { isRevision } from "./hub/hub_id.js";

/** Where a model comes from that is no folder, as options say it; the rest is the environment's. */
export interface RemoteSettings {
  revision: string | undefined;
  token: string | undefined;
  cacheDir: string | undefined;
  localFilesOnly: boolean;
}

export const remoteOptionNames = ["revision", "token", "cache_dir", "local_files_only"] as const;

type Given = Readonly<Record<string, unknown>>;

export function checkRemoteOptions(given: Given): RemoteSettings {
  return {
    revision: checkRevision(given["revision"]),
    token: checkToken(given["token"]),
    cacheDir: checkCacheDir(given["cache_dir"]),
    localFilesOnly: checkFlag("local_files_only", given["local_files_only"]),
  };
}

function checkRevision(revision: unknown): string | undefined {
  if (revision === undefined) return undefined;
  if (typeof revision === "string" && isRevision(revision)) return revision;
  throw expected("revision", "the name of a branch or tag, or a commit", revision);
}

/** The token itself stays out of the message. */
function checkToken(token: unknown): string | undefined {
  if (token === undefined || (typeof token === "string" && isToken(token))) return token;
  const found = typeof token === "string" ? "other characters" : typeof token;
  throw expected("token", "a string of printable ASCII without spaces", found);
}

/** Whether it can stand in a header. */
export function isToken(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}

function checkCacheDir(folder: unknown): string | undefined {
  if (folder === undefined || (typeof folder === "string" && folder !== "")) return folder;
  throw expected("cache_dir", "the path of a folder", folder);
}
