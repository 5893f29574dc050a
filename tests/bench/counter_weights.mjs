// SPDX-License-Identifier: Apache-2.0
//
// Weights of any shape without a file: each value is a hash of its tensor's name and its index, so
// that programs in other languages compute the same ones bit for bit.
//
//   tensorsOf(shapes.base).find(({ name }) => name === "classifier.bias")
//     → { name: "classifier.bias", dims: [9], amplitude: 0.1, base: 0, quantised: false }

const layer = { labels: 9, pad: 1, epsilon: 1e-5 };

/**
 * XLM-R in three sizes; the vocabulary is small, since only loading and memory depend on it. With
 * `spread: "normal"` the int8 weights are distributed as a network's are.
 */
export const shapes = {
  tiny: { vocab: 500, hidden: 32, layers: 2, heads: 4, intermediate: 64, positions: 66, ...layer },
  base: {
    vocab: 4000,
    hidden: 768,
    layers: 12,
    heads: 12,
    intermediate: 3072,
    positions: 514,
    ...layer,
  },
  large: {
    vocab: 4000,
    hidden: 1024,
    layers: 24,
    heads: 16,
    intermediate: 4096,
    positions: 514,
    ...layer,
  },
};

/** The number of pieces of XLM-R's vocabulary, masks and all. */
export const realVocabulary = 250_002;

/** The six products of an encoder layer, which a q8 checkpoint keeps as int8. */
export function linearLayers({ hidden, intermediate }) {
  return [
    { name: "attention.self.query", outputs: hidden, inputs: hidden },
    { name: "attention.self.key", outputs: hidden, inputs: hidden },
    { name: "attention.self.value", outputs: hidden, inputs: hidden },
    { name: "attention.output.dense", outputs: hidden, inputs: hidden },
    { name: "intermediate.dense", outputs: intermediate, inputs: hidden },
    { name: "output.dense", outputs: hidden, inputs: intermediate },
  ];
}

/** Every tensor of a checkpoint, named as in transformers' XLMRobertaForTokenClassification. */
export function tensorsOf(shape) {
  const { vocab, hidden, positions, labels } = shape;
  const embedding = (name, rows, amplitude, quantised) => ({
    name: `roberta.embeddings.${name}.weight`,
    dims: [rows, hidden],
    base: 0,
    amplitude,
    quantised,
    spread: shape.spread,
  });
  const norm = (prefix) => [
    { name: `${prefix}.weight`, dims: [hidden], base: 1, amplitude: 0.2, quantised: false },
    { name: `${prefix}.bias`, dims: [hidden], base: 0, amplitude: 0.2, quantised: false },
  ];
  const linear = (name, outputs, inputs, quantised) => [
    {
      name: `${name}.weight`,
      dims: [outputs, inputs],
      base: 0,
      amplitude: 1.5 / Math.sqrt(inputs),
      quantised,
      spread: shape.spread,
    },
    { name: `${name}.bias`, dims: [outputs], base: 0, amplitude: 0.1, quantised: false },
  ];
  return [
    embedding("word_embeddings", vocab, 0.06, true),
    embedding("position_embeddings", positions, 0.03, false),
    embedding("token_type_embeddings", 1, 0.03, false),
    ...norm("roberta.embeddings.LayerNorm"),
    ...Array.from({ length: shape.layers }, (_, i) => {
      const prefix = `roberta.encoder.layer.${i}`;
      return [
        ...linearLayers(shape).flatMap(({ name, outputs, inputs }) =>
          linear(`${prefix}.${name}`, outputs, inputs, true),
        ),
        ...norm(`${prefix}.attention.output.LayerNorm`),
        ...norm(`${prefix}.output.LayerNorm`),
      ];
    }).flat(),
    ...linear("classifier", labels, hidden, false),
  ];
}

/** FNV-1a of a name. */
function seedOf(name) {
  let seed = 2166136261;
  for (const byte of new TextEncoder().encode(name)) {
    seed = Math.imul(seed ^ byte, 16777619);
  }
  return seed >>> 0;
}

function hash(index, seed) {
  let h = (Math.imul(index, 0x9e3779b1) + seed) | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const sizeOf = ({ dims }) => dims.reduce((product, dim) => product * dim, 1);

/** A tensor as float32, row-major. */
export function drawFloat(tensor) {
  const seed = seedOf(tensor.name);
  const amplitude = Math.fround(tensor.amplitude);
  const values = new Float32Array(sizeOf(tensor));
  for (let i = 0; i < values.length; ++i) {
    const u = (hash(i, seed) >>> 8) / 8388608 - 1;
    values[i] = tensor.base + Math.fround(amplitude * u);
  }
  return values;
}

/**
 * A quantised tensor: int8 values drawn from the hash itself, -127 to 127, and the scale that all
 * its rows have. So one scale for the tensor and one for each row say the same weights, and a
 * runtime that wants the former computes no other network than one that wants the latter.
 */
export function drawInt8(tensor) {
  const seed = seedOf(tensor.name);
  const values = new Int8Array(sizeOf(tensor));
  const draw = tensor.spread === "normal" ? nearlyNormal : uniform;
  for (let i = 0; i < values.length; ++i) values[i] = draw(hash(i, seed));
  return { values, scale: int8Scale(tensor) };
}

const uniform = (h) => Math.max(-127, (h >>> 24) - 128);

/** The sum of four bytes: a deviation of 32, and 111 at most. */
const nearlyNormal = (h) =>
  Math.round(((h & 255) + ((h >>> 8) & 255) + ((h >>> 16) & 255) + (h >>> 24) - 510) / 4.6);

/** Such that the weights deviate as much as the uniform ones. */
export function int8Scale({ amplitude, spread }) {
  return Math.fround((amplitude / 127) * (spread === "normal" ? 73.3 / 32.1 : 1));
}

/** Ids of one window: <s>, pieces, </s>. */
export function drawWindow(name, length, vocab) {
  const seed = seedOf(name);
  return Int32Array.from({ length }, (_, i) => {
    if (i === 0) return 0;
    return i === length - 1 ? 2 : 4 + (hash(i, seed) % (vocab - 5));
  });
}

/** `count` window lengths from `least` to `most` tokens. */
export function drawLengths(name, count, least, most) {
  const seed = seedOf(name);
  return Array.from({ length: count }, (_, i) => least + (hash(i, seed) % (most - least + 1)));
}

/** config.json of a shape. */
export function configOf(shape) {
  return {
    architectures: ["XLMRobertaForTokenClassification"],
    model_type: "xlm-roberta",
    hidden_act: "gelu",
    hidden_size: shape.hidden,
    id2label: Object.fromEntries(
      Array.from({ length: shape.labels }, (_, i) => [i, i === 0 ? "O" : `B-L${i}`]),
    ),
    intermediate_size: shape.intermediate,
    layer_norm_eps: shape.epsilon,
    max_position_embeddings: shape.positions,
    num_attention_heads: shape.heads,
    num_hidden_layers: shape.layers,
    pad_token_id: shape.pad,
    position_embedding_type: "absolute",
    type_vocab_size: 1,
    vocab_size: shape.vocab,
  };
}

/** Multiply-accumulates of the encoder on windows of these lengths. */
export function encoderMacs({ hidden, intermediate, layers }, lengths) {
  const perToken = 4 * hidden * hidden + 2 * hidden * intermediate;
  return lengths.reduce((sum, n) => sum + layers * (n * perToken + 2 * n * n * hidden), 0);
}
