// SPDX-License-Identifier: Apache-2.0

import { Worker } from "node:worker_threads";

import { EnvironmentError } from "../../wasm/js/base/errors.js";
import { onAbort, untilAborted } from "../../wasm/js/base/on_abort.js";
import { packageFolder } from "../package_folder.js";
import { ApiError } from "./api_error.js";
import type { MaskJob, MaskResult } from "./mask_job.js";
import type { MaskAnswer } from "./mask_worker.js";

/** Megabytes that the thread's values may take: the largest bodies need a tenth of it. */
const mostMemory = 1024;

/**
 * A thread that masks, one job after the other, so that a long text keeps the server from nothing else. It starts with the
 * first job. A job whose signal is aborted ends with its thread, and the next one has another.
 *
 *     await thread.run({ kind: "unmask", texts: ["[PER_1]"], session }, signal); // { outputs: [{ text: "Emma", … }] }
 */
export class MaskThread {
  #worker: Worker | undefined;
  /** When all jobs before are over. */
  #last: Promise<void> = Promise.resolve();

  /** Rejects with the signal's reason, or with an ApiError: 400 for a session or parameters that are none. */
  async run(job: MaskJob, signal: AbortSignal): Promise<MaskResult> {
    const before = this.#last;
    let isOver: () => void = () => undefined;
    const over = new Promise<void>((resolve) => (isOver = resolve));
    this.#last = before.then(() => over);
    try {
      await untilAborted(before, signal);
      signal.throwIfAborted();
      return resultOf(await this.#ask(job, signal));
    } finally {
      isOver();
    }
  }

  async close(): Promise<void> {
    await this.#end();
  }

  #ask(job: MaskJob, signal: AbortSignal): Promise<MaskAnswer> {
    const worker = (this.#worker ??= this.#start());
    return new Promise<MaskAnswer>((resolve, reject) => {
      const onMessage = (answer: MaskAnswer): void => {
        stop();
        resolve(answer);
      };
      const end = (reason: unknown): void => {
        stop();
        if (this.#worker === worker) void this.#end();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a signal's is the caller's own
        reject(reason);
      };
      const onError = (cause: Error): void => {
        end(failed(cause.name, cause));
      };
      const onExit = (code: number): void => {
        end(failed(`exit code ${code}`));
      };
      const stop = (): void => {
        forget();
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      };
      const forget = onAbort(signal, () => {
        end(signal.reason);
      });
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      worker.postMessage(job);
    });
  }

  #start(): Worker {
    const folder = packageFolder();
    if (folder === undefined) {
      throw new EnvironmentError("the server needs the package as it is installed, found none");
    }
    const worker = new Worker(new URL("dist/node/server/mask_worker.js", folder), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    worker.unref(); // it is the server that keeps the process
    // One that ends between two jobs is nobody's error: the next job has another.
    worker.on("error", () => undefined);
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    return worker;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

function resultOf(answer: MaskAnswer): MaskResult {
  if ("result" in answer) return answer.result;
  const { code, message } = answer.error;
  throw code === "invalid_argument" ? new ApiError(400, message) : failed(code ?? "unexpected");
}

/** Without the message, which may have a text in it. */
function failed(what: string, cause?: Error): ApiError {
  return new ApiError(500, `The texts could not be masked (${what})`, { cause });
}
