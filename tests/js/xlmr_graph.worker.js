// SPDX-License-Identifier: Apache-2.0
// Logits of one checkpoint for xlmr_graph.test.js, in a thread because the WebAssembly's glue needs
// one: those of the engine in float32, and those of the graph that is made for WebGPU, which ONNX
// Runtime's WebAssembly provider runs as well.

import { parentPort, workerData } from "node:worker_threads";

const { folder, file, type, texts, root } = workerData;
const from = (module) => import(`${root}dist/${module}`);
const { openFolder, readAsset } = await from("node/files.js");
const { createOnnxBackend } = await from("wasm/js/backends/onnx.js");
const { createXnnpackBackend } = await from("wasm/js/backends/xnnpack.js");
const { compileCore } = await from("wasm/js/core/compile.js");
const { loadCore } = await from("wasm/js/core/start_core.js");
const { readTokenizer } = await from("wasm/js/files/model_files.js");
const { sentenceWindows } = await from("wasm/js/worker/verification.js");
const { loadWeights } = await from("wasm/js/webgpu/graph_weights.js");
const { networkOf } = await from("wasm/js/webgpu/network.js");
const { TensorReader } = await from("wasm/js/webgpu/tensor_reader.js");
const { xlmrGraph } = await from("wasm/js/webgpu/xlmr_graph.js");

const { signal } = new AbortController();
const options = { signal, onProgress: () => {} };
const files = await openFolder(folder);
const configJson = new TextDecoder().decode(await files.read("config.json", options));
const { core } = await loadCore(await compileCore(readAsset), 1, { cores: 1 });
core.loadTokenizer(await readTokenizer(files, options));
core.loadConfig(configJson, "config.json");
const labels = core.labels().length;
const weights = await files.open(file);
const common = { core, weights, configJson, where: file, signal, labels };

async function graphBackend() {
  const reader = await TensorReader.open(common);
  const { model, weights: plans } = xlmrGraph(reader, networkOf(configJson), type);
  const externalData = await loadWeights(plans, reader, () => {});
  const runtime = await import("onnxruntime-web");
  return createOnnxBackend({ ...common, graph: model, externalData, threads: 1, runtime });
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
