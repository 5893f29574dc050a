// SPDX-License-Identifier: Apache-2.0
//
// XLM-R for token classification as an ONNX model, input_ids and attention_mask (int64, [batch,
// sequence]) to logits, in the two forms that are about:
//
//   plain      an export of transformers', as transformers.js's models are; ONNX Runtime fuses what
//              it can as it loads
//   optimised  after onnxruntime.transformers.optimizer: attention one node, residual sums in
//              SkipLayerNormalization, BiasGelu
//
// each quantised by quantize_dynamic or float32. Left as float32 in both, as in our checkpoints: the
// position embeddings and the classifier.
import { linearLayers } from "./counter_weights.mjs";
import { OnnxBuilder } from "./onnx_builder.mjs";
import { OnnxLayers } from "./onnx_layers.mjs";

export const forms = ["plain", "optimised"];

const contrib = { domain: "com.microsoft" };
const [, , , attentionOut, intermediate, output] = linearLayers({}).map(({ name }) => name);

/** The model's file, as parts to write one after the other; `dtype` "q8" or "fp32". */
export function xlmrModel(shape, { form, dtype }) {
  const graph = new OnnxBuilder();
  const layers = new OnnxLayers(graph, shape, dtype);
  const build = form === "plain" ? plainEncoder : optimisedEncoder;
  const hidden = build(graph, layers, shape);
  const scores = layers.product(hidden, "classifier");
  graph.node("Add", [scores, layers.float("classifier.bias")], {}, { name: "logits" });
  const ids = { type: "int64", dims: ["batch", "sequence"] };
  return graph.model({
    inputs: [
      { name: "input_ids", ...ids },
      { name: "attention_mask", ...ids },
    ],
    outputs: [{ name: "logits", type: "float", dims: ["batch", "sequence", shape.labels] }],
  });
}

/** The three embeddings, normalised; positions count the ids that are no padding. */
function embeddings(graph, layers, shape) {
  const pad = graph.constant("pad", "int64", [], () => BigInt64Array.of(BigInt(shape.pad)));
  const padding = graph.node("Equal", ["input_ids", pad]);
  const tokens = graph.node("Cast", [graph.node("Not", [padding])], { to: 7 });
  const axis = graph.constant("axis", "int64", [], () => BigInt64Array.of(1n));
  const counted = graph.node("Mul", [graph.node("CumSum", [tokens, axis]), tokens]);
  const positions = graph.node("Add", [counted, pad]);
  const zeros = graph.node("Sub", ["input_ids", "input_ids"]);
  const table = (name) => `roberta.embeddings.${name}.weight`;
  const words = layers.embed(table("word_embeddings"), "input_ids");
  const types = layers.embed(table("token_type_embeddings"), zeros);
  const places = layers.embed(table("position_embeddings"), positions);
  const sum = graph.node("Add", [graph.node("Add", [words, types]), places]);
  return normalise(graph, layers, shape, sum, "roberta.embeddings.LayerNorm");
}

function normalise(graph, layers, shape, x, name) {
  const inputs = [x, layers.float(`${name}.weight`), layers.float(`${name}.bias`)];
  return graph.node("LayerNormalization", inputs, { axis: -1, epsilon: { float: shape.epsilon } });
}

function plainEncoder(graph, layers, shape) {
  let x = embeddings(graph, layers, shape);
  const one = graph.floatScalar(1);
  const mask = graph.node("Unsqueeze", ["attention_mask", graph.int64s([1, 2])]);
  const hiddenTokens = graph.node("Sub", [one, graph.node("Cast", [mask], { to: 1 })]);
  const bias = graph.node("Mul", [hiddenTokens, graph.floatScalar(-3.4028234663852886e38)]);
  for (let i = 0; i < shape.layers; ++i) {
    const prefix = `roberta.encoder.layer.${i}`;
    const context = plainAttention(graph, layers, shape, { x, bias, prefix });
    const attended = layers.linear(context, `${prefix}.${attentionOut}`);
    const sum = graph.node("Add", [attended, x]);
    x = normalise(graph, layers, shape, sum, `${prefix}.attention.output.LayerNorm`);
    const wide = gelu(graph, layers.linear(x, `${prefix}.${intermediate}`));
    const narrow = graph.node("Add", [layers.linear(wide, `${prefix}.${output}`), x]);
    x = normalise(graph, layers, shape, narrow, `${prefix}.output.LayerNorm`);
  }
  return x;
}

function plainAttention(graph, layers, shape, { x, bias, prefix }) {
  const { hidden, heads } = shape;
  const split = graph.int64s([0, 0, heads, hidden / heads]);
  const part = (name, perm) => {
    const values = layers.linear(x, `${prefix}.attention.self.${name}`);
    return graph.node("Transpose", [graph.node("Reshape", [values, split])], { perm });
  };
  const query = part("query", [0, 2, 1, 3]);
  const key = part("key", [0, 2, 3, 1]);
  const value = part("value", [0, 2, 1, 3]);
  const root = graph.floatScalar(Math.sqrt(hidden / heads));
  const scores = graph.node("Div", [graph.node("MatMul", [query, key]), root]);
  const shares = graph.node("Softmax", [graph.node("Add", [scores, bias])], { axis: -1 });
  const context = graph.node("MatMul", [shares, value]);
  const joined = graph.node("Transpose", [context], { perm: [0, 2, 1, 3] });
  return graph.node("Reshape", [joined, graph.int64s([0, 0, hidden])]);
}

/** x · (1 + erf(x / √2)) / 2 */
function gelu(graph, x) {
  const erf = graph.node("Erf", [graph.node("Div", [x, graph.floatScalar(Math.SQRT2)])]);
  const twice = graph.node("Mul", [x, graph.node("Add", [erf, graph.floatScalar(1)])]);
  return graph.node("Mul", [twice, graph.floatScalar(0.5)]);
}

function optimisedEncoder(graph, layers, shape) {
  let x = embeddings(graph, layers, shape);
  const mask = graph.node("Cast", ["attention_mask"], { to: 6 });
  const ends = graph.node("ReduceSum", [mask, graph.int64s([1])], { keepdims: 0 });
  const addNormalised = (product, residual, norm, bias) =>
    graph.node(
      "SkipLayerNormalization",
      [product, residual, layers.float(`${norm}.weight`), layers.float(`${norm}.bias`), bias],
      { epsilon: { float: shape.epsilon } },
      contrib,
    );
  for (let i = 0; i < shape.layers; ++i) {
    const prefix = `roberta.encoder.layer.${i}`;
    const bias = (name) => layers.float(`${prefix}.${name}.bias`);
    const product = (input, name) => layers.product(input, `${prefix}.${name}`);
    const context = layers.attention(x, `${prefix}.attention`, ends, shape.heads);
    const attended = product(context, attentionOut);
    const norm = `${prefix}.attention.output.LayerNorm`;
    x = addNormalised(attended, x, norm, bias(attentionOut));
    const inputs = [product(x, intermediate), bias(intermediate)];
    const wide = graph.node("BiasGelu", inputs, {}, contrib);
    x = addNormalised(product(wide, output), x, `${prefix}.output.LayerNorm`, bias(output));
  }
  return x;
}
