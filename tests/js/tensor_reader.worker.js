// SPDX-License-Identifier: Apache-2.0
// Opens weights for a GPU in a core whose memory is far smaller than they are, or those of a folder, for
// tensor_reader.test.js: a thread, because the WebAssembly's glue needs one.

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { readTokenizer } from "#js/files/model_files.js";
import { TensorReader } from "#js/webgpu/tensor_reader.js";
import { openFolder, readAsset } from "../../dist/node/files/folder.js";
import { configOf, makeCheckpoint } from "./counter_weights.js";

const { tiny, shape, folder, maxMemory } = workerData;

const file = folder && (await openFolder(folder)).open("model.safetensors");
const made = folder ? await file : makeCheckpoint(shape);
const { size } = made;
const configJson = folder
  ? readFileSync(`${folder}/config.json`, "utf8")
  : JSON.stringify(configOf(shape));
const { core } = await loadCore(await compileCore(readAsset), 1, { cores: 1, maxMemory });
const options = { signal: new AbortController().signal, onProgress: () => {} };
core.loadTokenizer(await readTokenizer(await openFolder(tiny), options));
core.loadConfig(configJson, "config.json");
try {
  const reader = await TensorReader.open({
    core,
    configJson,
    where: "model.safetensors",
    signal: options.signal,
    checkpoint: { size, read: async (...range) => made.read(...range) },
  });
  const words = reader.shape("roberta.embeddings.word_embeddings.weight");
  const numbers = await reader.numbers("classifier.bias");
  parentPort.postMessage({ size, words, numbers, remarks: reader.remarks });
} catch ({ code, message }) {
  parentPort.postMessage({ error: { code, message } });
}
process.exit(0);
