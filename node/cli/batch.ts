// SPDX-License-Identifier: Apache-2.0

import { hasCode } from "../../wasm/js/base/errors.js";
import type { ErrorCode } from "../../wasm/js/base/errors.js";
import { ReadAhead } from "../../wasm/js/client/read_ahead.js";
import type { BadRecord, Failed, InputRecord, TextRecord } from "../formats/record.js";

/** Records that a worker takes at a time. */
const most = 64;

/** What works on records, one call at a time. */
export interface BatchWorker<T> {
  one: (record: TextRecord) => Promise<T>;
  /** As many results, in order. */
  many: (records: TextRecord[]) => Promise<T[]>;
}

/**
 * What workers make of each record, in the records' order. Each worker takes what has come meanwhile; no
 * record waits for one that has not come, and no more is read than two batches a worker. What is wrong with
 * one record stands in its place; what is wrong with the model, or with the job, is thrown.
 * Once `stop` is aborted no batch is begun, and what was begun is finished.
 * Where a batch waits for a worker, `another` is asked for one, until it has none.
 */
export async function* outcomes<T>(
  records: AsyncIterable<InputRecord>,
  workers: readonly BatchWorker<T>[],
  stop?: AbortSignal,
  another?: () => Promise<BatchWorker<T> | undefined>,
): AsyncGenerator<T | Failed> {
  const reader = new ReadAhead(records, most, ({ text = "" }) => text.length);
  const free = [...workers];
  const begun: Task<(T | Failed)[]>[] = []; // in order
  let wake = (): void => undefined;
  const start = <R>(work: Promise<R>): Task<R> => {
    const task: Task<R> = { outcome: undefined };
    void work
      .then(
        (value) => (task.outcome = { value }),
        (reason: unknown) => (task.outcome = { reason }),
      )
      .then(() => {
        wake();
      });
    return task;
  };
  let reading: Task<InputRecord[]> | undefined;
  let adding: Task<BatchWorker<T> | undefined> | undefined;
  let count = workers.length;
  // Two that end together find a batch each; one finds all that has come meanwhile.
  const isShared = count > 1 || another !== undefined;
  let isOver = false;
  try {
    for (;;) {
      if (adding?.outcome !== undefined) {
        const added = valueOf(adding.outcome);
        adding = undefined;
        if (added === undefined) another = undefined;
        else {
          free.push(added);
          count++;
        }
      }
      const isWanted = free.length > 0 || isShared;
      if (!isOver && isWanted && begun.length < 2 * count) reading ??= start(take(reader, stop));
      const worker = free.at(-1);
      const [first] = begun;
      if (reading?.outcome !== undefined && worker !== undefined) {
        const batch = valueOf(reading.outcome);
        reading = undefined;
        isOver = batch.length === 0 || stop?.aborted === true;
        if (isOver) continue;
        free.pop();
        begun.push(start(resultsOf(batch, worker).finally(() => free.push(worker))));
      } else if (first?.outcome !== undefined) {
        begun.shift();
        yield* valueOf(first.outcome);
      } else if (isOver && first === undefined) {
        return;
      } else {
        if (another !== undefined && isWaiting(reading)) adding ??= start(another());
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    await reader.close();
  }
}

/** Work that was begun, and how it ended. */
interface Task<R> {
  outcome: { value: R } | { reason: unknown } | undefined;
}

/** Whether a batch has been read. */
function isWaiting(reading: Task<unknown[]> | undefined): boolean {
  const outcome = reading?.outcome;
  return outcome !== undefined && "value" in outcome && outcome.value.length > 0;
}

function valueOf<R>(outcome: { value: R } | { reason: unknown }): R {
  if ("value" in outcome) return outcome.value;
  throw outcome.reason;
}

/** None at the end, and once it is stopped. */
async function take(
  reader: ReadAhead<InputRecord>,
  stop: AbortSignal | undefined,
): Promise<InputRecord[]> {
  try {
    const batch = await reader.take();
    return stop?.aborted === true ? [] : batch;
  } catch (error) {
    // The read that waited for more: streams make an AbortError of their own.
    if (stop?.aborted === true && (error as Error).name === "AbortError") return [];
    throw error;
  }
}

async function resultsOf<T>(
  batch: readonly InputRecord[],
  worker: BatchWorker<T>,
): Promise<(T | Failed)[]> {
  const good = batch.flatMap((record) => (isBad(record) ? [] : [record]));
  const together = good.length > 1 ? await worker.many(good).catch(() => undefined) : undefined;
  const results: (T | Failed)[] = [];
  let next = 0;
  for (const record of batch) {
    if (isBad(record)) results.push({ record });
    // Which record of a list is in error, a call of its own says.
    else results.push(together?.[next++] ?? (await attempt(record, worker)));
  }
  return results;
}

/** What one text may bring about; the next one has another worker. */
const ofOneText: readonly ErrorCode[] = [
  "text_too_long",
  "out_of_memory",
  "worker_crashed",
  "internal",
];

async function attempt<T>(record: TextRecord, worker: BatchWorker<T>): Promise<T | Failed> {
  try {
    return await worker.one(record);
  } catch (error) {
    const code = ofOneText.find((each) => hasCode(error, each));
    if (code === undefined) throw error;
    const { message } = error as Error;
    const { place } = record;
    const found = { code, message: place === undefined ? message : `${place}: ${message}` };
    return { record: { ...record, error: found } };
  }
}

function isBad(record: InputRecord): record is BadRecord {
  return "error" in record;
}
