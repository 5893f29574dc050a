// SPDX-License-Identifier: Apache-2.0

import { BackendError } from "../base/errors.js";
import { fieldsOf, packedNumbers } from "./protobuf_fields.js";

/** A constant of a graph; its numbers are not looked at. */
export interface GraphTensor {
  name: string;
  dims: number[];
  /** One of TensorProto.DataType. */
  type: number;
  /** Where its bytes are, if not in the graph: `{ location, offset, length }` as text. */
  external: ReadonlyMap<string, string> | undefined;
}

export interface GraphNode {
  operator: string;
  inputs: string[];
  outputs: string[];
  /** Attributes that are whole numbers. */
  integers: ReadonlyMap<string, number>;
  /** Attributes that are tensors: `value`, of a Constant. */
  tensors: GraphTensor[];
}

/** The nodes and constants of an ONNX file, those of graphs within nodes and of functions, too. */
export interface OnnxGraph {
  nodes: GraphNode[];
  tensors: GraphTensor[];
}

/**
 * Reads what an ONNX file says of its graph, without its weights.
 *
 *     readGraph(file, 'model.onnx').nodes[0] // { operator: 'Gather', inputs: ['…'], … }
 *
 * Errors: BackendError where it is no ONNX model, so far as it is read. Source: onnx.proto of onnx
 * 1.23.
 */
export function readGraph(file: Uint8Array, where: string): OnnxGraph {
  const found: OnnxGraph = { nodes: [], tensors: [] };
  try {
    // Graphs and functions whose turn comes; nodes of either may have graphs.
    const rest = [...fieldsOf(file)].flatMap(({ number, value }): Part[] => {
      if (number === 7) return [{ bytes: bytesOf(value), kind: graphFields }];
      return number === 25 ? [{ bytes: bytesOf(value), kind: functionFields }] : [];
    });
    for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
      readPart(part, found, rest);
    }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new BackendError(`${where}: expected an ONNX model, found ${cause.message}`, { cause });
  }
  return found;
}

/** The numbers of a message's fields. */
const graphFields = { node: 1, tensor: 5, sparse: 15 };
const functionFields = { node: 7, tensor: 0, sparse: 0 };

interface Part {
  bytes: Uint8Array;
  kind: typeof graphFields;
}

function readPart({ bytes, kind }: Part, found: OnnxGraph, rest: Part[]): void {
  for (const { number, value } of fieldsOf(bytes)) {
    if (number === kind.node) {
      const node = readNode(bytesOf(value), rest);
      found.nodes.push(node);
      found.tensors.push(...node.tensors);
    } else if (number === kind.tensor) {
      found.tensors.push(readTensor(bytesOf(value)));
    } else if (number === kind.sparse) {
      // Its values and their places.
      for (const field of fieldsOf(bytesOf(value))) {
        if (field.number < 3) found.tensors.push(readTensor(bytesOf(field.value)));
      }
    }
  }
}

function readNode(bytes: Uint8Array, rest: Part[]): GraphNode {
  const integers = new Map<string, number>();
  const node: GraphNode = { operator: "", inputs: [], outputs: [], integers, tensors: [] };
  for (const { number, value } of fieldsOf(bytes)) {
    if (number === 1) node.inputs.push(textOf(value));
    else if (number === 2) node.outputs.push(textOf(value));
    else if (number === 4) node.operator = textOf(value);
    else if (number === 5) readAttribute(bytesOf(value), node, integers, rest);
  }
  return node;
}

function readAttribute(
  bytes: Uint8Array,
  node: GraphNode,
  integers: Map<string, number>,
  rest: Part[],
): void {
  let name = "";
  for (const { number, value } of fieldsOf(bytes)) {
    if (number === 1) name = textOf(value);
    else if (number === 3 && typeof value === "number") integers.set(name, value);
    else if (number === 5 || number === 10) node.tensors.push(readTensor(bytesOf(value)));
    else if (number === 6 || number === 11) rest.push({ bytes: bytesOf(value), kind: graphFields });
  }
}

function readTensor(bytes: Uint8Array): GraphTensor {
  const external = new Map<string, string>();
  let isExternal = false;
  const tensor: GraphTensor = { name: "", dims: [], type: 0, external: undefined };
  for (const { number, value } of fieldsOf(bytes)) {
    if (number === 1)
      tensor.dims.push(...(typeof value === "number" ? [value] : packedNumbers(value)));
    else if (number === 2 && typeof value === "number") tensor.type = value;
    else if (number === 8) tensor.name = textOf(value);
    else if (number === 13) external.set(...entryOf(bytesOf(value)));
    else if (number === 14) isExternal = value === 1;
  }
  if (isExternal) tensor.external = external;
  return tensor;
}

function entryOf(bytes: Uint8Array): [string, string] {
  const entry: [string, string] = ["", ""];
  for (const { number, value } of fieldsOf(bytes)) entry[number === 1 ? 0 : 1] = textOf(value);
  return entry;
}

const decoder = new TextDecoder();

function textOf(value: number | Uint8Array): string {
  return decoder.decode(bytesOf(value));
}

function bytesOf(value: number | Uint8Array): Uint8Array {
  if (typeof value !== "number") return value;
  throw new RangeError(`the number ${value} where a message is due`);
}
