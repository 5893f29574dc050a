// SPDX-License-Identifier: Apache-2.0

import type { BackendName, DeviceName, Dtype } from "../base/types.js";
import type { Precision } from "../core/core_handle.js";
import { firstOf, noneOf } from "../files/model_files.js";
import type { ModelFiles } from "../files/model_files.js";

/** Weights to load, and how. */
export interface WeightsChoice {
  /** Within the model. */
  file: string;
  /** What runs them in WebAssembly: on a GPU, ONNX Runtime runs all. */
  backend: BackendName;
  /** What the engine computes in; ONNX files say it themselves. */
  precision: Precision;
  /** Whether float32 was asked for by name, where a GPU would compute in half precision. */
  isFp32: boolean;
}

/** Weights that a model has, and why these. */
export interface ChosenWeights extends WeightsChoice {
  reason: string;
}

/** As authors publish them, in the order in which they are preferred; checkpoint.ts reads them all. */
export const publishedWeights: readonly string[] = [
  "model.safetensors",
  "model.safetensors.index.json",
  "pytorch_model.bin",
  "pytorch_model.bin.index.json",
];

/** Ours, as `convert` writes them. */
export const storedWeights = { q8: "model.q8.safetensors", q4: "model.q4.safetensors" } as const;

const published = publishedWeights;
const { q8, q4 } = storedWeights;

/** What our engine reads for each dtype, in the order in which they are preferred. */
const engineFiles: Record<Dtype | "auto", readonly string[]> = {
  auto: [q8, q4, ...published],
  // Ours also compute in float32, with the weights that their int8 stand for.
  fp32: [...published, q8, q4],
  q8: [q8, ...published],
  q4: [q4],
};

const inBoth = (name: string): string[] => [`onnx/${name}`, name];
const quantizedOnnx = inBoth("model_quantized.onnx");
const int8Onnx = [...inBoth("model_int8.onnx"), ...inBoth("model_uint8.onnx")];
const fewBitsOnnx = ["q4", "q4f16", "bnb4", "q2"].flatMap((name) => inBoth(`model_${name}.onnx`));
const floatOnnx = inBoth("model.onnx");
const onnx: Record<Dtype | "auto", readonly string[]> = {
  auto: [
    ...["onnx/model_quantized.onnx", "onnx/model.onnx", "model_quantized.onnx", "model.onnx"],
    ...int8Onnx,
    ...fewBitsOnnx,
    ...inBoth("model_fp16.onnx"),
  ],
  fp32: floatOnnx,
  q8: [...quantizedOnnx, ...int8Onnx],
  q4: fewBitsOnnx,
};

/** As transformers.js names them. Not int8, which a GPU would compute slowly or not at all. */
const halfOnnx = ["onnx/model_fp16.onnx", "onnx/model_q4f16.onnx"];
const gpuOnnx: Record<Dtype | "auto", readonly string[]> = {
  auto: [...floatOnnx, "onnx/model_q4.onnx"],
  fp32: floatOnnx,
  q8: [],
  q4: ["onnx/model_q4.onnx"],
};

/** Files by their names, in the order in which they are preferred, for each place where they may run. */
export type NamedWeights = Readonly<Record<DeviceName, readonly string[]>>;

/** What is asked of a model. */
export interface WeightsRequest {
  backend: BackendName | "auto";
  dtype: Dtype | "auto";
  /** Replaces what backend and dtype say of files. */
  weights?: NamedWeights | undefined;
  /** Where to compute instead of WebAssembly. */
  gpu?: { readonly hasFloat16: boolean } | undefined;
}

/**
 * The weights of a model that suit what was asked for:
 *
 *     chooseWeights(files, { backend: 'auto', dtype: 'auto' })
 *     // { file: 'model.q8.safetensors', backend: 'xnnpack', precision: 'q8', reason: 'the first …', … }
 */
export async function chooseWeights(
  files: ModelFiles,
  request: WeightsRequest,
): Promise<ChosenWeights> {
  const { backend, dtype, gpu } = request;
  const isFp32 = dtype === "fp32";
  const precision = isFp32 ? "fp32" : "q8";
  const candidates = candidatesFor(request);
  const file = await firstOf(files, candidates);
  if (file !== undefined) {
    return {
      file,
      backend: file.endsWith(".onnx") ? "onnxruntime" : "xnnpack",
      precision,
      isFp32,
      reason: `the first of ${candidates.join(", ")} that the model has`,
    };
  }
  const asked = [
    ...(backend === "auto" ? [] : [`backend ${backend}`]),
    ...(dtype === "auto" ? [] : [`dtype ${dtype}`]),
    ...(gpu === undefined ? [] : ["device webgpu"]),
  ].join(" and ");
  const wanted = `weights${asked === "" ? "" : ` for ${asked}`} in the model folder ${files.name}`;
  throw noneOf(files, wanted, candidates);
}

function candidatesFor({ backend, dtype, weights, gpu }: WeightsRequest): readonly string[] {
  if (weights === undefined) {
    const ours = backend === "onnxruntime" ? [] : engineFiles[dtype];
    return [...ours, ...(backend === "xnnpack" ? [] : onnxFiles(dtype, gpu))];
  }
  if (gpu === undefined) return weights.wasm;
  return weights.webgpu.filter((file) => gpu.hasFloat16 || !/f(?:p)?16\.onnx$/.test(file));
}

function onnxFiles(dtype: Dtype | "auto", gpu: WeightsRequest["gpu"]): readonly string[] {
  if (gpu === undefined) return onnx[dtype];
  const takesHalf = gpu.hasFloat16 && (dtype === "auto" || dtype === "q4");
  const halves = takesHalf
    ? halfOnnx.filter((file) => dtype === "auto" || file.includes("q4"))
    : [];
  return [...halves, ...gpuOnnx[dtype]];
}

/**
 * Bytes of WebAssembly memory for everything but the weights: the vocabulary, and one text that is as long
 * as src/text/encoding.h and src/ner/recognizer.cc allow, with its pieces and logits (515 MiB were measured).
 */
const besideWeights = 640 * 2 ** 20;

/** What packing adds to matrices, and the part that is being read. */
const packed = 1.15;

/**
 * The most WebAssembly memory that a model of `size` bytes in `file` can need. Published weights may
 * be of 16 bits, which become 32 in float32, and 8 in q8; 4 bits become 32.
 */
export function memoryFor(
  { file, precision }: Pick<WeightsChoice, "file" | "precision">,
  size: number,
): number {
  const isPublished = published.includes(file);
  const growth = precision === "fp32" ? (isPublished ? 2 : 8) : isPublished ? 0.5 : 1;
  return Math.ceil(size * growth * packed) + besideWeights;
}
