// SPDX-License-Identifier: Apache-2.0

import type { Backend, RandomAccess } from "./backend.js";
import type { ImportRuntime } from "./backends/onnx.js";
import { createXnnpackBackend } from "./backends/xnnpack.js";
import type { Core } from "./core.js";
import type { ModelFiles } from "./model.js";
import type { CallContext } from "./serve.js";
import type { PipelineInfo } from "./types.js";
import type { Gpu } from "./webgpu/gpu.js";
import type { WeightsChoice } from "./weights.js";

export interface BackendLoad {
  /** Has the configuration. */
  core: Core;
  files: ModelFiles;
  weights: RandomAccess;
  choice: WeightsChoice;
  configJson: string;
  threads: number;
  /** Where to compute instead of WebAssembly. */
  gpu: Gpu | undefined;
  importRuntime: ImportRuntime;
  context: CallContext;
}

export interface LoadedBackend {
  backend: Backend;
  kernel: string | undefined;
  /** What products are computed in. */
  computed: PipelineInfo["dtype"];
}

/**
 * Loads the chosen weights into the backend that runs them, reporting progress. `quantized` is what
 * was kept of them, to be read in their place.
 */
export async function loadBackend(
  load: BackendLoad,
  quantized: RandomAccess | undefined,
): Promise<LoadedBackend> {
  if (load.choice.backend === "onnxruntime") return loadOnnx(load);
  return load.gpu === undefined ? loadEngine(load, quantized) : loadGraph(load, load.gpu);
}

async function loadEngine(
  load: BackendLoad,
  quantized: RandomAccess | undefined,
): Promise<LoadedBackend> {
  const { core, weights, choice, configJson, context } = load;
  const source = quantized ?? weights;
  const labels = core.labels().length;
  const { precision } = choice;
  try {
    const backend = await createXnnpackBackend({
      ...{ core, weights: source, where: whereOf(load), configJson, labels, precision },
      ...{ signal: context.signal, onProgress: reporter(load, source.size) },
    });
    return { backend, kernel: backend.kernel, computed: precision };
  } finally {
    await quantized?.close();
  }
}

// What follows is imported where a model needs it: whoever has none runs without ONNX Runtime.

async function loadGraph(load: BackendLoad, gpu: Gpu): Promise<LoadedBackend> {
  const { core, weights, choice, configJson, context, importRuntime } = load;
  const { createWebgpuBackend } = await import("./backends/webgpu.js");
  const isHalf = gpu.hasFloat16 && !choice.isFp32;
  const backend = await createWebgpuBackend({
    ...{ core, weights, configJson, where: whereOf(load), signal: context.signal, gpu },
    ...{ importRuntime, onProgress: reporter(load, weights.size) },
    computeType: isHalf ? "float16" : "float",
  });
  return { backend, kernel: undefined, computed: isHalf ? "fp16" : "fp32" };
}

async function loadOnnx(load: BackendLoad): Promise<LoadedBackend> {
  const { core, files, weights, choice, threads, context, gpu, importRuntime } = load;
  const graph = await files.read(choice.file, context);
  const total = weights.size;
  context.onProgress({ phase: "compile", file: choice.file, loaded: total, total });
  const { createOnnxBackend } = await import("./backends/onnx.js");
  const device = await gpu?.open();
  try {
    const backend = await createOnnxBackend({
      ...{ graph, where: whereOf(load), labels: core.labels().length, threads },
      ...{ importRuntime, ...(device && { gpu: device }) },
    });
    return { backend, kernel: undefined, computed: "onnx" };
  } catch (error) {
    device?.destroy();
    throw error;
  }
}

function whereOf({ files, choice }: BackendLoad): string {
  return `${files.name}/${choice.file}`;
}

function reporter({ choice, context }: BackendLoad, total: number): (loaded: number) => void {
  return (loaded) => {
    context.onProgress({ phase: "read", file: choice.file, loaded, total });
  };
}
