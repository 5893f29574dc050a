// SPDX-License-Identifier: Apache-2.0

import { readExternalData } from "../backends/external_data.js";
import { createOnnxBackend, openRuntime } from "../backends/onnx.js";
import type { OnnxOptions } from "../backends/onnx.js";
import { readGraph } from "../backends/onnx_graph.js";
import { quantizedShare } from "../backends/quantized_share.js";
import { checkpointGraph } from "../webgpu/checkpoint_graph.js";
import type { Gpu } from "../webgpu/gpu.js";
import { reporter, whereOf } from "../worker/load_backend.js";
import type { BackendLoad, LoadedBackend } from "../worker/load_types.js";

type OnnxModel = Pick<OnnxOptions, "graph" | "externalData" | "isFused"> &
  Pick<LoadedBackend, "computed" | "quantized" | "remarks">;

/**
 * Loads the chosen weights into ONNX Runtime: an ONNX file, or a graph that is made of a checkpoint for
 * the GPU. The model is read last: without ONNX Runtime or a device, that would be for nothing.
 */
export async function loadOnnx(load: BackendLoad): Promise<LoadedBackend> {
  const { core, gpu, choice } = load;
  const where = whereOf(load);
  const runtime = await openRuntime(load.importRuntime, where);
  const device = await gpu?.open();
  try {
    const isFile = choice.backend === "onnxruntime" || gpu === undefined;
    const { computed, quantized, remarks, ...model } = await (isFile
      ? onnxFile(load)
      : onnxGraph(load, gpu));
    const backend = await createOnnxBackend({
      ...model,
      runtime,
      where,
      labels: core.labels().length,
      threads: core.threads,
      ...(device && { gpu: device }),
    });
    return { backend, kernel: undefined, computed, quantized, remarks };
  } catch (error) {
    device?.destroy();
    throw error;
  }
}

async function onnxFile(load: BackendLoad): Promise<OnnxModel> {
  const { files, checkpoint, choice, context } = load;
  const file = await files.read(choice.file, context);
  const graph = readGraph(file, whereOf(load));
  const externalData = await readExternalData({ graph, files, file: choice.file }, context);
  const total = checkpoint.size;
  context.onProgress({ phase: "compile", file: choice.file, loaded: total, total });
  return {
    graph: file,
    externalData,
    isFused: false,
    computed: "onnx",
    quantized: quantizedShare(graph),
    remarks: [],
  };
}

/** A checkpoint for the GPU. */
async function onnxGraph(load: BackendLoad, gpu: Gpu): Promise<OnnxModel> {
  const { core, checkpoint, choice, configJson, context } = load;
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
  return { ...model, isFused: true, computed: isHalf ? "fp16" : "fp32", quantized: undefined };
}
