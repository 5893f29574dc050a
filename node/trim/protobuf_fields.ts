// SPDX-License-Identifier: Apache-2.0

/** A field of a Protocol Buffers message, where it is in the message's bytes. */
export interface ProtobufField {
  number: number;
  /** With its tag. */
  begin: number;
  end: number;
  /** Behind the tag and, where there is one, the size. */
  payload: Uint8Array;
}

/**
 * The fields of a message that the core has found to be well-formed.
 *
 *     [...protobufFields(Uint8Array.of(0x0a, 2, 104, 105))] // [{ number: 1, begin: 0, end: 4, … }]
 */
export function* protobufFields(message: Uint8Array): Generator<ProtobufField> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const begin = at;
    const tag = varint();
    let first = at;
    switch (tag % 8) {
      case 0:
        varint();
        break;
      case 1:
        at += 8;
        break;
      case 5:
        at += 4;
        break;
      default: {
        const size = varint();
        first = at;
        at += size;
      }
    }
    const payload = message.subarray(first, at);
    yield { number: Math.floor(tag / 8), begin, end: at, payload };
  }
}
