// SPDX-License-Identifier: Apache-2.0

import { hasCode } from "../../wasm/js/base/errors.js";
import type {
  AggregationStrategy,
  PipelineInfo,
  Progress,
  ScriptCount,
} from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { scriptsOf } from "./languages.js";
import { Loader, abortError, isAbortError } from "./loader.js";
import type { Output } from "./output.js";
import { tagText } from "./tagging.js";
import type { TagProgress, WidgetEvents, WidgetResult } from "./types.js";
import { isSame, nameOf } from "./wanted.js";
import type { Wanted } from "./wanted.js";
import { placeOf } from "./words.js";

/** What the session tells the element. */
export interface SessionHost {
  /** Something of what is shown has changed. */
  changed(): void;
  /** A model did not load: where there is one, `held` is what goes on to be computed with. */
  failed(wanted: Wanted, held: Wanted | undefined): void;
  fire<Name extends keyof WidgetEvents>(name: Name, detail: WidgetEvents[Name]["detail"]): void;
}

/** What decides what a text's result is. */
export interface Subject {
  readonly wanted: Wanted;
  readonly text: string;
  readonly aggregation: AggregationStrategy;
}

/**
 * Loading and computing, one computation at a time: a new one ends the one before it, whose promise
 * then resolves to undefined. Whatever happens, the state goes back to idle, and no result stays
 * where it could be taken for that of another text, model or setting.
 */
export class Session {
  result: WidgetResult | undefined;
  info: PipelineInfo | undefined;
  progress: Progress | TagProgress | undefined;
  error: Error | undefined;
  /** The scripts of the text that is shown. */
  scripts: readonly ScriptCount[] = [];
  readonly #host: SessionHost;
  readonly #output: Output;
  readonly #loader = new Loader();
  #run: AbortController | undefined;
  readonly #loads: Wanted[] = [];
  /** What the output is of, from its first block on. */
  #shown: Subject | undefined;
  #said = "";
  #saysResult = false;

  constructor(host: SessionHost, output: Output) {
    this.#host = host;
    this.#output = output;
  }

  get isComputing(): boolean {
    return this.#run !== undefined;
  }

  get isLoading(): boolean {
    return this.#loads.length > 0;
  }

  /** What runs now, or else what was last done; `subject` is what the element has at the moment. */
  status(subject: Subject): string {
    const loading = this.#loads.at(-1);
    if (loading !== undefined) return `Loading ${nameOf(loading)} …`;
    if (this.isComputing) return "Computing …";
    return this.#saysResult && this.outdated(subject) !== undefined ? "" : this.#said;
  }

  /** Why what is shown is not the result of what the element has at the moment. */
  outdated({ text, aggregation, wanted }: Subject): string | undefined {
    const shown = this.#shown;
    if (shown === undefined) return undefined;
    if (shown.text !== text) return "This is the result of an earlier text.";
    if (this.error !== undefined) return "This is the result from before the error.";
    if (!isSame(shown.wanted, wanted)) return "This is the result of another model.";
    if (shown.aggregation !== aggregation) return "This is the result of other settings.";
    return undefined;
  }

  async load(wanted: Wanted, signal: AbortSignal | undefined): Promise<TokenClassifier> {
    this.#loads.push(wanted);
    this.#host.changed();
    try {
      const classifier = await this.#loader.load(wanted, signal, (progress) => {
        this.#report(progress);
      });
      this.info = classifier.info();
      return classifier;
    } catch (error) {
      if (!isAbortError(error) && signal?.aborted !== true) {
        const { held } = this.#loader;
        this.#host.failed(wanted, held);
        this.say(held === undefined ? "" : `What computes is still ${nameOf(held)}.`);
      }
      throw error;
    } finally {
      this.#loads.splice(this.#loads.indexOf(wanted), 1);
      this.progress = undefined;
      this.#host.changed();
    }
  }

  async compute(
    subject: Subject,
    signal: AbortSignal | undefined,
  ): Promise<WidgetResult | undefined> {
    this.cancel();
    const run = new AbortController();
    this.#run = run;
    this.error = undefined;
    this.say("");
    const both = signal === undefined ? run.signal : AbortSignal.any([run.signal, signal]);
    try {
      if (subject.text.trim() === "") throw new RangeError("You need to input some text.");
      const result = await this.#tag(subject, both);
      if (this.#run !== run) return undefined;
      this.result = result;
      this.describe();
      this.#host.fire("ner-result", result);
      return result;
    } catch (error) {
      if (this.#run !== run) return undefined;
      if (both.aborted) this.say("Cancelled.");
      else if (isAbortError(error)) this.say(error.message);
      else {
        this.clear();
        this.fail(error);
      }
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
    this.#run?.abort(abortError("Cancelled."));
  }

  /** Takes the result away. */
  clear(): void {
    this.result = undefined;
    this.scripts = [];
    this.#shown = undefined;
    this.#output.clear();
    if (this.#saysResult) this.say("");
    this.#host.changed();
  }

  fail(cause: unknown): void {
    if (isAbortError(cause)) {
      this.say(cause.message);
      return;
    }
    const error = cause instanceof Error ? cause : new Error(String(cause));
    this.error = error;
    if (this.#saysResult) this.say("");
    this.#host.fire("ner-error", { error });
    this.#host.changed();
  }

  /** Says something that is not about the result. */
  say(text: string): void {
    this.#said = text;
    this.#saysResult = false;
    this.#host.changed();
  }

  /** Says what was found, and anew where the filter has changed. */
  describe(): void {
    if (this.result === undefined) return;
    const { milliseconds, complete } = this.result;
    const found = this.#output.counts.size === 0 ? "No entity was found" : this.#output.summary;
    const seconds = (milliseconds / 1000).toFixed(3);
    const cut = complete ? "" : "Cancelled before the end of the text. ";
    const model = this.#shown === undefined ? "" : `, with ${nameOf(this.#shown.wanted)}`;
    this.#said = `${found}. ${cut}Computation time on ${placeOf(this.info)}: ${seconds} s${model}`;
    this.#saysResult = true;
  }

  dispose(): void {
    this.cancel();
    this.#loader.dispose(abortError("The element left the page while its model loaded."));
  }

  async #tag(subject: Subject, signal: AbortSignal): Promise<WidgetResult> {
    const { text, aggregation, wanted } = subject;
    const classifier = await this.load(wanted, signal);
    const begin = performance.now();
    const scripts = scriptsOf(classifier, text, signal);
    let end = 0;
    try {
      for await (const block of tagText(classifier, text, { aggregation, signal })) {
        // A call that was answered before it heard of the abort belongs to no one.
        signal.throwIfAborted();
        this.#shown = subject;
        this.#output.add(block);
        end = block.end;
        if (end < text.length) this.#report({ phase: "tag", loaded: end, total: text.length });
      }
    } catch (error) {
      // A worker that will not answer again is not the one to compute with.
      if (hasCode(error, "worker_crashed") || hasCode(error, "disposed")) this.#loader.forget();
      // What was found before an abort is a result, too.
      if (!signal.aborted || end === 0) throw error;
    }
    this.#output.finish();
    const milliseconds = performance.now() - begin;
    this.scripts = await scripts;
    return { text, entities: this.#output.entities, milliseconds, complete: end === text.length };
  }

  #report(progress: Progress | TagProgress): void {
    this.progress = progress;
    this.#host.fire("ner-progress", progress);
    this.#host.changed();
  }
}
