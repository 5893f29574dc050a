// SPDX-License-Identifier: Apache-2.0
// Labels and file of each dtype of external_forms.test.js, in one thread, so that ONNX Runtime is
// compiled once.

import { parentPort } from "node:worker_threads";

import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { loadOnnx } from "#js/device/load_onnx.js";
import { blobFiles } from "#js/files/blob_files.js";
import { readTokenizer } from "#js/files/model_files.js";
import { weightsFiles } from "#js/transformers/weights_files.js";
import { chooseWeights } from "#js/weights/choose_weights.js";
import { sentenceWindows } from "#js/worker/verification.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { dtypes, filesOf, forms, texts } from "./external_forms.js";

const { signal } = new AbortController();
const context = { signal, onProgress: () => {} };
const { core } = await loadCore(await compileCore(readAsset), 1, { cores: 1 });
const blobs = [...filesOf(Object.keys(forms))].map(([name, bytes]) => [name, new Blob([bytes])]);
const files = blobFiles("m", new Map(blobs));

async function find(format) {
  const onnx = { folder: "onnx", name: "model" };
  const weights = weightsFiles({ format, onnx, hasRuntime: true });
  const choice = await chooseWeights(files, { backend: "auto", dtype: "auto", weights });
  const { backend, quantized } = await loadOnnx({
    core,
    files,
    choice,
    context,
    checkpoint: { size: 1 },
    gpu: undefined,
    importRuntime: () => import("onnxruntime-web"),
  });
  const names = core.labels();
  const labels = [];
  for (const windows of core.windows(texts, sentenceWindows(core.maxTokens()))) {
    const logits = await backend.forward(windows, signal);
    const rows = Array.from({ length: windows.ids.length }, (_, token) =>
      logits.subarray(token * names.length, (token + 1) * names.length),
    );
    labels.push(rows.slice(1, -1).map((row) => names[row.indexOf(Math.max(...row))]));
  }
  await backend.dispose();
  return { file: choice.file, labels, quantized };
}

try {
  core.loadTokenizer(await readTokenizer(files, context));
  const config = await files.read("config.json", context);
  core.loadConfig(new TextDecoder().decode(config), "config.json");
  const found = {};
  for (const dtype of Object.keys(dtypes)) found[dtype] = await find(dtype);
  parentPort.postMessage(found);
} catch ({ message, stack }) {
  parentPort.postMessage({ error: `${message} ${stack}` });
}
process.exit(0);
