// SPDX-License-Identifier: Apache-2.0
//
// The part of the protocol buffers encoding that ONNX files need, write only. A message is the list
// of its encoded fields; long byte fields are referred to, never copied.
//
//   message([integer(2, 300), text(3, "a")]) → fields whose bytes are 10 ac 02 1a 01 61

const encoder = new TextEncoder();

function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return bytes;
}

/** Fields, each a { parts, size }, as one. */
export function message(fields) {
  const parts = fields.flatMap((field) => field.parts);
  return { parts, size: fields.reduce((sum, { size }) => sum + size, 0) };
}

const ofParts = (...parts) => ({
  parts,
  size: parts.reduce((sum, { length }) => sum + length, 0),
});

export const integer = (field, value) =>
  ofParts(Uint8Array.from([...varint(field * 8), ...varint(value)]));

export const float = (field, value) =>
  ofParts(Uint8Array.from(varint(field * 8 + 5)), new Uint8Array(Float32Array.of(value).buffer));

export const bytes = (field, value) =>
  ofParts(Uint8Array.from([...varint(field * 8 + 2), ...varint(value.length)]), value);

export const text = (field, value) => bytes(field, encoder.encode(value));

export function nested(field, fields) {
  const { parts, size } = message(fields);
  const head = Uint8Array.from([...varint(field * 8 + 2), ...varint(size)]);
  return { parts: [head, ...parts], size: head.length + size };
}
