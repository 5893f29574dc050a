// SPDX-License-Identifier: Apache-2.0

import type { CoreModule } from "./core_handle.js";

/** How long the workers may take to be ready, in milliseconds. */
const startTimeout = 15_000;

/**
 * Starts the workers that the core's threads will run in. The core cannot: a worker starts only once
 * the thread that created it returns to its event loop. False if they are not ready in 15 s.
 *
 *     if (await startThreads(module, 1)) core.useThreads(2);
 */
export async function startThreads(module: CoreModule, count: number): Promise<boolean> {
  const { PThread: threads } = module;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, startTimeout, false);
  });
  for (let i = 0; i < count; i++) threads.allocateUnusedWorker();
  const ready = threads.unusedWorkers.map((worker) => threads.loadWasmModuleToWorker(worker));
  try {
    return await Promise.race([Promise.all(ready).then(() => true), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
