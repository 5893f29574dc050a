// SPDX-License-Identifier: Apache-2.0

import type { CoreModule, CoreWorker, CoreWorkers } from "./core_handle.js";

/** How long the workers may take to be ready, in milliseconds. */
const startTimeout = 15_000;

/**
 * Starts the workers that the core's threads will run in. The core cannot: a worker starts only once
 * the thread that created it returns to its event loop. False if they are not ready in 15 s, or one
 * cannot start. `onCrash` is told of the error that ends one later.
 *
 *     if (await startThreads(module, 1, onCrash)) core.useThreads(2);
 */
export async function startThreads(
  { PThread: threads }: CoreModule,
  count: number,
  onCrash: (error: unknown) => void,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, startTimeout, false);
  });
  for (let i = 0; i < count; i++) threads.allocateUnusedWorker();
  const ready = threads.unusedWorkers.map((worker) => startThread(threads, worker, onCrash));
  try {
    const all = Promise.all(ready).then((started) => started.every(Boolean));
    return await Promise.race([all, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether it started. */
function startThread(
  threads: CoreWorkers,
  worker: CoreWorker,
  onCrash: (error: unknown) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    let hasStarted = false;
    void threads.loadWasmModuleToWorker(worker).then(() => {
      hasStarted = true;
      resolve(true);
    });
    // In place of Emscripten's, which prints the error and throws it again.
    worker.onerror = (error) => {
      error.preventDefault?.();
      if (hasStarted) onCrash(error);
      else resolve(false);
    };
  });
}
