// SPDX-License-Identifier: Apache-2.0

import path from "node:path";

import { InvalidArgumentError, ModelFileError } from "../../wasm/js/base/errors.js";
import { defaultEndpoint } from "../../wasm/js/hub/hub_id.js";
import { checkEndpoint, isToken } from "../../wasm/js/options/remote_options.js";
import type { RemoteSettings } from "../../wasm/js/options/remote_options.js";
import { expandHome, expandPath, pathOf, userCache } from "../files/home.js";
import type { Variables } from "../files/home.js";
import { quantizedFolder } from "../files/quantized_folder.js";
import { readSmall } from "../files/regular_file.js";

/** What options and environment say together; options come first. */
export interface HubSettings {
  /** Without a slash at its end. */
  endpoint: string;
  token: string | undefined;
  /** The cache of models by hub id, in the layout of the Hugging Face tools. */
  cacheDir: string;
  /** The cache of models by URL, which those tools know nothing of. */
  urlCacheDir: string;
  /** Where quantised weights are kept; undefined where they are not. */
  quantizedDir: string | undefined;
  /** Whether snapshots may be symbolic links to blobs, where the file system has them. */
  links: boolean;
  /** Whether a file that another model has already may be used from the cache's shared blobs. */
  sharing: boolean;
  offline: boolean;
  /** What said so, for messages. */
  offlineBy: string;
}

/**
 * Reads the variables of huggingface_hub (0.36 to 2.4), with its defaults. Errors: ModelFileError where
 * neither they nor a home folder say where downloads are to be kept.
 */
export async function hubSettings(
  remote: RemoteSettings,
  variables: Variables = process.env,
): Promise<HubSettings> {
  const { cacheDir, localFilesOnly } = remote;
  const offlineVariable = set(variables, "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE");
  return {
    endpoint: remote.endpoint ?? endpointOf(variables),
    token: remote.token ?? (await tokenOf(variables)),
    ...cacheFolders(cacheDir, variables),
    quantizedDir: quantizedFolder(variables),
    links: !isOn(variables, "HF_HUB_DISABLE_SYMLINKS"),
    sharing:
      !isOn(variables, "HF_HUB_DISABLE_SHARED_BLOBS") && !isOn(variables, "HF_HUB_DISABLE_XET"),
    offline: localFilesOnly || isOn(variables, offlineVariable),
    offlineBy: localFilesOnly ? "local_files_only" : offlineVariable,
  };
}

/** Where downloads are kept. Undefined where only the option `cache_dir` could say. */
export function hubCacheDir(variables: Variables): string | undefined {
  const home = hubHome(variables);
  return (
    pathOf(variables, "HF_HUB_CACHE") ??
    pathOf(variables, "HUGGINGFACE_HUB_CACHE") ??
    // Once more, as huggingface_hub does: it expands what it has made of HF_HOME, too.
    (home && expandPath(path.join(home, "hub"), variables))
  );
}

function cacheFolders(
  chosen: string | undefined,
  variables: Variables,
): Pick<HubSettings, "cacheDir" | "urlCacheDir"> {
  const cacheDir = chosen === undefined ? hubCacheDir(variables) : expandHome(chosen);
  if (cacheDir === undefined) {
    throw new ModelFileError(
      "expected a folder for downloads, found that this user has no home folder: name one " +
        "(option cache_dir, HF_HOME or HF_HUB_CACHE)",
    );
  }
  const own = userCache(variables);
  const beside = chosen !== undefined || own === undefined;
  const urls = beside ? path.join(cacheDir, "urls") : path.join(own, "xlmr-ner", "urls");
  return { cacheDir: path.resolve(cacheDir), urlCacheDir: path.resolve(urls) };
}

function hubHome(variables: Variables): string | undefined {
  const cache = userCache(variables);
  return pathOf(variables, "HF_HOME") ?? (cache && path.join(cache, "huggingface"));
}

function endpointOf(variables: Variables): string {
  const text = variables["HF_ENDPOINT"] ?? "";
  return (text === "" ? undefined : checkEndpoint("HF_ENDPOINT", text)) ?? defaultEndpoint;
}

/** HF_TOKEN, or the file that `hf auth login` writes. The token itself stays out of messages. */
async function tokenOf(variables: Variables): Promise<string | undefined> {
  if (isOn(variables, "HF_HUB_DISABLE_IMPLICIT_TOKEN")) return undefined;
  const name = set(variables, "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN");
  const home = hubHome(variables);
  const file = pathOf(variables, "HF_TOKEN_PATH") ?? (home && path.join(home, "token"));
  const given = withoutBreaks(variables[name]);
  const token =
    given === "" && file !== undefined ? withoutBreaks((await readSmall(file)) ?? "") : given;
  if (token === "") return undefined;
  if (isToken(token)) return token;
  throw new InvalidArgumentError(
    `expected a token of printable ASCII in ${given === "" ? (file ?? "") : name}, found other characters`,
  );
}

function withoutBreaks(token = ""): string {
  return token.replace(/[\r\n]/g, "").trim();
}

/** The variable that counts: the older one only where the newer is absent or empty. */
function set(variables: Variables, newer: string, older: string): string {
  return (variables[newer] ?? "") === "" && (variables[older] ?? "") !== "" ? older : newer;
}

function isOn(variables: Variables, name: string): boolean {
  return ["1", "ON", "YES", "TRUE"].includes(variables[name]?.toUpperCase() ?? "");
}
