// SPDX-License-Identifier: Apache-2.0

import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

import { InvalidArgumentError } from "../../wasm/js/base/errors.js";
import { defaultEndpoint } from "../../wasm/js/hub/hub_id.js";
import { checkEndpoint, isToken } from "../../wasm/js/options/remote_options.js";
import type { RemoteSettings } from "../../wasm/js/options/remote_options.js";

type Variables = Readonly<Record<string, string | undefined>>;

/** What options and environment say together; options come first. */
export interface HubSettings {
  /** Without a slash at its end. */
  endpoint: string;
  token: string | undefined;
  /** The cache of models by hub id, in the layout of the Hugging Face tools. */
  cacheDir: string;
  /** The cache of models by URL, which those tools know nothing of. */
  urlCacheDir: string;
  offline: boolean;
  /** Which of the two it was, for messages. */
  offlineBy: string;
}

/** Reads the variables of huggingface_hub, with its defaults. */
export async function hubSettings(
  remote: RemoteSettings,
  variables: Variables = process.env,
): Promise<HubSettings> {
  const home = hubHome(variables);
  const { cacheDir, localFilesOnly } = remote;
  return {
    endpoint: remote.endpoint ?? endpointOf(variables),
    token: remote.token ?? (await tokenOf(variables, home)),
    cacheDir: hubCacheDir(cacheDir, variables),
    urlCacheDir: path.join(
      cacheDir === undefined ? path.join(userCache(variables), "xlmr-ner") : expandHome(cacheDir),
      "urls",
    ),
    offline: localFilesOnly || isOn(variables["HF_HUB_OFFLINE"]),
    offlineBy: localFilesOnly ? "local_files_only" : "HF_HUB_OFFLINE",
  };
}

function hubCacheDir(chosen: string | undefined, variables: Variables): string {
  const folder = chosen ?? variables["HF_HUB_CACHE"] ?? variables["HUGGINGFACE_HUB_CACHE"];
  return path.resolve(
    folder === undefined || folder === ""
      ? path.join(hubHome(variables), "hub")
      : expandHome(folder),
  );
}

/** `~` and what is in it: a shell expands it, an option or a variable may not be by one. */
export function expandHome(file: string): string {
  return /^~(?=[/\\]|$)/.test(file) ? homedir() + file.slice(1) : file;
}

function hubHome(variables: Variables): string {
  const home = variables["HF_HOME"];
  return home === undefined || home === ""
    ? path.join(userCache(variables), "huggingface")
    : expandHome(home);
}

function userCache(variables: Variables): string {
  const cache = variables["XDG_CACHE_HOME"];
  return cache === undefined || cache === "" ? path.join(homedir(), ".cache") : expandHome(cache);
}

function endpointOf(variables: Variables): string {
  const text = variables["HF_ENDPOINT"] ?? "";
  return (text === "" ? undefined : checkEndpoint("HF_ENDPOINT", text)) ?? defaultEndpoint;
}

/** HF_TOKEN, or the file that `hf auth login` writes. The token itself stays out of messages. */
async function tokenOf(variables: Variables, home: string): Promise<string | undefined> {
  const file = variables["HF_TOKEN_PATH"] ?? path.join(home, "token");
  const given = variables["HF_TOKEN"]?.trim();
  const token =
    given === undefined || given === ""
      ? (await readFile(expandHome(file), "utf8").catch(() => "")).trim()
      : given;
  if (token === "") return undefined;
  if (isToken(token)) return token;
  throw new InvalidArgumentError(
    `expected a token of printable ASCII in HF_TOKEN or ${file}, found other characters`,
  );
}

function isOn(value: string | undefined): boolean {
  return ["1", "ON", "YES", "TRUE"].includes(value?.toUpperCase() ?? "");
}
