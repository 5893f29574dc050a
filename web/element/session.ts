// SPDX-License-Identifier: Apache-2.0

import type { AggregationStrategy, PipelineInfo, Progress } from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { Loader } from "./loader.js";
import type { Wanted } from "./loader.js";
import type { Output } from "./output.js";
import { tagText } from "./tagging.js";
import type { TagProgress, WidgetEvents, WidgetResult } from "./types.js";

/** What the session tells the element. */
export interface SessionHost {
  /** Something of what is shown has changed. */
  changed(): void;
  fire<Name extends keyof WidgetEvents>(name: Name, detail: WidgetEvents[Name]["detail"]): void;
}

/** What to compute with what. */
export interface Job {
  readonly wanted: Wanted;
  readonly text: string;
  readonly aggregation: AggregationStrategy;
  readonly signal: AbortSignal | undefined;
}

/**
 * Loading and computing, one computation at a time: a new one ends the one before it, whose promise
 * then resolves to undefined. Whatever happens, the state goes back to idle.
 */
export class Session {
  result: WidgetResult | undefined;
  info: PipelineInfo | undefined;
  progress: Progress | TagProgress | undefined;
  status = "";
  error: Error | undefined;
  readonly #host: SessionHost;
  readonly #output: Output;
  readonly #loader = new Loader();
  #run: AbortController | undefined;
  #loads = 0;

  constructor(host: SessionHost, output: Output) {
    this.#host = host;
    this.#output = output;
  }

  get isComputing(): boolean {
    return this.#run !== undefined;
  }

  get isLoading(): boolean {
    return this.#loads > 0;
  }

  async load(wanted: Wanted, signal: AbortSignal | undefined): Promise<TokenClassifier> {
    this.#loads++;
    this.#host.changed();
    try {
      const classifier = await this.#loader.load(wanted, signal, (progress) => {
        this.#report(progress);
      });
      this.info = classifier.info();
      return classifier;
    } finally {
      this.#loads--;
      this.progress = undefined;
      this.#host.changed();
    }
  }

  async compute(job: Job): Promise<WidgetResult | undefined> {
    this.cancel();
    const run = new AbortController();
    this.#run = run;
    this.error = undefined;
    this.#host.changed();
    const { text, signal } = job;
    const both = signal === undefined ? run.signal : AbortSignal.any([run.signal, signal]);
    try {
      if (text.trim() === "") throw new RangeError("You need to input some text.");
      const result = await this.#tag(job, both);
      if (this.#run !== run) return undefined;
      this.result = result;
      this.describe();
      this.#host.fire("ner-result", result);
      return result;
    } catch (error) {
      if (this.#run !== run) return undefined;
      if (both.aborted) this.status = "Cancelled.";
      else this.fail(error);
      return undefined;
    } finally {
      if (this.#run === run) {
        this.#run = undefined;
        this.progress = undefined;
        this.#host.changed();
      }
    }
  }

  cancel(): void {
    this.#run?.abort();
  }

  fail(cause: unknown): void {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    this.error = error;
    this.status = "";
    this.#host.fire("ner-error", { error });
    this.#host.changed();
  }

  /** Says anew what was found, as the filter may have changed. */
  describe(): void {
    if (this.result === undefined) return;
    const { milliseconds, complete } = this.result;
    const found = this.#output.counts.size === 0 ? "No entity was found" : this.#output.summary;
    const seconds = (milliseconds / 1000).toFixed(3);
    const cut = complete ? "" : "Cancelled before the end of the text. ";
    this.status = `${found}. ${cut}Computation time on ${this.info?.backend ?? ""}: ${seconds} s`;
  }

  dispose(): void {
    this.cancel();
    this.#loader.dispose();
  }

  async #tag(job: Job, signal: AbortSignal): Promise<WidgetResult> {
    const { text, aggregation, wanted } = job;
    const classifier = await this.load(wanted, signal);
    const begin = performance.now();
    let end = 0;
    try {
      for await (const block of tagText(classifier, text, { aggregation, signal })) {
        // A call that was answered before it heard of the abort belongs to no one.
        signal.throwIfAborted();
        this.#output.add(block);
        end = block.end;
        if (end < text.length) this.#report({ phase: "tag", loaded: end, total: text.length });
      }
    } catch (error) {
      // What was found before an abort is a result, too.
      if (!signal.aborted || end === 0) throw error;
    }
    this.#output.finish();
    const milliseconds = performance.now() - begin;
    return { text, entities: this.#output.entities, milliseconds, complete: end === text.length };
  }

  #report(progress: Progress | TagProgress): void {
    this.progress = progress;
    this.#host.fire("ner-progress", progress);
    this.#host.changed();
  }
}
