// SPDX-License-Identifier: Apache-2.0

import { checkFlag, argumentError } from "../base/checks.js";
import { isRevision } from "../hub/hub_id.js";

/** Where a model comes from that is no folder, as options say it; the rest is the environment's. */
export interface RemoteSettings {
  /** The hub's address, without a slash at its end. */
  endpoint: string | undefined;
  revision: string | undefined;
  token: string | undefined;
  /** By their names in lower case. */
  headers: Readonly<Record<string, string>> | undefined;
  cacheDir: string | undefined;
  localFilesOnly: boolean;
  /** The one address that is read in spite of `localFilesOnly`: the caller has named it as where its files are. */
  localModel?: string | undefined;
}

export const remoteOptionNames = [
  "endpoint",
  "revision",
  "token",
  "headers",
  "cache_dir",
  "local_files_only",
] as const;

type Given = Readonly<Record<string, unknown>>;

export function checkRemoteOptions(given: Given): RemoteSettings {
  return {
    endpoint: checkEndpoint("endpoint", given["endpoint"]),
    revision: checkRevision(given["revision"]),
    token: checkToken(given["token"]),
    headers: checkHeaders(given["headers"]),
    cacheDir: checkCacheDir(given["cache_dir"]),
    localFilesOnly: checkFlag("local_files_only", given["local_files_only"]),
  };
}

export function checkEndpoint(name: string, endpoint: unknown): string | undefined {
  if (endpoint === undefined) return undefined;
  const isUrl = typeof endpoint === "string" && URL.canParse(endpoint);
  const url = isUrl ? new URL(endpoint) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.search + url.hash === "") {
    return url.href.replace(/\/+$/, "");
  }
  throw argumentError(name, "a URL of http or https", endpoint);
}

function checkRevision(revision: unknown): string | undefined {
  if (revision === undefined) return undefined;
  if (typeof revision === "string" && isRevision(revision)) return revision;
  throw argumentError("revision", "the name of a branch or tag, or a commit", revision);
}

/** The token itself stays out of the message. */
function checkToken(token: unknown): string | undefined {
  if (token === undefined || (typeof token === "string" && isToken(token))) return token;
  const found = typeof token === "string" ? "other characters" : typeof token;
  throw argumentError("token", "a string of printable ASCII without spaces", found);
}

/** Those that downloads are made with. */
const ownHeaders = ["accept-encoding", "if-range", "range"];

/** The values themselves, which may be secret, stay out of messages. */
function checkHeaders(headers: unknown): RemoteSettings["headers"] {
  if (headers === undefined) return undefined;
  const isHeaders = headers instanceof Headers;
  const isObject = typeof headers === "object" && headers !== null;
  // A list or a Map has no names as its fields.
  if (!isObject || (!isHeaders && Symbol.iterator in headers)) {
    throw argumentError("headers", "an object of strings by name", headers);
  }
  const given: [string, unknown][] = isHeaders ? [...headers] : Object.entries(headers);
  const checked: [string, string][] = given.map(([name, value]) => {
    if (ownHeaders.includes(name.toLowerCase())) {
      throw argumentError("headers", `none of ${ownHeaders.join(", ")}`, name);
    }
    if (typeof value === "string" && isHeader(name, value)) return [name.toLowerCase(), value];
    throw argumentError("headers", "names and values that HTTP allows", name);
  });
  return Object.fromEntries(checked);
}

function isHeader(name: string, value: string): boolean {
  try {
    new Headers({ [name]: value });
    return true;
  } catch {
    return false;
  }
}

/** Whether it can stand in a header. */
export function isToken(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}

function checkCacheDir(folder: unknown): string | undefined {
  if (folder === undefined || (typeof folder === "string" && folder !== "")) return folder;
  throw argumentError("cache_dir", "the path of a folder", folder);
}
