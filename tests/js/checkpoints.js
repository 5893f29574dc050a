// SPDX-License-Identifier: Apache-2.0
// Checkpoints in memory, to be spoiled: a copy of a file's tensors, and a file of them.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { readFloat16, storeFloat16 } from "#js/base/float16.js";
import { copyOfTiny, tiny } from "./support.js";

/** The tensors of a safetensors file `{ size, read }` by name, each with its bytes. */
export function tensorsIn({ size, read }) {
  const bytes = read(0, size);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = 8 + Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, end)));
  delete header.__metadata__;
  return Object.fromEntries(
    Object.entries(header).map(
      ([
        name,
        {
          dtype,
          shape,
          data_offsets: [from, to],
        },
      ]) => [name, { dtype, shape, bytes: bytes.slice(end + from, end + to) }],
    ),
  );
}

/** A file of these tensors. */
export function fileOf(tensors, metadata = { format: "pt" }) {
  let end = 0;
  const entries = Object.entries(tensors).map(([name, { dtype, shape, bytes }]) => {
    const begin = end;
    end += bytes.length;
    return [name, { dtype, shape, data_offsets: [begin, end] }];
  });
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const text = new TextEncoder().encode(json);
  const file = new Uint8Array(8 + text.length + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  let at = 8 + text.length;
  for (const { bytes } of Object.values(tensors)) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/**
 * A file of our own in 4 bits, of tensors in float32: each matrix of the layers and the table of pieces as its
 * groups' nearest multiples of a float16, the matrices with input scales of powers of two.
 */
export function inFourBits(tensors) {
  const group = 32;
  const others = Object.entries(tensors).flatMap(([name, tensor]) => {
    if (!/layer\..*(query|key|value|dense)\.weight$|word_embeddings/.test(name)) {
      return [[name, tensor]];
    }
    const [rows, columns] = tensor.shape;
    const values = new Float32Array(tensor.bytes.slice().buffer);
    const inputScale = Float32Array.from({ length: columns }, (_, i) => 2 ** ((i % 3) - 1));
    const isScaled = name.includes(".layer.");
    if (isScaled) values.forEach((value, i) => (values[i] = value * inputScale[i % columns]));
    const scales = new Float32Array(values.length / group);
    const pairs = new Uint8Array(values.length / 2);
    const halves = new Uint16Array(scales.length);
    for (let i = 0; i < scales.length; i++) {
      const some = values.subarray(i * group, (i + 1) * group);
      storeFloat16(Float32Array.of(Math.max(...some.map(Math.abs)) / 7), halves, i);
      const [scale] = readFloat16(halves.subarray(i, i + 1));
      some.forEach((value, k) => {
        const stored = Math.max(-8, Math.min(7, Math.round(value / scale))) + 8;
        pairs[(i * group + k) >> 1] |= stored << (4 * (k % 2));
      });
    }
    const added = [
      [name, { dtype: "U8", shape: [rows, columns / 2], bytes: pairs }],
      [
        `${name}.scale`,
        { dtype: "F16", shape: [rows, columns / group], bytes: new Uint8Array(halves.buffer) },
      ],
      [
        `${name}.input_scale`,
        { dtype: "F32", shape: [columns], bytes: new Uint8Array(inputScale.buffer) },
      ],
    ];
    return isScaled ? added : added.slice(0, 2);
  });
  const size = { F32: 4, F16: 2, U8: 1 };
  others.sort(([, a], [, b]) => size[b.dtype] - size[a.dtype]);
  const metadata = { format: "xlmr-ner", version: "1", dtype: "q4", group: `${group}` };
  return fileOf(Object.fromEntries(others), metadata);
}

/** A copy of the tiny model with its tensors of another type: `bytesOf` makes an array of their numbers. */
export function tinyAs(dtype, bytesOf) {
  const bytes = readFileSync(path.join(tiny, "model.safetensors"));
  const tensors = tensorsIn({
    size: bytes.length,
    read: (begin, end) => new Uint8Array(bytes.subarray(begin, end)),
  });
  const others = Object.entries(tensors).map(([name, tensor]) => {
    const values = new Float32Array(tensor.bytes.buffer);
    return [name, { ...tensor, dtype, bytes: new Uint8Array(bytesOf(values).buffer) }];
  });
  const target = copyOfTiny();
  writeFileSync(path.join(target, "model.safetensors"), fileOf(Object.fromEntries(others)));
  return target;
}

export function asFloat16(values) {
  const halves = new Uint16Array(values.length);
  storeFloat16(values, halves, 0);
  return halves;
}

/** The tiny model with one number of its classifier.bias replaced. */
export function tinyWith(number) {
  return tinyAs("F32", (values) => {
    const changed = values.slice();
    if (values.length === 9) changed[3] = number;
    return changed;
  });
}
