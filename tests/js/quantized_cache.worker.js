// SPDX-License-Identifier: Apache-2.0
// Loads a model as node/worker.ts does, with a cache of quantised weights that the test chooses.

import { parentPort, workerData } from "node:worker_threads";

const { root, model, folder, cacheQuantized, sentence } = workerData;
const load = (file) => import(`${root}dist/${file}`);
const [
  { createHandlers },
  { compileCore },
  { openFolder, readAsset },
  { quantizedCache },
  { checkTagOptions },
] = await Promise.all([
  load("wasm/js/worker/handlers.js"),
  load("wasm/js/core/compile.js"),
  load("node/files.js"),
  load("node/quantized_cache.js"),
  load("wasm/js/options/tag_options.js"),
]);

const handlers = createHandlers({
  cores: 1,
  openModel: openFolder,
  quantizedCache: quantizedCache(folder, 0),
});
const phases = [];
const { signal } = new AbortController();
const context = { signal, onProgress: ({ phase }) => phases.push(phase) };
try {
  const compiled = await compileCore(readAsset);
  const options = { threads: 1, device: "wasm", backend: "auto", dtype: "auto", cacheQuantized };
  await handlers.loadClassifier({ compiled, model, ...options }, context);
  const settings = checkTagOptions({ aggregation_strategy: "simple" });
  const [{ entities }] = await handlers.classify({ inputs: [sentence], settings }, context);
  parentPort.postMessage({ phases, entities });
} catch (error) {
  parentPort.postMessage({ phases, error: error.message });
}
