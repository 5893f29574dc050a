// SPDX-License-Identifier: Apache-2.0
// Checkpoints of counter-based weights as safetensors files, as the engine takes them.
import { closeSync, openSync, writeSync } from "node:fs";

import { drawFloat, drawInt8, int8Scale, tensorsOf } from "./counter_weights.mjs";

const bytesOf = (values) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** What is stored for a tensor: itself, or int8 values and the scales of its rows. */
function entriesOf(tensor, dtype) {
  if (dtype === "fp32" || !tensor.quantised) {
    return [{ ...tensor, dtype: "F32", draw: () => bytesOf(drawFloat(tensor)) }];
  }
  const [rows] = tensor.dims;
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

/** Writes the checkpoint, `dtype` "q8" or "fp32". */
export function writeCheckpoint(file, shape, dtype) {
  const entries = tensorsOf(shape).flatMap((tensor) => entriesOf(tensor, dtype));
  // Wide values first, as the safetensors library has them, so that all are aligned.
  entries.sort((a, b) => (b.dtype === "F32") - (a.dtype === "F32"));
  const header = {
    __metadata__: dtype === "q8" ? { format: "xlmr-ner", version: "1", dtype } : { format: "pt" },
  };
  let end = 0;
  for (const { name, dims, dtype: type } of entries) {
    const begin = end;
    end += dims.reduce((product, dim) => product * dim, type === "F32" ? 4 : 1);
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
