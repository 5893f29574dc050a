// SPDX-License-Identifier: Apache-2.0

import { Worker } from "node:worker_threads";

import { root } from "./support.js";

/**
 * The spans that the core finds for each job, or its error's code. A job has the number of its label
 * set and the labels' places in it: `{ set: 0, labels: [1, 2] }`.
 */
export function decodeAll(jobs, labelSets, decoder) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./decoders.worker.js", import.meta.url), {
      workerData: { jobs, labelSets, decoder, root },
    });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}
