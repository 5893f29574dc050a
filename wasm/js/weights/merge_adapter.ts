// SPDX-License-Identifier: Apache-2.0

import type { CompiledCore } from "../core/compile.js";
import { loadCore } from "../core/start_core.js";
import type { Adapter } from "../files/model_files.js";
import { readHeader } from "./checkpoint_header.js";
import { feedCore } from "./feed_core.js";
import type { Checkpoint } from "./opened_checkpoint.js";
import { VirtualAccess } from "./virtual_access.js";

/** WebAssembly memory beside an adapter's matrices, of which each byte may become two. */
const besideMatrices = 2 ** 27;

export interface MergeOptions {
  compiled: CompiledCore;
  adapter: Adapter;
  /** The base model's weights, and the adapter's. */
  base: Checkpoint;
  own: Checkpoint;
  signal: AbortSignal;
}

/**
 * The base model's weights with the adapter in them: each matrix is merged when it is read, by a core
 * that lives as long as the checkpoint is open. Weights that have the adapter already stay as they are.
 */
export async function mergeAdapter(options: MergeOptions): Promise<Checkpoint> {
  const { compiled, adapter, base, own, signal } = options;
  const maxMemory = besideMatrices + 3 * own.checkpoint.size;
  const { core } = await loadCore(compiled, 1, { cores: 1, maxMemory });
  const where = `${adapter.files.name}/${adapter.file}`;
  try {
    const baseHeader = (await readHeader(core, base.checkpoint, where, signal)).slice();
    const header = await readHeader(core, own.checkpoint, where, signal);
    const sizes = [base.checkpoint.size, own.checkpoint.size] as const;
    if (core.openAdapter(adapter.configJson, [baseHeader, header], sizes, where)) {
      await own.checkpoint.close();
      core[Symbol.dispose]();
      return base;
    }
    await feedCore({ core, file: own.checkpoint, where, signal });
    const files = [base.checkpoint, own.checkpoint];
    const merging = { core, where, identity: adapter.configJson };
    const checkpoint = new VirtualAccess(core.finishAdapter(where), files, merging);
    return { checkpoint, shards: [...base.shards, ...own.shards] };
  } catch (error) {
    core[Symbol.dispose]();
    throw error;
  }
}
