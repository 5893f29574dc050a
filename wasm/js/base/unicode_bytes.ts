// SPDX-License-Identifier: Apache-2.0
//
// Unicode's encodings, and where bytes are none of theirs.
//
//     new UnicodeBytes("utf-8").firstWrong(Uint8Array.of(0x61, 0xe9, 0x62)) // 1

export type UnicodeEncoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be";

/** Byte order marks; UTF-32's before UTF-16's, which is its beginning. */
export const marks: readonly (readonly [UnicodeEncoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

export function isUnicode(encoding: string): encoding is UnicodeEncoding {
  return marks.some(([name]) => name === encoding);
}

export class UnicodeBytes {
  readonly #encoding: UnicodeEncoding;
  readonly #isBig: boolean;
  /** Bytes of a unit. */
  readonly #unit: 1 | 2 | 4;

  constructor(encoding: UnicodeEncoding) {
    this.#encoding = encoding;
    this.#isBig = encoding.endsWith("be");
    this.#unit = encoding === "utf-8" ? 1 : encoding.startsWith("utf-16") ? 2 : 4;
  }

  /** What is wrong becomes U+FFFD. */
  decode(bytes: Uint8Array): string {
    if (this.#unit < 4) return new TextDecoder(this.#encoding, { ignoreBOM: true }).decode(bytes);
    let text = "";
    for (let at = 0; at < bytes.length; at += 4) {
      const code = this.#codeAt(bytes, at);
      text += isScalar(code) ? String.fromCodePoint(code) : "\ufffd";
    }
    return text;
  }

  /** Bytes of a character at the end that may go on. */
  unfinished(bytes: Uint8Array): number {
    const { length } = bytes;
    const odd = length % this.#unit;
    if (this.#unit === 4) return odd;
    if (this.#unit === 2) {
      const isHigh = length - odd >= 2 && isHighSurrogate(this.#codeAt(bytes, length - odd - 2));
      return odd + (isHigh ? 2 : 0);
    }
    for (let back = 1; back <= Math.min(3, length); back++) {
      const byte = bytes[length - back] ?? 0;
      if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
      if (byte < 0x80) return 0;
    }
    return 0;
  }

  /** Where the first character that is none begins; -1 where all are right, to the last byte. */
  firstWrong(bytes: Uint8Array): number {
    let at = 0;
    while (at < bytes.length) {
      const length = this.#lengthAt(bytes, at);
      if (length === 0) return at;
      at += length;
    }
    return -1;
  }

  /** Bytes of the character; 0 where there is none. */
  #lengthAt(bytes: Uint8Array, at: number): number {
    if (this.#unit === 1) return utf8LengthAt(bytes, at);
    if (at + this.#unit > bytes.length) return 0;
    const code = this.#codeAt(bytes, at);
    if (this.#unit === 4) return isScalar(code) ? 4 : 0;
    if (!isHighSurrogate(code)) return isScalar(code) ? 2 : 0;
    const isPair = at + 4 <= bytes.length && this.#codeAt(bytes, at + 2) >> 10 === 0x37;
    return isPair ? 4 : 0;
  }

  /** -1 where the bytes end before. */
  #codeAt(bytes: Uint8Array, at: number): number {
    if (at + this.#unit > bytes.length) return -1;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    return this.#unit === 2 ? view.getUint16(0, !this.#isBig) : view.getUint32(0, !this.#isBig);
  }
}

/** Unicode 17, table 3-7. */
function utf8LengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lengthOf(lead);
  if (length < 2) return length;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < least || second > most) return 0;
  for (let i = 2; i < length; i++) if ((bytes[at + i] ?? 0) >> 6 !== 2) return 0;
  return length;
}

/** Bytes of the character that a first byte begins; 0 where it begins none. */
function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

function isHighSurrogate(code: number): boolean {
  return code >> 10 === 0x36;
}

function isScalar(code: number): boolean {
  return code >= 0 && code <= 0x10ffff && code >> 11 !== 0x1b;
}
