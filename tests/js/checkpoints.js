// SPDX-License-Identifier: Apache-2.0
// Checkpoints in memory, to be spoiled: a copy of a file's tensors, and a file of them.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { storeFloat16 } from "#js/base/float16.js";
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
