// SPDX-License-Identifier: Apache-2.0
//
// XLM-R for token classification in plain JavaScript and float64, from the safetensors file of a
// checkpoint: the formulas of the model and nothing clever, to compare others with.
import { readFileSync } from "node:fs";

/** Float64Arrays by name; a quantised tensor is multiplied by its rows' scales. */
function readCheckpoint(file) {
  const bytes = readFileSync(file);
  const begin = 8 + Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.subarray(8, begin).toString());
  const read = (name) => {
    const { dtype, data_offsets: offsets } = header[name];
    const [from, to] = offsets.map((at) => begin + at);
    const buffer = bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + to);
    return Float64Array.from(new (dtype === "I8" ? Int8Array : Float32Array)(buffer));
  };
  const tensors = new Map();
  const weight = (name) => {
    const values = read(name);
    if (header[name].dtype !== "I8") return values;
    const scales = read(`${name}.scale`);
    const columns = values.length / scales.length;
    return values.map((value, i) => value * scales[Math.floor(i / columns)]);
  };
  return (name) => {
    if (!tensors.has(name)) tensors.set(name, weight(name));
    return tensors.get(name);
  };
}

/** ∑ (2/√π) (-1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)) */
function erf(x) {
  if (Math.abs(x) > 4) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; n < 80; ++n) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** What ONNX's DynamicQuantizeLinear keeps of the values: one uint8 scale and zero for all. */
function throughUint8(rows) {
  const all = rows.flatMap((row) => [...row]);
  const least = Math.min(0, ...all);
  const scale = (Math.max(0, ...all) - least) / 255;
  const zero = Math.round(-least / scale);
  const byte = (x) => Math.min(255, Math.max(0, Math.round(x / scale) + zero));
  return rows.map((row) => row.map((x) => (byte(x) - zero) * scale));
}

/**
 * Rows of logits for the ids of one window; `quantised` where the activations before each of the
 * encoder's products go through uint8.
 */
export function scalarLogits({ file, shape, ids, quantised }) {
  const weight = readCheckpoint(file);
  const { hidden, heads, epsilon } = shape;
  const size = hidden / heads;
  const row = (name, i) => weight(name).subarray(i * hidden, (i + 1) * hidden);
  const add = (a, b) => a.map((x, i) => x + b[i]);
  const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  const normalise = (rows, name) => {
    const [gain, bias] = [weight(`${name}.weight`), weight(`${name}.bias`)];
    return rows.map((x) => {
      const mean = x.reduce((sum, value) => sum + value, 0) / hidden;
      const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / hidden;
      return x.map((v, i) => ((v - mean) / Math.sqrt(variance + epsilon)) * gain[i] + bias[i]);
    });
  };
  const linear = (rows, name, int8 = quantised) => {
    const [matrix, bias] = [weight(`${name}.weight`), weight(`${name}.bias`)];
    const inputs = rows[0].length;
    return (int8 ? throughUint8(rows) : rows).map((x) =>
      bias.map((b, o) => b + dot(x, matrix.subarray(o * inputs, (o + 1) * inputs))),
    );
  };
  const attend = (query, key, value) =>
    query.map((q) => {
      const context = new Float64Array(hidden);
      for (let begin = 0; begin < hidden; begin += size) {
        const part = (x) => x.subarray(begin, begin + size);
        const scores = key.map((k) => dot(part(q), part(k)) / Math.sqrt(size));
        const most = Math.max(...scores);
        const shares = scores.map((score) => Math.exp(score - most));
        const total = shares.reduce((sum, share) => sum + share, 0);
        value.forEach((v, i) => {
          for (let j = begin; j < begin + size; ++j) context[j] += (shares[i] / total) * v[j];
        });
      }
      return context;
    });

  const embeddings = "roberta.embeddings";
  let x = ids.map((id, i) =>
    add(
      add(
        row(`${embeddings}.word_embeddings.weight`, id),
        row(`${embeddings}.token_type_embeddings.weight`, 0),
      ),
      row(`${embeddings}.position_embeddings.weight`, i + shape.pad + 1),
    ),
  );
  x = normalise(x, `${embeddings}.LayerNorm`);
  for (let i = 0; i < shape.layers; ++i) {
    const prefix = `roberta.encoder.layer.${i}`;
    const [query, key, value] = ["query", "key", "value"].map((name) =>
      linear(x, `${prefix}.attention.self.${name}`),
    );
    const attended = linear(attend(query, key, value), `${prefix}.attention.output.dense`);
    x = normalise(
      attended.map((each, t) => add(each, x[t])),
      `${prefix}.attention.output.LayerNorm`,
    );
    const wide = linear(x, `${prefix}.intermediate.dense`);
    const active = wide.map((each) => each.map((v) => (v * (1 + erf(v / Math.SQRT2))) / 2));
    const narrow = linear(active, `${prefix}.output.dense`);
    x = normalise(
      narrow.map((each, t) => add(each, x[t])),
      `${prefix}.output.LayerNorm`,
    );
  }
  return linear(x, "classifier", false);
}
