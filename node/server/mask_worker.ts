// SPDX-License-Identifier: Apache-2.0
// The script of the thread that masks: jobs in, answers out.

import { parentPort } from "node:worker_threads";

import { NerError } from "../../wasm/js/base/errors.js";
import { runMaskJob } from "./mask_job.js";
import type { MaskJob, MaskResult } from "./mask_job.js";

/** What became of a job: an error is told by its code, as its class does not come through. */
export type MaskAnswer =
  { result: MaskResult } | { error: { code: string | undefined; message: string } };

async function answerTo(job: MaskJob): Promise<MaskAnswer> {
  try {
    return { result: await runMaskJob(job) };
  } catch (error) {
    const { message } = error as Error;
    return { error: { code: error instanceof NerError ? error.code : undefined, message } };
  }
}

parentPort?.on("message", (job: MaskJob) => {
  void answerTo(job).then((answer) => parentPort?.postMessage(answer));
});
