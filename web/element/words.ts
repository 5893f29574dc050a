// SPDX-License-Identifier: Apache-2.0

import type { PipelineInfo } from "../../wasm/js/base/types.js";

/** What a person who looks at a page is told of where a model runs, without the names that programs use. */

/** Where the network runs: "the processor". A page's own `pipeline` may say less than it should. */
export function placeOf(info: Partial<PipelineInfo> | undefined): string {
  return info?.device === "webgpu" ? "the graphics card" : "the processor";
}

const numbers: Readonly<Record<PipelineInfo["dtype"], string>> = {
  fp32: "32-bit numbers",
  fp16: "16-bit numbers",
  q8: "8-bit weights",
  onnx: "the numbers of its ONNX file",
};

/**
 * How the network runs.
 *
 *     engineOf(info)   // "this package's engine, 8-bit weights, on the processor"
 */
export function engineOf(info: PipelineInfo): string {
  const engine = info.backend === "onnxruntime" ? "ONNX Runtime" : "this package's engine";
  return `${engine}, ${numbers[info.dtype]}, on ${placeOf(info)}`;
}
