// SPDX-License-Identifier: Apache-2.0
// The tiny model in every form that a checkpoint is published in: the bytes that torch and
// transformers wrote (tests/golden/make_torch_forms.py), put together again.

import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

import { tensorsIn } from "./checkpoints.js";
import { copyOfTiny, root, tiny } from "./support.js";

const golden = JSON.parse(
  gunzipSync(readFileSync(path.join(root, "tests/golden/torch_forms.json.gz"))),
);
const published = readFileSync(path.join(tiny, "model.safetensors"));

/** `{ name: { dtype, shape, bytes } }` of the published weights. */
export const weights = tensorsIn({
  size: published.length,
  read: (begin, end) => published.subarray(begin, end),
});

export const formNames = Object.keys(golden.forms);

/** The file that stands for a form's weights. */
export function weightsFileOf(form) {
  const names = Object.keys(golden.forms[form]);
  return names.find((name) => name.endsWith(".json")) ?? names[0];
}

/** Upper half of a float32, rounded to even. */
function bfloat16(bits) {
  return (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16;
}

/** A float32's bits as a float16's, rounded to even; for numbers that a float16 can have. */
function float16(bits) {
  const exponent = ((bits >>> 23) & 0xff) - 112;
  const fraction = bits & 0x7fffff;
  const shift = exponent > 0 ? 13 : Math.min(14 - exponent, 25);
  const whole = exponent > 0 ? (exponent << 23) | fraction : fraction | 0x800000;
  const kept = whole >>> shift;
  const rest = whole - kept * 2 ** shift;
  const half = 2 ** (shift - 1);
  const isUp = rest > half || (rest === half && kept % 2 === 1);
  return ((bits >>> 16) & 0x8000) | (kept + (isUp ? 1 : 0));
}

/** A tensor's bytes in another type. */
export function bytesAs(name, dtype) {
  const { bytes } = weights[name];
  if (dtype === "F32") return bytes;
  const convert = dtype === "F16" ? float16 : bfloat16;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const narrow = new DataView(new ArrayBuffer(bytes.length / 2));
  for (let i = 0; i < bytes.length / 4; i++) {
    narrow.setUint16(2 * i, convert(view.getUint32(4 * i, true)), true);
  }
  return new Uint8Array(narrow.buffer);
}

function bytesOf({ sha256, pieces }, file) {
  const bytes = Buffer.concat(
    pieces.map((piece) =>
      typeof piece === "string" ? Buffer.from(piece, "base64") : bytesAs(...piece),
    ),
  );
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== sha256) throw new Error(`${file}: expected SHA-256 ${sha256}, found ${found}`);
  return bytes;
}

/** `{ name: bytes }` */
export function filesOf(form) {
  const files = Object.entries(golden.forms[form]);
  return Object.fromEntries(files.map(([name, file]) => [name, bytesOf(file, name)]));
}

/** A model folder without weights but those of `files`; removeCopies() takes it away. */
export function folderWith(files) {
  const folder = copyOfTiny();
  rmSync(path.join(folder, "model.safetensors"));
  rmSync(path.join(folder, "onnx"), { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
  return folder;
}
