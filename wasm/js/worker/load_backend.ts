// SPDX-License-Identifier: Apache-2.0

import type { OnnxOptions } from "../backends/onnx.js";
import { createXnnpackBackend } from "../backends/xnnpack.js";
import type { RandomAccess } from "../base/random_access.js";
import type { Gpu } from "../webgpu/gpu.js";
import { readHeader } from "../weights/checkpoint_header.js";
import type { BackendLoad, LoadedBackend } from "./load_types.js";

/**
 * Loads the chosen weights into the backend that runs them, reporting progress. `quantized` is what
 * was kept of them, to be read in their place.
 */
export async function loadBackend(
  load: BackendLoad,
  quantized: RandomAccess | undefined,
): Promise<LoadedBackend> {
  const { choice, gpu } = load;
  if (choice.backend === "onnxruntime") return loadOnnx(load, () => onnxFile(load));
  if (gpu !== undefined) return loadOnnx(load, () => onnxGraph(load, gpu));
  return loadXnnpack(load, quantized);
}

async function loadXnnpack(
  load: BackendLoad,
  quantized: RandomAccess | undefined,
): Promise<LoadedBackend> {
  const { core, checkpoint, choice, configJson, context } = load;
  const source = quantized ?? checkpoint;
  const labels = core.labels().length;
  const { precision } = choice;
  try {
    // Of the checkpoint, also where what was kept of it is read.
    const remarks = await remarksOn(load);
    const backend = await createXnnpackBackend({
      core,
      checkpoint: source,
      where: whereOf(load),
      configJson,
      labels,
      precision,
      signal: context.signal,
      onProgress: reporter(load, source.size),
    });
    return { backend, kernel: backend.kernel, computed: precision, remarks };
  } finally {
    await quantized?.close();
  }
}

type OnnxModel = Pick<OnnxOptions, "graph" | "externalData"> &
  Pick<LoadedBackend, "computed" | "remarks">;

async function onnxFile({ files, checkpoint, choice, context }: BackendLoad): Promise<OnnxModel> {
  const graph = await files.read(choice.file, context);
  const total = checkpoint.size;
  context.onProgress({ phase: "compile", file: choice.file, loaded: total, total });
  return { graph, computed: "onnx", remarks: [] };
}

/** A checkpoint for the GPU. */
async function onnxGraph(load: BackendLoad, gpu: Gpu): Promise<OnnxModel> {
  const { core, checkpoint, choice, configJson, context } = load;
  const { checkpointGraph } = await load.importWebgpu();
  const isHalf = gpu.hasFloat16 && !choice.isFp32;
  const model = await checkpointGraph({
    core,
    checkpoint,
    configJson,
    where: whereOf(load),
    signal: context.signal,
    gpu,
    computeType: isHalf ? "float16" : "float",
    onProgress: reporter(load, checkpoint.size),
  });
  return { ...model, computed: isHalf ? "fp16" : "fp32" };
}

/** The model is read last: without ONNX Runtime or a device, that would be for nothing. */
async function loadOnnx(
  load: BackendLoad,
  readModel: () => Promise<OnnxModel>,
): Promise<LoadedBackend> {
  const { core, gpu } = load;
  const where = whereOf(load);
  // Imported where a model needs it: whoever has none runs without ONNX Runtime.
  const { createOnnxBackend, openRuntime } = await import("../backends/onnx.js");
  const runtime = await openRuntime(load.importRuntime, where);
  const device = await gpu?.open();
  try {
    const { computed, remarks, ...model } = await readModel();
    const backend = await createOnnxBackend({
      ...model,
      runtime,
      where,
      labels: core.labels().length,
      threads: core.threads,
      ...(device && { gpu: device }),
    });
    return { backend, kernel: undefined, computed, remarks };
  } catch (error) {
    device?.destroy();
    throw error;
  }
}

/** Rejects where the checkpoint is not that of the configuration. */
async function remarksOn(load: BackendLoad): Promise<string[]> {
  const { core, checkpoint, configJson, context } = load;
  const where = whereOf(load);
  const header = await readHeader(core, checkpoint, where, context.signal);
  const labels = core.labels().length;
  return core.checkWeights(header, checkpoint.size, { configJson, labels, where });
}

function whereOf({ files, choice }: BackendLoad): string {
  return `${files.name}/${choice.file}`;
}

function reporter({ choice, context }: BackendLoad, total: number): (loaded: number) => void {
  return (loaded) => {
    context.onProgress({ phase: "read", file: choice.file, loaded, total });
  };
}
