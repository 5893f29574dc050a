// SPDX-License-Identifier: Apache-2.0

import { hasCode } from "../../wasm/js/base/errors.js";
import type { ErrorCode } from "../../wasm/js/base/errors.js";
import type { Item } from "./input.js";
import type { Output } from "./output.js";

/** Where and how a command writes. */
export interface Terminal {
  out: Output;
  err: NodeJS.WriteStream;
  /** stdout is a terminal. */
  isTTY: boolean;
  color: boolean;
}

/** What a command does with one text, and how it shows the result. */
export interface Job<R> {
  work: (text: string) => Promise<R>;
  /** An object where items have ids, which are added to it. */
  toJson: (result: R) => object;
  toLines: (text: string, result: R) => string[];
}

/**
 * Does a job for one item after another and writes each result as soon as it is there. What is
 * wrong with one item stands in its place, and the exit status is then 1; what is wrong with the
 * model is thrown.
 */
export async function runJob<R>(
  items: AsyncIterable<Item>,
  job: Job<R>,
  json: boolean,
  { out, err }: Terminal,
): Promise<number> {
  let number = 0;
  let status = 0;
  for await (const item of items) {
    number++;
    const outcome = await attempt(item, job);
    if ("error" in outcome) status = 1;
    if (json) {
      const value = "error" in outcome ? outcome : job.toJson(outcome.result);
      await out.line(JSON.stringify("id" in item ? { id: item.id, ...value } : value));
    } else if ("error" in outcome) {
      err.write(`xlmr-ner: text ${number}: ${outcome.error}\n`);
    } else {
      for (const line of job.toLines(outcome.text, outcome.result)) await out.line(line);
    }
  }
  return status;
}

/** What one text may bring about; the next one has another worker. */
const ofOneText: readonly ErrorCode[] = [
  "text_too_long",
  "out_of_memory",
  "worker_crashed",
  "internal",
];

async function attempt<R>(
  item: Item,
  { work }: Job<R>,
): Promise<{ text: string; result: R } | { error: string }> {
  if ("error" in item) return { error: item.error };
  try {
    return { text: item.text, result: await work(item.text) };
  } catch (error) {
    if (ofOneText.some((code) => hasCode(error, code))) return { error: (error as Error).message };
    throw error;
  }
}
