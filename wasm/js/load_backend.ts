// SPDX-License-Identifier: Apache-2.0

import type { Backend, RandomAccess } from "./backend.js";
import type { ImportRuntime } from "./backends/onnx.js";
import { createXnnpackBackend } from "./backends/xnnpack.js";
import type { Core } from "./core.js";
import type { ModelFiles } from "./model.js";
import type { CallContext } from "./serve.js";
import type { WeightsChoice } from "./weights.js";

export interface BackendLoad {
  /** Has the configuration. */
  core: Core;
  files: ModelFiles;
  weights: RandomAccess;
  choice: WeightsChoice;
  configJson: string;
  threads: number;
  importRuntime: ImportRuntime;
  context: CallContext;
}

/**
 * Loads the chosen weights into the backend that runs them, reporting progress. `quantized` is what
 * was kept of them, to be read in their place.
 */
export async function loadBackend(
  load: BackendLoad,
  quantized: RandomAccess | undefined,
): Promise<{ backend: Backend; kernel: string | undefined }> {
  const { core, files, weights, choice, configJson, threads, importRuntime, context } = load;
  const { signal, onProgress } = context;
  const { file, precision } = choice;
  const total = weights.size;
  const where = `${files.name}/${file}`;
  const labels = core.labels().length;
  if (choice.backend === "xnnpack") {
    const source = quantized ?? weights;
    try {
      const backend = await createXnnpackBackend({
        ...{ core, weights: source, where, configJson, labels, precision, signal },
        onProgress: (loaded) => {
          onProgress({ phase: "read", file, loaded, total: source.size });
        },
      });
      return { backend, kernel: backend.kernel };
    } finally {
      await quantized?.close();
    }
  }
  const bytes = await files.read(file, context);
  onProgress({ phase: "compile", file, loaded: total, total });
  // Imported where a model needs it: whoever has none runs without ONNX Runtime.
  const { createOnnxBackend } = await import("./backends/onnx.js");
  const backend = await createOnnxBackend({
    weights: bytes,
    where,
    labels,
    threads,
    importRuntime,
  });
  return { backend, kernel: undefined };
}
