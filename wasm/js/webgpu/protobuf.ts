// SPDX-License-Identifier: Apache-2.0

/**
 * The part of the protocol buffers encoding that an ONNX graph needs, write only. A field is its
 * encoded bytes, a message the concatenation of its fields:
 *
 *     message([integer(2, 300), text(3, 'a')]) // 10 ac 02 1a 01 61
 *
 * Source: protobuf.dev/programming-guides/encoding.
 */
export type Field = Uint8Array;

const encoder = new TextEncoder();

export function message(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const field of fields) {
    bytes.set(field, at);
    at += field.length;
  }
  return bytes;
}

/** Negative numbers take ten bytes, as an int64 does. */
export function integer(field: number, value: number): Field {
  return Uint8Array.from([...varint(field * 8), ...varint(value)]);
}

export function float(field: number, value: number): Field {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return Uint8Array.from([...varint(field * 8 + 5), ...bytes]);
}

export function bytes(field: number, value: Uint8Array): Field {
  return message([Uint8Array.from([...varint(field * 8 + 2), ...varint(value.length)]), value]);
}

export function text(field: number, value: string): Field {
  return bytes(field, encoder.encode(value));
}

export function nested(field: number, fields: readonly Field[]): Field {
  return bytes(field, message(fields));
}

function varint(value: number): number[] {
  const found: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest >= 0x80n; rest >>= 7n) found.push(Number(rest & 0x7fn) | 0x80);
  found.push(Number(rest));
  return found;
}
