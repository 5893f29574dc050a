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
  const constantOf = constantFinder(constants, makers);
  const seen = new Set<GraphTensor>();
  let all = 0;
  let few = 0;
  for (const node of nodes) {
    for (const input of weightsOf(node)) {
      const weight = constantOf(input);
      // Some operators take matrices as one row of bytes, and say their size themselves.
      const isMatrix = node.integers.has("K") || (weight?.dims.length ?? 0) > 1;
      if (weight === undefined || !isMatrix || seen.has(weight)) continue;
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

/** Finds the constant that an input is made of by nodes that change no number but its type. */
function constantFinder(
  constants: ReadonlyMap<string, GraphTensor>,
  makers: ReadonlyMap<string, GraphNode>,
): (input: string) => GraphTensor | undefined {
  const known = new Map<string, GraphTensor | undefined>(constants);
  return (input) => {
    const way: string[] = [];
    let name: string | undefined = input;
    let constant: GraphTensor | undefined;
    // Each name is gone through once, however many inputs lead there and where they go in a circle.
    while (name !== undefined && !known.has(name)) {
      known.set(name, undefined);
      way.push(name);
      const maker = makers.get(name);
      if (maker?.operator === "Constant") constant = maker.tensors[0];
      name = maker && passing.includes(maker.operator) ? maker.inputs[0] : undefined;
    }
    if (name !== undefined) constant = known.get(name);
    for (const each of way) known.set(each, constant);
    return constant;
  };
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
