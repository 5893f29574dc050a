// SPDX-License-Identifier: Apache-2.0

import { BackendError } from "../base/errors.js";
import type { Gpu } from "./gpu.js";
import { loadWeights } from "./graph_weights.js";
import type { ComputeType, ExternalData, WeightPlan } from "./graph_weights.js";
import { TensorReader } from "./tensor_reader.js";
import type { TensorReaderOptions } from "./tensor_reader.js";
import { xlmrGraph } from "./xlmr_graph.js";

export interface CheckpointGraphOptions extends TensorReaderOptions {
  gpu: Pick<Gpu, "maxTensor">;
  computeType: ComputeType;
  /** Bytes of the weights. */
  onProgress: (loaded: number) => void;
}

/** What ONNX Runtime makes a session of. */
export interface CheckpointGraph {
  graph: Uint8Array;
  externalData: ExternalData[];
  /** For `info()`. */
  remarks: readonly string[];
}

/**
 * A checkpoint for the GPU: its graph is made here, and its tensors become the graph's weights, so that
 * nothing else needs to be downloaded.
 */
export async function checkpointGraph(options: CheckpointGraphOptions): Promise<CheckpointGraph> {
  const { core, configJson, where, gpu, computeType, onProgress } = options;
  const reader = await TensorReader.open(options);
  const network = core.network(configJson, core.labels().length, where);
  const { model, weights } = xlmrGraph(reader, network, computeType);
  checkSizes(weights, gpu.maxTensor, where);
  const externalData = await loadWeights(weights, reader, onProgress);
  return { graph: model, externalData, remarks: reader.remarks };
}

function checkSizes(weights: readonly WeightPlan[], maxTensor: number, where: string): void {
  for (const { name, size } of weights) {
    if (size <= maxTensor) continue;
    throw new BackendError(
      `${where}: ${name}: expected at most the ${maxTensor} bytes of a buffer of this GPU, ` +
        `found ${size}`,
    );
  }
}
