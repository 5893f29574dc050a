// SPDX-License-Identifier: Apache-2.0

/** A field of a message: its number, and a number or the bytes of what it holds. */
export interface MessageField {
  number: number;
  value: number | Uint8Array;
}

/**
 * Reads the fields of a protocol buffers message, one after the other. Bytes are views, so that a
 * message with a gigabyte of weights in it is read in no time and no memory.
 *
 *     [...fieldsOf(Uint8Array.of(0x10, 0xac, 0x02, 0x1a, 0x01, 0x61))]
 *     // [{ number: 2, value: 300 }, { number: 3, value: Uint8Array [97] }]
 *
 * Numbers above 2^53, negative ones among them, are not exact. Errors: a RangeError where the message
 * ends within a field or has a field of an unknown kind.
 *
 * Source: protobuf.dev/programming-guides/encoding.
 */
export function* fieldsOf(message: Uint8Array): Generator<MessageField> {
  let at = 0;
  const varint = (): number => {
    const { value, end } = varintAt(message, at);
    at = end;
    return value;
  };
  const bytes = (length: number): Uint8Array => {
    if (length > message.length - at) throw new RangeError(`${length} bytes at byte ${at}`);
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        yield { number, value: varint() };
        break;
      case 1:
        yield { number, value: bytes(8) };
        break;
      case 2:
        yield { number, value: bytes(varint()) };
        break;
      case 5:
        yield { number, value: bytes(4) };
        break;
      default:
        throw new RangeError(`a field of kind ${tag % 8} before byte ${at}`);
    }
  }
}

/** The numbers of a repeated field that are packed into one. Errors: as fieldsOf(). */
export function packedNumbers(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const { value, end } = varintAt(bytes, at);
    numbers.push(value);
    at = end;
  }
  return numbers;
}

function varintAt(bytes: Uint8Array, begin: number): { value: number; end: number } {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const byte = bytes[begin + i];
    if (byte === undefined) throw new RangeError(`its end at byte ${begin + i}, within a field`);
    value += (byte & 127) * 128 ** i;
    if (byte < 128) return { value, end: begin + i + 1 };
  }
  throw new RangeError(`a number of more than ten bytes at byte ${begin}`);
}
