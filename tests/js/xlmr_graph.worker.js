// SPDX-License-Identifier: Apache-2.0
// Logits of one checkpoint for xlmr_graph.test.js, in a thread because the WebAssembly's glue needs
// one: those of the engine in float32, and those of the graph that is made for WebGPU, which ONNX
// Runtime's WebAssembly provider runs as well.

import { parentPort, workerData } from "node:worker_threads";

import { createOnnxBackend } from "#js/backends/onnx.js";
import { createXnnpackBackend } from "#js/backends/xnnpack.js";
import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { readTokenizer } from "#js/files/model_files.js";
import { loadWeights } from "#js/webgpu/graph_weights.js";
import { TensorReader } from "#js/webgpu/tensor_reader.js";
import { xlmrGraph } from "#js/webgpu/xlmr_graph.js";
import { sentenceWindows } from "#js/worker/verification.js";
import { openFolder, readAsset } from "../../dist/node/files/folder.js";

const { folder, file, type, texts } = workerData;

const { signal } = new AbortController();
const options = { signal, onProgress: () => {} };
const files = await openFolder(folder);
const configJson = new TextDecoder().decode(await files.read("config.json", options));
const { core } = await loadCore(await compileCore(readAsset), 1, { cores: 1 });
core.loadTokenizer(await readTokenizer(files, options));
core.loadConfig(configJson, "config.json");
const labels = core.labels().length;
const checkpoint = await files.open(file);
const common = { core, checkpoint, configJson, where: file, signal, labels };

async function graphBackend() {
  const reader = await TensorReader.open(common);
  const { model, weights: plans } = xlmrGraph(
    reader,
    core.network(configJson, labels, "config.json"),
    type,
  );
  const externalData = await loadWeights(plans, reader, () => {});
  const runtime = await import("onnxruntime-web");
  const made = { graph: model, externalData, isFused: true };
  return createOnnxBackend({ ...common, ...made, threads: 1, runtime });
}

try {
  const theirs = await graphBackend();
  const ours = await createXnnpackBackend({ ...common, precision: "fp32" });
  const found = [];
  for (const windows of core.windows(texts, sentenceWindows(core.maxTokens()))) {
    found.push({
      engine: await ours.forward(windows, signal),
      graph: await theirs.forward(windows, signal),
    });
  }
  parentPort.postMessage({ labels, found });
} catch ({ code, message }) {
  parentPort.postMessage({ error: { code, message } });
}
process.exit(0);
