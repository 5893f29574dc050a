// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backend.js";
import { BackendError } from "../errors.js";
import type { Gpu } from "../webgpu/gpu.js";
import { loadWeights } from "../webgpu/graph_weights.js";
import type { ComputeType, WeightPlan } from "../webgpu/graph_weights.js";
import { networkOf } from "../webgpu/network.js";
import { TensorReader } from "../webgpu/tensor_reader.js";
import type { TensorReaderOptions } from "../webgpu/tensor_reader.js";
import { xlmrGraph } from "../webgpu/xlmr_graph.js";
import { createOnnxBackend } from "./onnx.js";
import type { ImportRuntime } from "./onnx.js";

export interface WebgpuOptions extends TensorReaderOptions {
  gpu: Gpu;
  computeType: ComputeType;
  importRuntime: ImportRuntime;
  /** Bytes of the weights. */
  onProgress?: (loaded: number) => void;
}

/**
 * A checkpoint on the GPU: its graph is made here, and its tensors become the graph's weights, so that
 * nothing else needs to be downloaded.
 */
export async function createWebgpuBackend(options: WebgpuOptions): Promise<Backend> {
  const { core, configJson, where, gpu, computeType, importRuntime } = options;
  const reader = await TensorReader.open(options);
  const { model, weights } = xlmrGraph(reader, networkOf(configJson), computeType);
  checkSizes(weights, gpu, where);
  const externalData = await loadWeights(weights, reader, (loaded) => options.onProgress?.(loaded));
  const device = await gpu.open();
  try {
    return await createOnnxBackend({
      ...{ graph: model, externalData, where, threads: 1, gpu: device, importRuntime },
      labels: core.labels().length,
    });
  } catch (error) {
    device.destroy();
    throw error;
  }
}

function checkSizes(weights: readonly WeightPlan[], gpu: Gpu, where: string): void {
  for (const { name, size } of weights) {
    if (size <= gpu.maxTensor) continue;
    throw new BackendError(
      `${where}: ${name}: expected at most the ${gpu.maxTensor} bytes of a buffer of this GPU, ` +
        `found ${size}`,
    );
  }
}
