// SPDX-License-Identifier: Apache-2.0
// Checkpoints of counter-based weights as safetensors files, as the engine takes them.
import { closeSync, openSync, writeSync } from "node:fs";

import { storeFloat16 } from "../../dist/wasm/js/base/float16.js";
import { drawFloat, drawInt8, int8Scale, tensorsOf } from "./counter_weights.mjs";

const group = 32; // inputs of a q4 row that share a scale
const bytesOf = (values) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** What is stored for a tensor: itself, or int8 values and the scales of its rows, or 4 bits of each. */
function entriesOf(tensor, dtype) {
  if (dtype === "fp32" || !tensor.quantised) {
    return [{ ...tensor, dtype: "F32", draw: () => bytesOf(drawFloat(tensor)) }];
  }
  const [rows, inputs] = tensor.dims;
  if (dtype === "q4") return q4EntriesOf(tensor, rows, inputs);
  return [
    { ...tensor, dtype: "I8", draw: () => bytesOf(drawInt8(tensor).values) },
    {
      name: `${tensor.name}.scale`,
      dims: [rows],
      dtype: "F32",
      draw: () => bytesOf(new Float32Array(rows).fill(int8Scale(tensor))),
    },
  ];
}

/** The int8 values rounded to their upper four bits, and scales that make up for it, all alike. */
function q4EntriesOf(tensor, rows, inputs) {
  const half = new Uint16Array(1);
  storeFloat16(Float32Array.of(int8Scale(tensor) * 16), half, 0);
  const entries = [
    {
      ...tensor,
      dims: [rows, inputs / 2],
      dtype: "U8",
      draw: () => {
        const { values } = drawInt8(tensor);
        const stored = (at) => Math.min(Math.round(values[at] / 16), 7) + 8;
        return Uint8Array.from(
          { length: values.length / 2 },
          (_, i) => stored(2 * i) | (stored(2 * i + 1) << 4),
        );
      },
    },
    {
      name: `${tensor.name}.scale`,
      dims: [rows, inputs / group],
      dtype: "F16",
      draw: () => bytesOf(new Uint16Array((rows * inputs) / group).fill(half[0])),
    },
  ];
  if (!tensor.name.includes(".layer.")) return entries;
  entries.push({
    name: `${tensor.name}.input_scale`,
    dims: [inputs],
    dtype: "F32",
    draw: () => bytesOf(new Float32Array(inputs).fill(1)),
  });
  return entries;
}

const bytesEach = { F32: 4, F16: 2, I8: 1, U8: 1 };

/** Writes the checkpoint, `dtype` "q8", "q4" or "fp32". */
export function writeCheckpoint(file, shape, dtype) {
  const entries = tensorsOf(shape).flatMap((tensor) => entriesOf(tensor, dtype));
  // Wide values first, as the safetensors library has them, so that all are aligned.
  entries.sort((a, b) => bytesEach[b.dtype] - bytesEach[a.dtype]);
  const ours = {
    format: "xlmr-ner",
    version: "1",
    dtype,
    ...(dtype === "q4" && { group: `${group}` }),
  };
  const header = { __metadata__: dtype === "fp32" ? { format: "pt" } : ours };
  let end = 0;
  for (const { name, dims, dtype: type } of entries) {
    const begin = end;
    end += dims.reduce((product, dim) => product * dim, bytesEach[type]);
    header[name] = { dtype: type, shape: dims, data_offsets: [begin, end] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const padded = new Uint8Array(Math.ceil(json.length / 8) * 8).fill(0x20);
  padded.set(json);
  const fd = openSync(file, "w");
  try {
    writeAll(fd, bytesOf(BigUint64Array.of(BigInt(padded.length))));
    writeAll(fd, padded);
    for (const { draw } of entries) writeAll(fd, draw());
  } finally {
    closeSync(fd);
  }
}

/** One call writes no more than 2 GiB. */
export function writeAll(fd, bytes) {
  for (let at = 0; at < bytes.length;) {
    at += writeSync(fd, bytes, at, Math.min(bytes.length - at, 2 ** 30));
  }
}
