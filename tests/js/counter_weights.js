// SPDX-License-Identifier: Apache-2.0
// Weights and windows that depend on nothing but a name and a number, the same here, in
// tests/cpp/engine/counter_weights.h and in tests/golden/counter_weights.py, which says how they are
// made; and checkpoints of them, whose bytes are made as they are read.

// Jest's tests find globals slowly; these are asked for millions of times.
const { fround, imul } = Math;

export const windowCount = 200;

const labels = [
  "O",
  ...["PER", "ORG", "LOC", "MISC"].flatMap((type) => [`B-${type}`, `I-${type}`]),
];

/** `spread` and `lengths` say how long the windows are. */
export const shapes = {
  tiny: {
    vocabulary: 500,
    hidden: 32,
    layers: 2,
    heads: 4,
    intermediate: 64,
    positions: 66,
    spread: 60,
    lengths: [],
  },
  base: {
    vocabulary: 4000,
    hidden: 768,
    layers: 12,
    heads: 12,
    intermediate: 3072,
    positions: 514,
    spread: 16,
    lengths: [512, 300, 128, 64],
  },
  large: {
    vocabulary: 4000,
    hidden: 1024,
    layers: 24,
    heads: 16,
    intermediate: 4096,
    positions: 514,
    spread: 16,
    lengths: [128, 64, 32, 2],
  },
  /** models/default: its weights are its own, the windows are made as the others'. */
  default: {
    vocabulary: 40002,
    hidden: 256,
    layers: 4,
    heads: 8,
    intermediate: 768,
    positions: 258,
    spread: 16,
    lengths: [256, 128, 64, 2],
  },
};

/** FNV-1a, 32 bits; names are ASCII. */
function seedOf(name) {
  let seed = 2166136261 | 0;
  for (let i = 0; i < name.length; i++) seed = imul(seed ^ name.charCodeAt(i), 16777619);
  return seed;
}

/** uint32 */
function hash(seed, index) {
  let h = (imul(index, 0x9e3779b1) + seed) | 0;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function centreAndAmplitude(name, columns) {
  if (name.endsWith("LayerNorm.weight")) return [1, 0.2];
  if (name.endsWith("LayerNorm.bias")) return [0, 0.2];
  if (name.endsWith(".bias")) return [0, 0.1];
  if (name.endsWith("word_embeddings.weight")) return [0, 0.06];
  if (/(position|token_type)_embeddings\.weight$/.test(name)) return [0, 0.03];
  return [0, 1.5 / Math.sqrt(columns)];
}

/** Values `begin` to `end` of a tensor, float32; `columns` is its last dimension. */
export function valuesOf(name, columns, begin, end) {
  const [centre, amplitude] = centreAndAmplitude(name, columns);
  const factor = fround(amplitude);
  const seed = seedOf(name);
  const values = new Float32Array(end - begin);
  for (let i = begin; i < end; i++) {
    const unit = (hash(seed, i) >>> 8) / 8388608 - 1;
    values[i - begin] = centre + fround(factor * unit);
  }
  return values;
}

/** The ids of a window. */
export function windowOf(shape, index) {
  const seed = seedOf(`windows/${index}`);
  const length = shape.lengths[index] ?? 3 + (hash(seed, 0) % shape.spread);
  const pieces = Array.from(
    { length: length - 2 },
    (_, k) => 4 + (hash(seed, 1 + k) % (shape.vocabulary - 5)),
  );
  return Int32Array.of(0, ...pieces, 2);
}

/** The parts of config.json that matter to the encoder and the decoder. */
export function configOf(shape) {
  return {
    model_type: "xlm-roberta",
    vocab_size: shape.vocabulary,
    hidden_size: shape.hidden,
    num_hidden_layers: shape.layers,
    num_attention_heads: shape.heads,
    intermediate_size: shape.intermediate,
    max_position_embeddings: shape.positions,
    type_vocab_size: 1,
    pad_token_id: 1,
    layer_norm_eps: 1e-5,
    hidden_act: "gelu",
    id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
    label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
  };
}

/** [name, dimensions] of each tensor, in transformers' order. */
export function tensorsOf({ vocabulary, hidden, layers, intermediate, positions }) {
  const norm = (name) => [
    [`${name}.LayerNorm.weight`, [hidden]],
    [`${name}.LayerNorm.bias`, [hidden]],
  ];
  const linear = (name, out, from) => [
    [`${name}.weight`, [out, from]],
    [`${name}.bias`, [out]],
  ];
  const layer = (at) => [
    ...["query", "key", "value"].flatMap((part) =>
      linear(`${at}.attention.self.${part}`, hidden, hidden),
    ),
    ...linear(`${at}.attention.output.dense`, hidden, hidden),
    ...norm(`${at}.attention.output`),
    ...linear(`${at}.intermediate.dense`, intermediate, hidden),
    ...linear(`${at}.output.dense`, hidden, intermediate),
    ...norm(`${at}.output`),
  ];
  return [
    ["roberta.embeddings.word_embeddings.weight", [vocabulary, hidden]],
    ["roberta.embeddings.position_embeddings.weight", [positions, hidden]],
    ["roberta.embeddings.token_type_embeddings.weight", [1, hidden]],
    ...norm("roberta.embeddings"),
    ...Array.from({ length: layers }, (_, i) => layer(`roberta.encoder.layer.${i}`)).flat(),
    ...linear("classifier", labels.length, hidden),
  ];
}

/**
 * A shape's model.safetensors in float32: its `size` in bytes, and `read(begin, end)`, which makes
 * these bytes. Nothing but the header is kept.
 */
export function makeCheckpoint(shape) {
  let end = 0;
  const tensors = tensorsOf(shape).map(([name, dimensions]) => {
    const begin = end;
    end += 4 * dimensions.reduce((product, size) => product * size);
    return { name, dimensions, begin, end };
  });
  const entries = tensors.map((tensor) => [
    tensor.name,
    { dtype: "F32", shape: tensor.dimensions, data_offsets: [tensor.begin, tensor.end] },
  ]);
  const json = JSON.stringify({ __metadata__: { format: "pt" }, ...Object.fromEntries(entries) });
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const header = new Uint8Array(8 + text.length);
  new DataView(header.buffer).setBigUint64(0, BigInt(text.length), true);
  header.set(text, 8);

  const read = (from, to) => {
    const bytes = new Uint8Array(to - from);
    bytes.set(header.subarray(from, to));
    for (const { name, dimensions, begin, end: last } of tensors) {
      const first = Math.max(from - header.length, begin);
      const past = Math.min(to - header.length, last);
      if (first >= past) continue;
      const value = Math.floor((first - begin) / 4);
      const values = valuesOf(name, dimensions.at(-1), value, Math.ceil((past - begin) / 4));
      const skipped = first - begin - 4 * value;
      const part = new Uint8Array(values.buffer, skipped, past - first);
      bytes.set(part, header.length + first - from);
    }
    return bytes;
  };
  return { size: header.length + end, read };
}
