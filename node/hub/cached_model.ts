// SPDX-License-Identifier: Apache-2.0

import { stat } from "node:fs/promises";
import path from "node:path";

import { OfflineError } from "../../wasm/js/base/errors.js";
import type { ModelFiles } from "../../wasm/js/files/model_files.js";
import { digestOf } from "../../wasm/js/hub/remote_file.js";
import { openFile, openFolder } from "../files/folder.js";
import { isIntact } from "./blob.js";
import type { CacheFolder } from "./cache_folder.js";

export interface CachedModel {
  /** For messages and `info()`. */
  name: string;
  cache: CacheFolder;
  /** Names the snapshot in the cache. */
  commit: string;
  revision: string | undefined;
  /** Why only the cache is used: ends a sentence. */
  because: string;
}

/** A model as the cache has it, without the network. What has been damaged there is not handed on. */
export function cachedFiles(model: CachedModel): ModelFiles {
  const { name, cache, commit, revision, because } = model;

  /** The blob, or the file itself where it is no link. */
  const locate = async (file: string, signal: AbortSignal): Promise<string> => {
    const target = await cache.locate(commit, file);
    if (target === undefined) {
      throw new OfflineError(
        `${name}: expected ${file} in the cache ${cache.folder}, found no such file; ${because}`,
      );
    }
    const key = path.basename(target);
    const digest = digestOf(key);
    const isKnown = digest !== undefined || key.startsWith("url-");
    if (!isKnown || (await isIntact(cache, target, { key, size: undefined, digest }, signal))) {
      return target;
    }
    throw new OfflineError(
      `${name}: expected ${file} as it was downloaded, found ${target} changed since; ${because}, ` +
        "and so it cannot be fetched again",
    );
  };

  return {
    name,
    revision,
    offline: because,
    has: (file) => isFile(cache.pointer(commit, file)),
    fetch: () => Promise.resolve(),
    read: async (file, options) => {
      await locate(file, options.signal);
      return (await openFolder(cache.snapshot(commit))).read(file, options);
    },
    open: async (file, options) => {
      const signal = options?.signal ?? new AbortController().signal;
      return openFile(await locate(file, signal), `${name}/${file}`);
    },
  };
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
