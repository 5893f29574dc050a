// SPDX-License-Identifier: Apache-2.0

import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import type { TagCommand } from "./commands.js";
import { load } from "./load.js";
import { sharedThreads } from "./shared_threads.js";
import type { Terminal } from "./terminal.js";

/**
 * The command's model in workers, up to `--jobs` of them, each loaded when it is asked for. Unless the command
 * says how many threads each has, they share the processors.
 */
export class ModelPool {
  readonly #command: TagCommand;
  readonly #signal: AbortSignal;
  readonly #ended = new AbortController();
  readonly #threads: number | "auto";
  readonly #loading: Promise<TokenClassifier>[] = [];

  constructor(command: TagCommand, signal: AbortSignal) {
    this.#command = command;
    this.#signal = AbortSignal.any([signal, this.#ended.signal]);
    this.#threads = sharedThreads(command);
  }

  get isFull(): boolean {
    return this.#loading.length >= this.#command.jobs;
  }

  /** One more; with a line of progress on `err`, if there is one. */
  add(err?: Terminal["err"]): Promise<TokenClassifier> {
    const loading = load(this.#command, err, this.#signal, this.#threads);
    this.#loading.push(loading);
    return loading;
  }

  /** Ends all, and those that are being loaded. */
  async dispose(): Promise<void> {
    this.#ended.abort();
    for (const each of await Promise.allSettled(this.#loading)) {
      if (each.status === "fulfilled") await each.value.dispose();
    }
  }
}
