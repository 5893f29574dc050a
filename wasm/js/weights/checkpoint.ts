// SPDX-License-Identifier: Apache-2.0

import { checkFileSize } from "../base/file_limits.js";
import type { RandomAccess } from "../base/random_access.js";
import type { CompiledCore } from "../core/compile.js";
import { loadCore } from "../core/start_core.js";
import type { ModelFiles, ReopenOptions } from "../files/model_files.js";
import { feedCore } from "./feed_core.js";
import { mergeAdapter } from "./merge_adapter.js";
import type { Checkpoint } from "./opened_checkpoint.js";
import { VirtualAccess } from "./virtual_access.js";

/** WebAssembly memory for the tables of a checkpoint's files. */
const tableMemory = 2 ** 28;

const indexSuffix = ".index.json";

export interface CheckpointOptions extends ReopenOptions {
  compiled: CompiledCore;
  files: ModelFiles;
  /** Within the model: one that chooseWeights() knows. */
  file: string;
}

/**
 * Opens weights to be read as one safetensors file, whatever form they are published in. An index
 * opens the files that it names; the tables of these and of `pytorch_model.bin` are read here. An
 * adapter is merged.
 *
 *     await openCheckpoint({ compiled, files, file: 'pytorch_model.bin', … })
 */
export async function openCheckpoint(options: CheckpointOptions): Promise<Checkpoint> {
  const { compiled, signal } = options;
  const { adapter } = options.files;
  const base = await openWeights(options);
  if (adapter === undefined) return base;
  const opened = [base];
  try {
    const { files, file } = adapter;
    const own = await openWeights({ ...options, files, file });
    opened.push(own);
    return await mergeAdapter({ compiled, adapter, base, own, signal });
  } catch (error) {
    await Promise.all(opened.map(({ checkpoint }) => checkpoint.close()));
    throw error;
  }
}

async function openWeights(options: CheckpointOptions): Promise<Checkpoint> {
  const { compiled, files, file } = options;
  const hasIndex = file.endsWith(indexSuffix);
  const isTorch = file.endsWith(hasIndex ? `.bin${indexSuffix}` : ".bin");
  if (!hasIndex && !isTorch) {
    const checkpoint = await files.open(file, options);
    return { checkpoint, shards: [checkpoint] };
  }
  const { core } = await loadCore(compiled, 1, { cores: 1, maxMemory: tableMemory });
  using tables = core;
  const index = hasIndex ? await readIndex(options) : undefined;
  const where = `${files.name}/${file}`;
  const named = tables.openShards(index, isTorch ? ".bin" : ".safetensors", where);
  const shards: RandomAccess[] = [];
  try {
    for (const name of hasIndex ? named : [file]) {
      const shard = await files.open(name, options);
      shards.push(shard);
      tables.addShard(shard.size);
      const { signal } = options;
      await feedCore({ core, file: shard, where: `${files.name}/${name}`, signal });
    }
    return { checkpoint: new VirtualAccess(tables.finishShards(where), shards), shards };
  } catch (error) {
    await Promise.all(shards.map((shard) => shard.close()));
    throw error;
  }
}

async function readIndex(options: CheckpointOptions): Promise<Uint8Array> {
  const { files, file, signal } = options;
  const index = await files.open(file, options);
  try {
    checkFileSize(file, index.size, files.name);
    return await index.read(0, index.size, signal);
  } finally {
    await index.close();
  }
}
