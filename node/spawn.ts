// SPDX-License-Identifier: Apache-2.0

import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";

import { AssetError } from "../wasm/js/base/errors.js";
import type { AssetSettings } from "../wasm/js/options/asset_options.js";
import type { WorkerPort } from "../wasm/js/rpc/client.js";
import type { Response } from "../wasm/js/rpc/protocol.js";
import { workerAdvice, workerFile } from "./assets.js";
import { quantizedFolder } from "./files/quantized_folder.js";
import { hubCacheDir } from "./hub/environment.js";

/** Milliseconds that a worker has to end. One that waits for a disk that does not answer never does. */
const patience = 2000;

/** Starts node/worker.ts in a thread. Throws an AssetError where it is not to be found. */
export function spawnWorker(assets: AssetSettings): WorkerPort {
  // No flag of this process is meant for the worker, and with --input-type it would not even start. The
  // environment is the caller's, also where a test runner gives it one of its own.
  remarkOnCaches();
  const options = { execArgv: [], env: process.env };
  const worker = new Worker(workerFile(assets), options);
  return {
    post: (request) => {
      worker.postMessage(request);
    },
    listen: (onResponse, onFailure) => {
      worker.on("message", (response: Response) => {
        onResponse(response);
      });
      worker.on("error", (cause: Error) => {
        onFailure(isMissing(cause) ? unloadable(cause) : cause);
      });
      worker.on("messageerror", onFailure);
      worker.on("exit", (code) => {
        onFailure(`it exited with code ${code}`);
      });
    },
    keepAlive: (needed) => {
      if (needed) worker.ref();
      else worker.unref();
    },
    terminate: async () => {
      // Without this the process could end before the promise is settled.
      worker.ref();
      const enough = new AbortController();
      await Promise.race([worker.terminate(), wait(patience, enough.signal)]);
      enough.abort();
      worker.unref(); // whatever it waits for, nobody else does
    },
  };
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

let isRemarked = false;

/** Says once where a process keeps nothing for the next one. */
function remarkOnCaches(): void {
  const isKept = quantizedFolder() !== undefined && hubCacheDir(process.env) !== undefined;
  if (isKept || isRemarked) return;
  isRemarked = true;
  process.emitWarning(
    "this user has no home folder, so nothing is kept for the next time: name folders for quantised " +
      "weights (XLMR_NER_CACHE) and downloads (HF_HOME)",
    { code: "XLMR_NER_NO_HOME" },
  );
}

function isMissing(cause: NodeJS.ErrnoException): boolean {
  return /^(?:ERR_)?MODULE_NOT_FOUND$/.test(cause.code ?? "");
}

/** A script that was copied without what it imports. */
function unloadable(cause: Error): AssetError {
  return new AssetError(`${cause.message}: ${workerAdvice}`, { cause });
}
