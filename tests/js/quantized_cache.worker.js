// SPDX-License-Identifier: Apache-2.0
// Loads a model as node/worker.ts does, with a cache of quantised weights that the test chooses.

import { parentPort, workerData } from "node:worker_threads";

import { compileCore } from "#js/core/compile.js";
import { checkTagOptions } from "#js/options/tag_options.js";
import { openQuantized } from "#js/worker/quantized_cache.js";
import { Session } from "#js/worker/session.js";
import { openFolder, readAsset } from "../../dist/node/files/folder.js";
import { quantizedCache } from "../../dist/node/files/quantized_folder.js";

const { model, folder, cacheQuantized, sentence } = workerData;

const session = new Session({
  cores: 1,
  openModel: openFolder,
  openQuantized: (load, isSuspect) => openQuantized(load, quantizedCache(folder, 0), isSuspect),
});
const phases = [];
const { signal } = new AbortController();
const context = { signal, onProgress: ({ phase }) => phases.push(phase) };
try {
  const compiled = await compileCore(readAsset);
  const options = { threads: 1, device: "wasm", backend: "auto", dtype: "auto", cacheQuantized };
  const { remarks } = await session.loadClassifier({ compiled, model, ...options }, context);
  const settings = checkTagOptions({ aggregation_strategy: "simple" });
  const [{ entities }] = await session.classify({ inputs: [sentence], settings }, context);
  parentPort.postMessage({ phases, entities, remarks });
} catch (error) {
  parentPort.postMessage({ phases, error: error.message });
}
