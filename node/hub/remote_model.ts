// SPDX-License-Identifier: Apache-2.0

import { realpath } from "node:fs/promises";

import type { CallContext } from "../../wasm/js/base/call_context.js";
import { ModelFileError } from "../../wasm/js/base/errors.js";
import type { ModelFiles } from "../../wasm/js/files/model_files.js";
import type { HttpClient } from "../../wasm/js/hub/http.js";
import type { RemoteFile } from "../../wasm/js/hub/remote_file.js";
import type { Repository } from "../../wasm/js/hub/repository.js";
import { Totals } from "../../wasm/js/hub/totals.js";
import { openFile, openFolder } from "../files/folder.js";
import type { CacheFolder } from "./cache_folder.js";
import { fetchFile, isCached } from "./fetch_file.js";
import type { FetchContext } from "./fetch_file.js";

export interface RemoteModel {
  /** For messages and `info()`. */
  name: string;
  http: HttpClient;
  repository: Repository;
  cache: CacheFolder;
  /** Names the snapshot in the cache. */
  commit: string;
  /** Called once all the files that were asked for together are there. */
  onFetched: () => Promise<void>;
  lease: number;
}

/** A model whose files are fetched into the cache when they are needed, and read from there. */
export function remoteFiles(model: RemoteModel): ModelFiles {
  const { name, http, repository, cache, commit } = model;
  const totals = new Totals(http.transport);
  const ready = new Set<string>();

  const contextOf = (path: string, { signal, onProgress }: CallContext): FetchContext => ({
    http,
    cache,
    commit,
    subject: repository.subject(path),
    signal,
    lease: model.lease,
    onBytes: (loaded, received) => {
      totals.report(path, { loaded, received }, onProgress);
    },
  });
  /** The file, where it has to be fetched. */
  const missing = async (path: string, options: CallContext): Promise<RemoteFile | undefined> => {
    if (ready.has(path)) return undefined;
    const file = await repository.find(path, options.signal);
    if (file === undefined) {
      throw new ModelFileError(`expected ${path} in the model ${name}, found no such file`);
    }
    if (!(await isCached(file, contextOf(path, options)))) return file;
    ready.add(path);
    return undefined;
  };
  const fetchOne = async (file: RemoteFile, options: CallContext): Promise<void> => {
    totals.expect(file.path, file.size ?? 0);
    await fetchFile(file, contextOf(file.path, options));
    totals.finish(file.path, options.onProgress);
    ready.add(file.path);
  };
  const ensure = async (path: string, options: CallContext): Promise<void> => {
    const file = await missing(path, options);
    if (file !== undefined) await fetchOne(file, options);
  };
  const has = async (path: string): Promise<boolean> =>
    (await repository.find(path, neverAborted)) !== undefined;

  return {
    name,
    revision: repository.commit,
    has,
    fetch: async (paths, options) => {
      const wanted: RemoteFile[] = [];
      for (const path of paths) {
        const file = (await has(path)) ? await missing(path, options) : undefined;
        if (file === undefined) continue;
        wanted.push(file);
        totals.expect(path, file.size ?? 0);
      }
      for (const file of wanted) await fetchOne(file, options);
      await model.onFetched();
    },
    read: async (path, options) => {
      await ensure(path, options);
      return (await openFolder(cache.snapshot(commit))).read(path, options);
    },
    open: async (path, options = quiet) => {
      await ensure(path, options);
      // By the blob's own name: it stays the same file when a new commit has it, too.
      return openFile(await realpath(cache.pointer(commit, path)));
    },
  };
}

const neverAborted = new AbortController().signal;
const quiet: CallContext = { signal: neverAborted, onProgress: () => undefined };
