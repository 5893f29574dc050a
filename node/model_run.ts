// SPDX-License-Identifier: Apache-2.0

import type { Precision } from "../wasm/js/backend.js";
import { createXnnpackBackend } from "../wasm/js/backends/xnnpack.js";
import { openCheckpoint } from "../wasm/js/checkpoint.js";
import type { CompiledCore } from "../wasm/js/compile.js";
import { loadCore } from "../wasm/js/load.js";
import { configFile, readTokenizer } from "../wasm/js/model.js";
import type { ModelFiles } from "../wasm/js/model.js";
import { sentenceWindows } from "../wasm/js/verification.js";
import { memoryFor } from "../wasm/js/weights.js";

export interface ModelRun {
  compiled: CompiledCore;
  /** Has the tokenizer. */
  model: ModelFiles;
  configJson: string;
  /** Has the weights. */
  weights: ModelFiles;
  file: string;
  precision: Precision;
  texts: readonly string[];
  signal: AbortSignal;
  /** Bytes of the weights. */
  onProgress: (loaded: number, total: number) => void;
}

export interface ModelOutput {
  labels: string[];
  /** Of each text, [tokens, labels]. */
  logits: Float32Array[];
}

/** Runs texts through one model, which is gone from memory afterwards. */
export async function runModel(run: ModelRun): Promise<ModelOutput> {
  const { compiled, model, configJson, file, precision, texts, signal } = run;
  const { weights: source } = await openCheckpoint({
    ...{ compiled, files: run.weights, file, signal, onProgress: () => undefined },
  });
  try {
    const maxMemory = memoryFor({ file, backend: "xnnpack", precision }, source.size);
    const loaded = await loadCore(compiled, 1, { cores: 1, maxMemory });
    using core = loaded.core;
    core.loadTokenizer(await readTokenizer(model, { signal, onProgress: () => undefined }));
    core.loadConfig(configJson, `${model.name}/${configFile}`);
    const labels = core.labels();
    const where = `${run.weights.name}/${file}`;
    const backend = await createXnnpackBackend({
      ...{ core, weights: source, where, configJson, labels: labels.length, precision, signal },
      onProgress: (bytes) => {
        run.onProgress(bytes, source.size);
      },
    });
    const logits: Float32Array[] = [];
    for (const windows of core.windows([...texts], sentenceWindows(core.maxTokens()))) {
      logits.push(await backend.forward(windows, signal));
    }
    return { labels, logits };
  } finally {
    await source.close();
  }
}
