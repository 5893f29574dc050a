// SPDX-License-Identifier: Apache-2.0

import type { CoreModule } from "./core_handle.js";

/** How long they may take. */
const startTimeout = 15_000;

/**
 * Starts workers that wait for a thread of the core to run in them, which it could not start itself:
 * a worker starts only while the thread that made it does nothing. False where they do not start in
 * time.
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
