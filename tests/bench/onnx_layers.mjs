// SPDX-License-Identifier: Apache-2.0
//
// The products of an encoder layer as ONNX nodes, from counter-based weights: as float32, or as
// onnxruntime.quantization.quantize_dynamic writes them (int8 weights with one scale a tensor,
// activations to uint8 as they come).
import { drawFloat, drawInt8, int8Scale, tensorsOf } from "./counter_weights.mjs";

const contrib = { domain: "com.microsoft" };

export class OnnxLayers {
  #graph;
  #dtype;
  #tensors;
  #quantised = new Map();

  /** `dtype` "q8" or "fp32". */
  constructor(graph, shape, dtype) {
    this.#graph = graph;
    this.#dtype = dtype;
    this.#tensors = new Map(tensorsOf(shape).map((tensor) => [tensor.name, tensor]));
  }

  /** A tensor of the checkpoint that stays float32, as it is. */
  float(name) {
    const tensor = this.#tensor(name);
    return this.#graph.constant(name, "float", tensor.dims, () => drawFloat(tensor));
  }

  /** Rows of an embedding. */
  embed(name, ids) {
    const tensor = this.#tensor(name);
    if (this.#dtype === "fp32" || !tensor.quantised) {
      return this.#graph.node("Gather", [this.float(name), ids]);
    }
    const table = this.#graph.constant(name, "int8", tensor.dims, () => drawInt8(tensor).values);
    const rows = this.#graph.node("Gather", [table, ids]);
    return this.#graph.node("DequantizeLinear", [rows, ...this.#scale(tensor)]);
  }

  /** x · Wᵀ, without the bias. */
  product(x, name) {
    const tensor = this.#tensor(`${name}.weight`);
    const weights = this.#transposed(name, [tensor]);
    if (this.#dtype === "fp32" || !tensor.quantised) {
      return this.#graph.node("MatMul", [x, weights]);
    }
    const [values, scale, zero] = this.#quantise(x);
    const [weightScale, weightZero] = this.#scale(tensor);
    const sum = this.#graph.node("MatMulInteger", [values, weights, zero, weightZero]);
    const scales = this.#graph.node("Mul", [scale, weightScale]);
    return this.#graph.node("Mul", [this.#graph.node("Cast", [sum], { to: 1 }), scales]);
  }

  /** x · Wᵀ + b. */
  linear(x, name) {
    return this.#graph.node("Add", [this.product(x, name), this.float(`${name}.bias`)]);
  }

  /** Query, key, value and all between them as the one node of ONNX Runtime's optimiser. */
  attention(x, prefix, maskEnds, heads) {
    const names = ["query", "key", "value"].map((part) => `${prefix}.self.${part}`);
    const tensors = names.map((name) => this.#tensor(`${name}.weight`));
    const weights = this.#transposed(`${prefix}.qkv`, tensors);
    const bias = this.#graph.constant(`${prefix}.qkv.bias`, "float", [3 * tensors[0].dims[0]], () =>
      Float32Array.from(names.flatMap((name) => [...drawFloat(this.#tensor(`${name}.bias`))])),
    );
    if (this.#dtype === "fp32") {
      const attributes = { num_heads: heads };
      return this.#graph.node("Attention", [x, weights, bias, maskEnds], attributes, contrib);
    }
    const [values, scale, zero] = this.#quantise(x);
    const [weightScale, weightZero] = this.#scale(tensors[0]);
    const inputs = [values, weights, bias, scale, weightScale, maskEnds, zero, weightZero];
    return this.#graph.node("QAttention", inputs, { num_heads: heads }, contrib);
  }

  #tensor(name) {
    const tensor = this.#tensors.get(name);
    if (tensor === undefined) throw new Error(`expected a tensor of the checkpoint, found ${name}`);
    return tensor;
  }

  /** Once for each x, as quantize_dynamic does. */
  #quantise(x) {
    if (!this.#quantised.has(x)) {
      const outputs = this.#graph.node("DynamicQuantizeLinear", [x], {}, { outputs: 3 });
      this.#quantised.set(x, outputs);
    }
    return this.#quantised.get(x);
  }

  #scale(tensor) {
    const scale = int8Scale(tensor);
    const zero = this.#graph.constant("int8_0", "int8", [], () => Int8Array.of(0));
    return [this.#graph.floatScalar(scale), zero];
  }

  /** Matrices [outputs, inputs] side by side as one [inputs, outputs], as MatMul wants it. */
  #transposed(name, tensors) {
    const int8 = this.#dtype === "q8" && tensors[0].quantised;
    const [, inputs] = tensors[0].dims;
    const outputs = tensors.reduce((sum, { dims }) => sum + dims[0], 0);
    return this.#graph.constant(
      `${name}.transposed`,
      int8 ? "int8" : "float",
      [inputs, outputs],
      () => {
        const result = new (int8 ? Int8Array : Float32Array)(inputs * outputs);
        let begin = 0;
        for (const tensor of tensors) {
          const values = int8 ? drawInt8(tensor).values : drawFloat(tensor);
          for (let row = 0; row < tensor.dims[0]; ++row) {
            for (let column = 0; column < inputs; ++column) {
              result[column * outputs + begin + row] = values[row * inputs + column];
            }
          }
          begin += tensor.dims[0];
        }
        return result;
      },
    );
  }
}
