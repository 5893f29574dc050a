// SPDX-License-Identifier: Apache-2.0

import { hasCode } from "../../wasm/js/base/errors.js";
import type { ErrorCode } from "../../wasm/js/base/errors.js";
import type { BadRecord, Failed, InputRecord, TextRecord } from "../formats/record.js";

/**
 * What a job makes of each record, one after another and in their order, no faster than it is taken. What is
 * wrong with one record stands in its place; what is wrong with the model, or with the job, is thrown.
 * Once `stop` is aborted no record is begun, and what was begun is finished.
 */
export async function* outcomes<T>(
  records: AsyncIterable<InputRecord>,
  work: (record: TextRecord) => Promise<T>,
  stop?: AbortSignal,
): AsyncGenerator<T | Failed> {
  try {
    for await (const record of records) {
      if (stop?.aborted === true) return;
      yield isBad(record) ? { record } : await attempt(record, work);
    }
  } catch (error) {
    // The read that waited for more: streams make an AbortError of their own.
    if (stop?.aborted !== true || (error as Error).name !== "AbortError") throw error;
  }
}

/** What one text may bring about; the next one has another worker. */
const ofOneText: readonly ErrorCode[] = [
  "text_too_long",
  "out_of_memory",
  "worker_crashed",
  "internal",
];

async function attempt<T>(
  record: TextRecord,
  work: (record: TextRecord) => Promise<T>,
): Promise<T | Failed> {
  try {
    return await work(record);
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
