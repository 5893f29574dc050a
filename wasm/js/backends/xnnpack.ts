// SPDX-License-Identifier: Apache-2.0

import { concatenate } from "../base/concatenate.js";
import { Pacer } from "../base/pacer.js";
import type { RandomAccess } from "../base/random_access.js";
import type { Core, WeightsOptions } from "../core/core.js";
import type { Windows } from "../core/core_handle.js";
import { readHeader } from "../weights/checkpoint_header.js";
import { feedCore } from "../weights/feed_core.js";
import type { Backend } from "./backend.js";

/** Tokens of one call into the core: enough for its threads, few enough for its caches and an abort. */
const tokensPerCall = 512;

/** Bytes between two reports of progress, each of which costs a message: tensors are many and small. */
const progressBytes = 2 ** 22;

export interface XnnpackOptions extends WeightsOptions {
  core: Core;
  /** A safetensors file. */
  checkpoint: RandomAccess;
  signal: AbortSignal;
  onProgress?: (loaded: number) => void;
}

export interface XnnpackBackend extends Backend {
  /** The inner loop of its int8 products. */
  readonly kernel: string;
  /** On the checkpoint. */
  readonly remarks: readonly string[];
}

/** The engine in the core itself: reads the checkpoint range by range, never all of it at once. */
export async function createXnnpackBackend(options: XnnpackOptions): Promise<XnnpackBackend> {
  const { core, checkpoint, where, signal, onProgress } = options;
  const header = await readHeader(core, checkpoint, where, signal);
  let loaded = header.length;
  const remarks = core.openWeights(header, checkpoint.size, options);
  let reported = 0;
  const onGiven = (bytes: number): void => {
    loaded += bytes;
    if (loaded - reported < progressBytes) return;
    reported = loaded;
    onProgress?.(loaded);
  };
  await feedCore({ core, file: checkpoint, where, signal, onGiven });
  if (reported < checkpoint.size) onProgress?.(checkpoint.size);
  return new CoreBackend(core, remarks);
}

class CoreBackend implements XnnpackBackend {
  readonly name = "xnnpack";
  readonly kernel: string;
  readonly remarks: readonly string[];
  readonly #core: Core;
  readonly #pacer = new Pacer();

  constructor(core: Core, remarks: readonly string[]) {
    this.#core = core;
    this.remarks = remarks;
    this.kernel = core.kernel();
  }

  async forward({ ids, lengths }: Windows, signal: AbortSignal): Promise<Float32Array> {
    const parts: Float32Array[] = [];
    let begin = 0;
    for (const some of callsOf(lengths)) {
      await this.#pacer.pause(signal);
      const end = begin + sum(some);
      parts.push(this.#core.forward(ids.subarray(begin, end), some));
      begin = end;
    }
    return concatenate(parts, (length) => new Float32Array(length));
  }

  /** The core's owner disposes of the core. */
  dispose(): Promise<void> {
    return Promise.resolve();
  }
}

/** The lengths of the windows of each call: as many as fit, at least one. */
function* callsOf(lengths: Int32Array): Generator<Int32Array> {
  let begin = 0;
  let tokens = 0;
  for (const [i, length] of lengths.entries()) {
    if (i > begin && tokens + length > tokensPerCall) {
      yield lengths.subarray(begin, i);
      begin = i;
      tokens = 0;
    }
    tokens += length;
  }
  if (begin < lengths.length) yield lengths.subarray(begin);
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
