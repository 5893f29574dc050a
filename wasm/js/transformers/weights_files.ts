// SPDX-License-Identifier: Apache-2.0

import { publishedWeights, storedWeights } from "../weights/choose_weights.js";
import type { NamedWeights } from "../weights/choose_weights.js";
import type { DataType } from "./option_types.js";

type Format = Exclude<DataType, "auto">;

interface Kind {
  /** After the ONNX file's name, in transformers.js 4.3.2. */
  suffix: string;
  bits: number;
  /** Whether ONNX Runtime has what such a file needs on WebGPU. */
  runsOnGpu: boolean;
}

const kinds: Readonly<Record<Format, Kind>> = {
  fp32: { suffix: "", bits: 32, runsOnGpu: true },
  fp16: { suffix: "_fp16", bits: 16, runsOnGpu: true },
  q8: { suffix: "_quantized", bits: 8, runsOnGpu: false },
  int8: { suffix: "_int8", bits: 8, runsOnGpu: false },
  uint8: { suffix: "_uint8", bits: 8, runsOnGpu: false },
  q4: { suffix: "_q4", bits: 4, runsOnGpu: true },
  q4f16: { suffix: "_q4f16", bits: 4, runsOnGpu: true },
  bnb4: { suffix: "_bnb4", bits: 4, runsOnGpu: false },
  q2: { suffix: "_q2", bits: 2, runsOnGpu: false },
  q2f16: { suffix: "_q2f16", bits: 2, runsOnGpu: false },
  q1: { suffix: "_q1", bits: 1, runsOnGpu: false },
  q1f16: { suffix: "_q1f16", bits: 1, runsOnGpu: false },
};

export const formats = Object.keys(kinds) as Format[];

/** The ONNX file that transformers.js loads for a format. */
export interface OnnxName {
  /** Within the model; empty for the model's own folder. */
  folder: string;
  /** Without dtype and suffix. */
  name: string;
}

export function onnxFile({ folder, name }: OnnxName, format: Format): string {
  return `${folder === "" ? "" : `${folder}/`}${name}${kinds[format].suffix}.onnx`;
}

export interface WeightsWish {
  /** Undefined: 8 bits in WebAssembly, float32 on a GPU, as in transformers.js. */
  format: Format | undefined;
  onnx: OnnxName;
  /** Whether ONNX Runtime is to be had. */
  hasRuntime: boolean;
}

/**
 * The files that may stand for a format, the nearest first: our own of so many bits, the ONNX file that
 * transformers.js would load, the published weights, which are quantised here; then what has as many
 * bits, more, or fewer.
 *
 *     weightsFiles({ format: 'q8', onnx: { folder: 'onnx', name: 'model' }, hasRuntime: true }).wasm
 *     // ['model.q8.safetensors', 'onnx/model_quantized.onnx', 'model_quantized.onnx', 'model.safetensors', …]
 */
export function weightsFiles({ format, onnx, hasRuntime }: WeightsWish): NamedWeights {
  const list = (wanted: Format, isOnGpu: boolean): string[] => {
    const isHere = (each: Format): boolean => !isOnGpu || kinds[each].runsOnGpu;
    const [exact, others] = [[wanted].filter(isHere), nearest(wanted).filter(isHere)];
    const filesOf = (each: Format): string[] => [
      ...new Set([onnxFile(onnx, each), onnxFile({ folder: "", name: onnx.name }, each)]),
    ];
    const asked = exact.flatMap(filesOf);
    const { bits } = kinds[wanted];
    const own = bits === 8 ? [storedWeights.q8] : bits === 4 ? [storedWeights.q4] : [];
    return [
      ...new Set([
        ...own,
        ...(hasRuntime || isOnGpu ? asked : []),
        ...publishedWeights,
        ...Object.values(storedWeights),
        ...asked,
        ...others.flatMap(filesOf),
      ]),
    ];
  };
  return { wasm: list(format ?? "q8", false), webgpu: list(format ?? "fp32", true) };
}

/** As many bits, then more, then fewer. */
function nearest(wanted: Format): Format[] {
  const { bits } = kinds[wanted];
  const rank = (each: Format): number => {
    const other = kinds[each].bits;
    return other >= bits ? other - bits : 64 - other;
  };
  return formats.filter((each) => each !== wanted).sort((a, b) => rank(a) - rank(b));
}
