// SPDX-License-Identifier: Apache-2.0

import type { CoreNetwork } from "../core/core_handle.js";
import { planBytes, planNumbers } from "./graph_weights.js";
import type { ComputeType, WeightPlan } from "./graph_weights.js";
import { OnnxBuilder, contrib } from "./onnx_builder.js";
import type { TensorReader } from "./tensor_reader.js";

export interface XlmrGraph {
  /** The ONNX file: `input_ids`, int64 [1, tokens], to `logits`, float32 [1, tokens, labels]. */
  model: Uint8Array;
  weights: WeightPlan[];
}

/** MatMulNBits' accuracy_level for activations that stay floats; by default WebGPU makes them int8. */
const inFloats = 1;

const embeddings = "roberta.embeddings";

/**
 * XLM-R for token classification as an ONNX graph of the operators for which ONNX Runtime has one
 * WebGPU kernel each: attention, residual sum and layer norm, bias and GELU. Products run over all of
 * a window's tokens at once; those of a q4 checkpoint unpack its 4-bit weights as they go. Everything
 * is computed in `type`.
 *
 * Formulas: transformers, models/xlm_roberta/modeling_xlm_roberta.py; operators: ContribOperators.md of
 * ONNX Runtime.
 */
export function xlmrGraph(
  reader: TensorReader,
  network: CoreNetwork,
  type: ComputeType,
): XlmrGraph {
  return new GraphWriter(reader, network, type).write();
}

class GraphWriter {
  readonly #graph = new OnnxBuilder();
  readonly #weights: WeightPlan[] = [];
  readonly #reader: TensorReader;
  readonly #network: CoreNetwork;
  readonly #type: ComputeType;

  constructor(reader: TensorReader, network: CoreNetwork, type: ComputeType) {
    this.#reader = reader;
    this.#network = network;
    this.#type = type;
  }

  write(): XlmrGraph {
    let x = this.#embed();
    for (let i = 0; i < this.#network.layers; i++) x = this.#layer(x, `roberta.encoder.layer.${i}`);
    const graph = this.#graph;
    const [labels = 0] = this.#reader.shape("classifier.bias");
    const scores = graph.node("Cast", [this.#linear(x, "classifier")], { to: 1 });
    const shape = graph.int64s([1, -1, labels]);
    graph.node("Reshape", [scores, shape], {}, { name: "logits" });
    const model = graph.model(
      [{ name: "input_ids", type: "int64", dims: [1, "tokens"] }],
      [{ name: "logits", type: "float", dims: [1, "tokens", labels] }],
    );
    return { model, weights: this.#weights };
  }

  /** [tokens, hidden] */
  #embed(): string {
    const graph = this.#graph;
    const ids = graph.node("Reshape", ["input_ids", graph.int64s([-1])]);
    const words = graph.node("Gather", [this.#tensor(`${embeddings}.word_embeddings.weight`), ids]);
    const tokens = graph.node("Shape", [ids]);
    const [zero, places] = [graph.int64s([0]), this.#positions()];
    const positions = graph.node("Slice", [places, zero, tokens, zero]);
    return this.#addNormalised(words, positions, `${embeddings}.LayerNorm`);
  }

  /** What a window's first, second, … token gets: its position and the one token type there is. */
  #positions(): string {
    const name = `${embeddings}.position_embeddings.weight`;
    const [rows = 0, hidden = 0] = this.#reader.shape(name);
    const first = this.#network.firstPosition * hidden;
    const dims = [rows - this.#network.firstPosition, hidden];
    this.#weights.push(
      planNumbers(name, this.#type, rows * hidden - first, async (reader, take) => {
        const all = await reader.numbers(name);
        const types = await reader.numbers(`${embeddings}.token_type_embeddings.weight`);
        for (let i = 0; i < all.length; i++) all[i] = (all[i] ?? 0) + (types[i % hidden] ?? 0);
        take(all.subarray(first), 0);
      }),
    );
    return this.#graph.weight(name, this.#type, dims);
  }

  #layer(x: string, prefix: string): string {
    const attention = `${prefix}.attention.output`;
    const context = this.#attend(x, `${prefix}.attention.self`);
    const attended = this.#product(context, `${attention}.dense`);
    const mixed = this.#addNormalised(
      ...([attended, x, `${attention}.LayerNorm`] as const),
      `${attention}.dense.bias`,
    );
    const inner = `${prefix}.intermediate.dense`;
    const wide = [this.#product(mixed, inner), this.#tensor(`${inner}.bias`)];
    const active = this.#graph.node("BiasGelu", wide, {}, { domain: contrib });
    const outer = `${prefix}.output`;
    const narrow = this.#product(active, `${outer}.dense`);
    return this.#addNormalised(narrow, mixed, `${outer}.LayerNorm`, `${outer}.dense.bias`);
  }

  #attend(x: string, prefix: string): string {
    const graph = this.#graph;
    const [hidden = 0] = this.#reader.shape(`${prefix}.query.bias`);
    const window = graph.int64s([1, -1, hidden]);
    const parts = ["query", "key", "value"].map((part) =>
      graph.node("Reshape", [this.#linear(x, `${prefix}.${part}`), window]),
    );
    const attributes = { num_heads: this.#network.heads };
    const context = graph.node("MultiHeadAttention", parts, attributes, { domain: contrib });
    return graph.node("Reshape", [context, graph.int64s([-1, hidden])]);
  }

  /** LayerNorm(x + residual + bias) */
  #addNormalised(x: string, residual: string, norm: string, bias?: string): string {
    const names = [`${norm}.weight`, `${norm}.bias`, ...(bias === undefined ? [] : [bias])];
    return this.#graph.node(
      "SkipLayerNormalization",
      [x, residual, ...names.map((name) => this.#tensor(name))],
      { epsilon: { float: this.#network.epsilon } },
      { domain: contrib },
    );
  }

  /** x · Wᵀ + b */
  #linear(x: string, name: string): string {
    return this.#product(x, name, this.#tensor(`${name}.bias`));
  }

  #product(x: string, name: string, bias?: string): string {
    const weight = `${name}.weight`;
    if (this.#reader.isPacked(weight)) return this.#packedProduct(x, weight, bias);
    const inputs = [x, this.#tensor(weight), ...(bias === undefined ? [] : [bias])];
    return this.#graph.node("Gemm", inputs, { transB: 1 });
  }

  /** Its 4-bit weights are laid out as MatMulNBits has them; so is their zero, 8. */
  #packedProduct(x: string, weight: string, bias?: string): string {
    const graph = this.#graph;
    const [rows = 0, columns = 0] = this.#reader.shape(weight);
    const groupSize = this.#reader.groupSize(weight);
    const groups = columns / groupSize;
    this.#weights.push(planBytes(weight, (rows * columns) / 2));
    const packed = graph.weight(weight, "uint8", [rows, groups, groupSize / 2]);
    const inputScale = `${weight}.input_scale`;
    const hasInputScale = this.#reader.has(inputScale);
    const input = hasInputScale ? graph.node("Div", [x, this.#tensor(inputScale)]) : x;
    const inputs = [input, packed, this.#tensor(`${weight}.scale`, [rows * groups])];
    return graph.node(
      "MatMulNBits",
      bias === undefined ? inputs : [...inputs, "", "", bias],
      { K: columns, N: rows, bits: 4, block_size: groupSize, accuracy_level: inFloats },
      { domain: contrib },
    );
  }

  #tensor(name: string, dims: readonly number[] = this.#reader.shape(name)): string {
    const count = dims.reduce((product, size) => product * size, 1);
    this.#weights.push(
      planNumbers(name, this.#type, count, (reader, take) => reader.read(name, take)),
    );
    return this.#graph.weight(name, this.#type, dims);
  }
}
