// SPDX-License-Identifier: Apache-2.0

import type { GraphNode, GraphTensor, OnnxGraph } from "./onnx_graph.js";

/**
 * Which part of the parameters that an ONNX file multiplies by is stored in 8 bits or fewer, from 0 to
 * 1: those of constants of two dimensions or more that a product takes, as they are or transposed, cast
 * or dequantised. Undefined where there are none. A quantiser may have left some in float32 without naming them.
 *
 *     quantizedShare(graph) // 0.75
 */
export function quantizedShare({ nodes, tensors }: OnnxGraph): number | undefined {
  const constants = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const makers = new Map<string, GraphNode>();
  for (const node of nodes) for (const output of node.outputs) makers.set(output, node);
  const seen = new Set<GraphTensor>();
  let all = 0;
  let few = 0;
  for (const node of nodes) {
    for (const input of weightsOf(node)) {
      const weight = constantOf(input, constants, makers);
      if (weight === undefined || weight.dims.length < 2 || seen.has(weight)) continue;
      seen.add(weight);
      const count = parametersOf(weight, node);
      all += count;
      if (isFewBits(weight.type)) few += count;
    }
  }
  return all === 0 ? undefined : few / all;
}

/** Inputs that may be weights, of the operators of ONNX and of ONNX Runtime that are products. */
function weightsOf({ operator, inputs }: GraphNode): string[] {
  if (operator === "QLinearMatMul" || operator === "QGemm") return pick(inputs, [0, 3]);
  if (/^MatMul(?:NBits|Bnb4)$|^Q?Attention$/u.test(operator)) return pick(inputs, [1]);
  return /MatMul|Gemm/u.test(operator) ? pick(inputs, [0, 1]) : [];
}

function pick(inputs: readonly string[], places: readonly number[]): string[] {
  return places.flatMap((place) => inputs[place] ?? []);
}

const passing = ["Transpose", "Cast", "Identity", "Reshape", "DequantizeLinear"];

/** The constant that an input is made of by nodes that change no number but its type. */
function constantOf(
  input: string,
  constants: ReadonlyMap<string, GraphTensor>,
  makers: ReadonlyMap<string, GraphNode>,
): GraphTensor | undefined {
  let name = input;
  // No way through a graph is longer than its nodes.
  for (let steps = 0; steps <= makers.size; steps++) {
    const constant = constants.get(name);
    if (constant !== undefined) return constant;
    const maker = makers.get(name);
    if (maker?.operator === "Constant") return maker.tensors[0];
    const source = maker?.inputs[0];
    if (maker === undefined || source === undefined || !passing.includes(maker.operator)) return;
    name = source;
  }
  return undefined;
}

/** Several parameters of few bits are one byte there. */
function parametersOf({ dims }: GraphTensor, { integers }: GraphNode): number {
  const rows = integers.get("N");
  const columns = integers.get("K");
  if (rows !== undefined && columns !== undefined) return rows * columns;
  return dims.reduce((product, size) => product * size, 1);
}

/** TensorProto.DataType: UINT8 2, INT8 3, UINT4 21, INT4 22, UINT2 25, INT2 26. */
function isFewBits(type: number): boolean {
  return [2, 3, 21, 22, 25, 26].includes(type);
}
