// SPDX-License-Identifier: Apache-2.0
// Loads a model as node/worker.ts does, keeping its quantised weights however small:
// quantizing.child.js MODEL FOLDER prints the phases.

import { compileCore } from "#js/core/compile.js";
import { openQuantized } from "#js/worker/quantized_cache.js";
import { Session } from "#js/worker/session.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { quantizedCache } from "../../dist/node/files/quantized_folder.js";
import { openModel } from "../../dist/node/hub/open_model.js";

const [model, folder] = process.argv.slice(2);
const cache = quantizedCache(folder, 0);
const session = new Session({
  cores: 1,
  openModel,
  openQuantized: (load, isSuspect) => openQuantized(load, cache, isSuspect),
});
const phases = new Set();
const { signal } = new AbortController();
const context = { signal, onProgress: ({ phase }) => phases.add(phase) };
const compiled = await compileCore(readAsset);
const options = {
  threads: 1,
  device: "wasm",
  backend: "auto",
  dtype: "auto",
  cacheQuantized: true,
};
const remote = { revision: undefined, cacheDir: undefined, localFilesOnly: false };
await session.loadClassifier({ compiled, model, ...options, remote }, context);
console.log([...phases].join(" "));
