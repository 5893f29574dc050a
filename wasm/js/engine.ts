// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "./backend.js";
import type { Core, CoreRecords } from "./core.js";
import { InvalidArgumentError } from "./errors.js";
import type { TagSettings } from "./options.js";
import type { Entity } from "./types.js";

/** Tokens that neighbouring windows share unless a call says otherwise. */
const defaultStride = 128;

/**
 * Text in, entities out, in the thread that owns the core: windows of ids from C++, logits from the
 * backend, records from C++ again.
 */
export class Engine {
  readonly #core: Core;
  readonly #backend: Backend;

  constructor(core: Core, backend: Backend) {
    this.#core = core;
    this.#backend = backend;
  }

  /** One list of records for each text. */
  async classify(texts: string[], settings: TagSettings, signal: AbortSignal): Promise<Entity[][]> {
    const results: Entity[][] = [];
    for (const text of texts) results.push(await this.#classifyOne(text, settings, signal));
    return results;
  }

  async dispose(): Promise<void> {
    this.#core[Symbol.dispose]();
    await this.#backend.dispose();
  }

  async #classifyOne(text: string, settings: TagSettings, signal: AbortSignal): Promise<Entity[]> {
    const maxTokens = this.#core.maxTokens();
    const stride = chooseStride(settings.stride, maxTokens);
    const windows = this.#core.windows(text, maxTokens, stride);
    const logits = await this.#backend.forward(windows, signal);
    const records = this.#core.decode(text, logits, {
      strategy: settings.strategy,
      ignoreLabels: settings.ignoreLabels,
      codepoints: settings.offsets === "codepoint",
      maxTokens,
      stride,
    });
    return settings.strategy === "none"
      ? toTokens(records, this.#core.labels())
      : toGroups(records, this.#core.groups());
  }
}

function chooseStride(asked: number | undefined, maxTokens: number): number {
  if (asked === undefined) return Math.min(defaultStride, Math.floor(maxTokens / 4));
  // A window advances by what it holds besides <s>, </s> and the shared tokens.
  if (asked < maxTokens - 2) return asked;
  throw new InvalidArgumentError(
    `stride: expected fewer than the ${maxTokens - 2} tokens of text in a window, found ${asked}`,
  );
}

function toTokens(records: CoreRecords, labels: string[]): Entity[] {
  return records.words.map((word, i) => ({
    entity: labels[at(records.labels, i)] ?? "",
    score: at(records.scores, i),
    index: at(records.indices, i),
    word,
    start: at(records.offsets, 2 * i),
    end: at(records.offsets, 2 * i + 1),
  }));
}

function toGroups(records: CoreRecords, groups: string[]): Entity[] {
  return records.words.map((word, i) => ({
    entity_group: groups[at(records.labels, i)] ?? "",
    score: at(records.scores, i),
    word,
    start: at(records.offsets, 2 * i),
    end: at(records.offsets, 2 * i + 1),
  }));
}

function at(list: Int32Array | Float32Array, i: number): number {
  return list[i] ?? NaN;
}
