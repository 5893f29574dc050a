// SPDX-License-Identifier: Apache-2.0

import { rm } from "node:fs/promises";
import path from "node:path";

import { ModelNotFoundError } from "../../wasm/js/base/errors.js";
import { expandHome } from "../files/home.js";
import { removeCopy } from "../files/quantized_folder.js";
import { bytesWithin, listModels, sum } from "./cached_models.js";
import type { CacheFolders, CachedModelInfo } from "./cached_models.js";
import { collectShared, sharedBlobsOf } from "./collect_shared.js";

export interface RemovedModel extends CachedModelInfo {
  /** Bytes that the disk has more, its quantised weights included. */
  freed: number;
  /** Bytes of shared blobs that nobody has any more, but that could not be deleted. */
  left: number;
}

/**
 * Deletes all revisions of a model and its quantised weights, and says what that was; of what it shared
 * with other models, what none of them has. Of a folder that is not in the cache, only its quantised
 * weights go. Errors: model_not_found.
 */
export async function removeModel(
  id: string,
  caches: CacheFolders,
  signal: AbortSignal,
): Promise<RemovedModel> {
  const models = await listModels(caches);
  const model =
    models.find((each) => each.id === id) ??
    models.find((each) => each.id === path.resolve(expandHome(id)));
  if (model === undefined) {
    throw new ModelNotFoundError(
      `expected ${id} in the cache ${caches.cacheDir}, found no such model`,
    );
  }
  let freed = 0;
  let left = 0;
  if (model.id !== model.folder) {
    const payloads = await sharedBlobsOf(model.folder);
    freed += await bytesWithin(model.folder);
    await rm(model.folder, { recursive: true });
    const collected = await collectShared(path.dirname(model.folder), payloads, signal);
    freed += collected.freed;
    left = collected.left;
  }
  for (const copy of model.quantized) await removeCopy(copy);
  freed += sum(model.quantized.map(({ bytes }) => bytes));
  const { revisions, bytes, files, folder, quantized } = model;
  return { id: model.id, revisions, bytes, files, folder, quantized, freed, left };
}
