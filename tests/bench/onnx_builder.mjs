// SPDX-License-Identifier: Apache-2.0
//
// An ONNX model as protocol buffers (onnx.proto of ONNX 1.12: IR version 8, opset 17).
//
//   const graph = new OnnxBuilder();
//   const sum = graph.node("Add", ["x", graph.floatScalar(0.5)]);
import { bytes, float, integer, message, nested, text } from "./protobuf.mjs";

export const elementType = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7 };

const attributeType = { float: 1, int: 2, ints: 7 };

const bytesOf = (values) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

export class OnnxBuilder {
  #nodes = [];
  #initializers = new Map();
  #count = 0;

  /**
   * Adds a node, and returns its output's name, or an array of them where `outputs` is above 1. An
   * attribute is an integer, a list of integers, or { float }.
   */
  node(type, inputs, attributes = {}, { domain = "", outputs = 1, name } = {}) {
    const unique = name ?? `${type}_${this.#count++}`;
    const names = Array.from({ length: outputs }, (_, i) => (i === 0 ? unique : `${unique}_${i}`));
    this.#nodes.push(
      nested(1, [
        ...inputs.map((input) => text(1, input)),
        ...names.map((output) => text(2, output)),
        text(3, unique),
        text(4, type),
        ...Object.entries(attributes).map(([key, value]) => nested(5, attribute(key, value))),
        ...(domain === "" ? [] : [text(7, domain)]),
      ]),
    );
    return outputs === 1 ? unique : names;
  }

  /** Adds a constant once, whatever `draw` gives for its values, and returns its name. */
  constant(name, type, dims, draw) {
    if (!this.#initializers.has(name)) {
      this.#initializers.set(
        name,
        nested(5, [
          ...dims.map((dim) => integer(1, dim)),
          integer(2, elementType[type]),
          text(8, name),
          bytes(9, bytesOf(draw())),
        ]),
      );
    }
    return name;
  }

  floatScalar(value) {
    return this.constant(`float_${value}`, "float", [], () => Float32Array.of(value));
  }

  int64s(values) {
    return this.constant(`int64_${values.join("_")}`, "int64", [values.length], () =>
      BigInt64Array.from(values, BigInt),
    );
  }

  /** The model's file as parts in order. Inputs and outputs are { name, type, dims }. */
  model({ inputs, outputs }) {
    const { parts } = message([
      integer(1, 8),
      text(2, "xlmr-ner benchmark"),
      nested(7, [
        ...this.#nodes,
        text(2, "xlmr"),
        ...this.#initializers.values(),
        ...inputs.map((input) => nested(11, valueInfo(input))),
        ...outputs.map((output) => nested(12, valueInfo(output))),
      ]),
      nested(8, [text(1, ""), integer(2, 17)]),
      nested(8, [text(1, "com.microsoft"), integer(2, 1)]),
    ]);
    return parts;
  }
}

function attribute(name, value) {
  if (Array.isArray(value)) {
    const fields = value.map((item) => integer(8, item));
    return [text(1, name), ...fields, integer(20, attributeType.ints)];
  }
  return typeof value === "number"
    ? [text(1, name), integer(3, value), integer(20, attributeType.int)]
    : [text(1, name), float(2, value.float), integer(20, attributeType.float)];
}

/** A dimension is a number, or a name where it differs from run to run. */
function valueInfo({ name, type, dims }) {
  const dim = (value) =>
    nested(1, [typeof value === "number" ? integer(1, value) : text(2, value)]);
  const tensor = [integer(1, elementType[type]), nested(2, dims.map(dim))];
  return [text(1, name), nested(2, [nested(1, tensor)])];
}
