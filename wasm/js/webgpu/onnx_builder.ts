// SPDX-License-Identifier: Apache-2.0

import { bytes, float, integer, message, nested, text } from "./protobuf.js";
import type { Field } from "./protobuf.js";

/** Numbers of ONNX's TensorProto.DataType. */
const elementTypes = { float: 1, uint8: 2, int64: 7, float16: 10 } as const;
export type ElementType = keyof typeof elementTypes;

/** Numbers of ONNX's AttributeProto.AttributeType. */
const attributeTypes = { float: 1, int: 2 } as const;
export type Attribute = number | { float: number };

/** What a graph takes or gives; a dimension that differs from run to run has a name. */
export interface ValueInfo {
  name: string;
  type: ElementType;
  dims: readonly (number | string)[];
}

/** ONNX Runtime's own operators. */
export const contrib = "com.microsoft";

const external = 1;

/**
 * An ONNX model (IR version 8, opset 17) whose weights lie outside of it, each in a file of its own
 * that has the tensor's name.
 *
 *     const graph = new OnnxBuilder();
 *     const sum = graph.node('Add', ['x', graph.weight('bias', 'float', [768])]);
 *
 * Source: onnx.proto of ONNX 1.12.
 */
export class OnnxBuilder {
  readonly #nodes: Field[] = [];
  readonly #initializers = new Map<string, Field>();

  /** Adds a node; the result is the name of its output. */
  node(
    type: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    { domain = "", name = `${type}_${this.#nodes.length}` } = {},
  ): string {
    this.#nodes.push(
      nested(1, [
        ...inputs.map((input) => text(1, input)),
        ...[text(2, name), text(3, name), text(4, type)],
        ...Object.entries(attributes).map(([key, value]) => nested(5, attributeOf(key, value))),
        ...(domain === "" ? [] : [text(7, domain)]),
      ]),
    );
    return name;
  }

  /** A tensor that is given beside the graph. */
  weight(name: string, type: ElementType, dims: readonly number[]): string {
    const location = [text(1, "location"), text(2, name)];
    this.#initializers.set(
      name,
      nested(5, [
        ...dims.map((dim) => integer(1, dim)),
        ...[integer(2, elementTypes[type]), text(8, name)],
        ...[nested(13, location), integer(14, external)],
      ]),
    );
    return name;
  }

  /** A constant list. */
  int64s(values: readonly number[]): string {
    const name = `int64_${values.join("_")}`;
    const data = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    this.#initializers.set(
      name,
      nested(5, [
        ...[integer(1, values.length), integer(2, elementTypes.int64)],
        ...[text(8, name), bytes(9, data)],
      ]),
    );
    return name;
  }

  /** The model's file. */
  model(inputs: readonly ValueInfo[], outputs: readonly ValueInfo[]): Uint8Array {
    return message([
      integer(1, 8),
      text(2, "xlmr-ner"),
      nested(7, [
        ...this.#nodes,
        text(2, "xlmr"),
        ...this.#initializers.values(),
        ...inputs.map((input) => nested(11, valueInfo(input))),
        ...outputs.map((output) => nested(12, valueInfo(output))),
      ]),
      nested(8, [text(1, ""), integer(2, 17)]),
      nested(8, [text(1, contrib), integer(2, 1)]),
    ]);
  }
}

function attributeOf(name: string, value: Attribute): Field[] {
  if (typeof value === "number") {
    return [text(1, name), integer(3, value), integer(20, attributeTypes.int)];
  }
  return [text(1, name), float(2, value.float), integer(20, attributeTypes.float)];
}

function valueInfo({ name, type, dims }: ValueInfo): Field[] {
  const shape = dims.map((dim) =>
    nested(1, [typeof dim === "number" ? integer(1, dim) : text(2, dim)]),
  );
  const tensor = [integer(1, elementTypes[type]), nested(2, shape)];
  return [text(1, name), nested(2, [nested(1, tensor)])];
}
