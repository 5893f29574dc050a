// SPDX-License-Identifier: Apache-2.0

import { onAbort } from "../../wasm/js/base/on_abort.js";
import type { EntityList } from "../../wasm/js/base/types.js";
import type { TagParameters } from "./request_body.js";

/** How a pass is done: as the Python pipeline does it, or by the package's own rules. */
export interface PassParameters extends TagParameters {
  compat?: "hf";
}

/** One pass of a model over texts, all with the same parameters: a list of records for each. */
export type Pass = (
  texts: readonly string[],
  parameters: PassParameters,
  signal: AbortSignal,
) => Promise<EntityList[]>;

/** UTF-16 units of a pass, but for one long text: so that a short one behind it does not wait long. */
const mostUnits = 2 ** 13;

interface Job {
  readonly texts: readonly string[];
  readonly parameters: PassParameters;
  /** Jobs with the same key may be in one pass. */
  readonly key: string;
  readonly results: EntityList[];
  /** The next text to be taken. */
  next: number;
  missing: number;
  isOver: boolean;
  settle: { resolve: (results: EntityList[]) => void; reject: (reason: unknown) => void };
}

/** A text of a job. */
interface Item {
  job: Job;
  index: number;
  text: string;
}

/**
 * Puts the texts of requests that run at the same time into one pass of the model, which reads the weights once for all
 * of them. Nothing waits for company: what comes while a pass runs goes into the next one. Requests take turns, a text
 * each, so a long list delays nobody by more than a pass. A request's signal takes its texts out, and ends a pass that
 * nobody wants any more. Where a pass fails, each of its texts is tried by itself, so that only those fail that are at
 * fault.
 *
 *     const batcher = new Batcher([pass], 64);
 *     await Promise.all([batcher.tag(["Emma"], p, s), batcher.tag(["Ada"], p, s)]); // one pass
 */
export class Batcher {
  readonly #idle: Pass[];
  readonly #most: number;
  readonly #onPass: (texts: number) => void;
  /** Those with texts that are not in a pass yet. */
  #jobs: Job[] = [];
  /** What ends the passes that a job is in, where no other job of them is left. */
  readonly #leaving = new Map<Job, Set<() => void>>();

  /** One pass at a time in each of `passes`, of at most `most` texts. */
  constructor(
    passes: readonly Pass[],
    most: number,
    onPass: (texts: number) => void = () => undefined,
  ) {
    this.#idle = [...passes];
    this.#most = most;
    this.#onPass = onPass;
  }

  /** The records of each text, in order. Rejects with the signal's reason, or with the first error of a text. */
  async tag(
    texts: readonly string[],
    parameters: PassParameters,
    signal: AbortSignal,
  ): Promise<EntityList[]> {
    signal.throwIfAborted();
    const { promise, ...settle } = withResolvers<EntityList[]>();
    const key = JSON.stringify([
      parameters.compat,
      parameters.aggregation_strategy,
      parameters.ignore_labels,
      parameters.stride,
    ]);
    const results = new Array<EntityList>(texts.length);
    const missing = texts.length;
    const job: Job = { texts, parameters, key, results, next: 0, missing, isOver: false, settle };
    const forget = onAbort(signal, () => {
      this.#fail(job, signal.reason);
    });
    this.#jobs.push(job);
    setImmediate(() => {
      this.#start(); // once all that came together is here
    });
    return promise.finally(forget);
  }

  #fail(job: Job, reason: unknown): void {
    if (job.isOver) return;
    job.isOver = true;
    this.#jobs = this.#jobs.filter((each) => each !== job);
    job.settle.reject(reason);
    for (const leave of this.#leaving.get(job) ?? []) leave();
  }

  #start(): void {
    while (this.#jobs.length > 0) {
      const pass = this.#idle.pop();
      if (pass === undefined) return;
      void this.#run(pass, this.#take()).then(() => {
        this.#idle.push(pass);
        this.#start();
      });
    }
  }

  /** Texts of the first job and of those like it. Those that had a turn go behind the others. */
  #take(): Item[] {
    const key = this.#jobs[0]?.key;
    const items = inTurns(
      this.#jobs.filter((job) => job.key === key),
      this.#most,
    );
    const had = new Set(items.map(({ job }) => job));
    this.#jobs = [
      ...this.#jobs.filter((job) => !had.has(job)),
      ...this.#jobs.filter((job) => had.has(job) && isLeft(job)),
    ];
    return items;
  }

  async #run(pass: Pass, items: readonly Item[]): Promise<void> {
    try {
      await this.#pass(pass, items);
    } catch (error) {
      const [first] = items;
      if (items.length === 1 && first !== undefined) this.#fail(first.job, error);
      else for (const item of items) if (!item.job.isOver) await this.#run(pass, [item]);
    }
  }

  async #pass(pass: Pass, items: readonly Item[]): Promise<void> {
    const [first] = items;
    if (first === undefined) return;
    const ended = new AbortController();
    const jobs = new Set(items.map(({ job }) => job));
    const leave = (): void => {
      if ([...jobs].every((job) => job.isOver)) ended.abort();
    };
    for (const job of jobs)
      this.#leaving.set(job, (this.#leaving.get(job) ?? new Set()).add(leave));
    try {
      this.#onPass(items.length);
      const texts = items.map(({ text }) => text);
      const lists = await pass(texts, first.job.parameters, ended.signal);
      for (const [i, { job, index }] of items.entries()) finish(job, index, lists[i] ?? []);
    } finally {
      for (const job of jobs) {
        const leaves = this.#leaving.get(job);
        leaves?.delete(leave);
        if (leaves?.size === 0) this.#leaving.delete(job);
      }
    }
  }
}

/** At most so many texts, one of each job at a time. One that would be too much begins the next pass. */
function inTurns(jobs: readonly Job[], most: number): Item[] {
  const items: Item[] = [];
  let units = 0;
  for (let left = jobs; left.length > 0; left = left.filter(isLeft)) {
    for (const job of left) {
      const index = job.next;
      const text = job.texts[index] ?? "";
      units += text.length;
      if (items.length === most || (items.length > 0 && units > mostUnits)) return items;
      job.next++;
      items.push({ job, index, text });
    }
  }
  return items;
}

function isLeft(job: Job): boolean {
  return job.next < job.texts.length;
}

function finish(job: Job, index: number, list: EntityList): void {
  if (job.isOver) return;
  job.results[index] = list;
  if (--job.missing > 0) return;
  job.isOver = true;
  job.settle.resolve(job.results);
}

/** Promise.withResolvers(), which Node 20 has not. */
function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((take, refuse) => {
    resolve = take;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
