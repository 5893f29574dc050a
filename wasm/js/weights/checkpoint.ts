// SPDX-License-Identifier: Apache-2.0

import { CheckpointError } from "../base/errors.js";
import type { RandomAccess } from "../base/random_access.js";
import type { CompiledCore } from "../core/compile.js";
import type { Core } from "../core/core.js";
import { loadCore } from "../core/start_core.js";
import type { ModelFiles, OpenOptions } from "../files/model_files.js";
import { VirtualAccess } from "./virtual_access.js";

/** WebAssembly memory for the tables of a checkpoint's files. */
const tableMemory = 2 ** 28;

/** As in src/formats/shard_index.h: what is larger is not even read. */
const maxIndexBytes = 2 ** 23;

const indexSuffix = ".index.json";

export interface Checkpoint {
  /** One file to read; closing it closes all. */
  weights: RandomAccess;
  /** The files that have the bytes, in order. */
  parts: readonly RandomAccess[];
}

export interface CheckpointOptions extends OpenOptions {
  compiled: CompiledCore;
  files: ModelFiles;
  /** Within the model: one that chooseWeights() knows. */
  file: string;
}

/**
 * Opens weights to be read as one safetensors file, whatever form they are published in. An index
 * opens the files that it names; the tables of these and of `pytorch_model.bin` are read here.
 *
 *     await openCheckpoint({ compiled, files, file: 'pytorch_model.bin', … })
 */
export async function openCheckpoint(options: CheckpointOptions): Promise<Checkpoint> {
  const { compiled, files, file } = options;
  const hasIndex = file.endsWith(indexSuffix);
  const isTorch = file.endsWith(hasIndex ? `.bin${indexSuffix}` : ".bin");
  if (!hasIndex && !isTorch) {
    const weights = await files.open(file, options);
    return { weights, parts: [weights] };
  }
  const { core } = await loadCore(compiled, 1, { cores: 1, maxMemory: tableMemory });
  using tables = core;
  const index = hasIndex ? await readIndex(options) : undefined;
  const where = `${files.name}/${file}`;
  const named = tables.openParts(index, isTorch ? ".bin" : ".safetensors", where);
  const parts: RandomAccess[] = [];
  try {
    for (const name of hasIndex ? named : [file]) {
      const part = await files.open(name, options);
      parts.push(part);
      await readTables(tables, part, `${files.name}/${name}`, options.signal);
    }
    return { weights: new VirtualAccess(tables.finishParts(where), parts), parts };
  } catch (error) {
    await Promise.all(parts.map((part) => part.close()));
    throw error;
  }
}

async function readIndex(options: CheckpointOptions): Promise<Uint8Array> {
  const { files, file, signal } = options;
  const index = await files.open(file, options);
  try {
    if (index.size <= maxIndexBytes) return await index.read(0, index.size, signal);
    throw new CheckpointError(
      `${files.name}/${file}: expected an index of at most ${maxIndexBytes} bytes, found ${index.size}`,
    );
  } finally {
    await index.close();
  }
}

async function readTables(
  core: Core,
  part: RandomAccess,
  where: string,
  signal: AbortSignal,
): Promise<void> {
  core.addPart(part.size);
  for (let want = core.wantedOfPart(); want !== undefined; want = core.wantedOfPart()) {
    core.givePart(await part.read(want.begin, want.end, signal), where);
  }
}
