// SPDX-License-Identifier: Apache-2.0
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The mappings of a source map (ECMA-426) after `count` characters were inserted into the generated
 * text at `column` of `line`, both from 0. A segment begins with its column, less that of the segment
 * before it on the line, so only the first one behind the insertion changes.
 *
 *     insertColumns('AAAA,IAAI', 0, 2, 10) // 'AAAA,cAAI'
 */
export function insertColumns(mappings, line, column, count) {
  const lines = mappings.split(";");
  const segments = (lines[line] ?? "").split(",");
  let at = 0;
  for (const [i, segment] of segments.entries()) {
    if (segment === "") break;
    const { value, length } = decode(segment);
    at += value;
    if (at < column) continue;
    segments[i] = encode(value + count) + segment.slice(length);
    break;
  }
  lines[line] = segments.join(",");
  return lines.join(";");
}

/** The first number: base 64, five bits a digit, the lowest first; the lowest bit of all is the sign. */
function decode(segment) {
  let bits = 0;
  for (let length = 0; ; length++) {
    const digit = digits.indexOf(segment[length]);
    bits += (digit & 31) * 32 ** length;
    if (digit < 32) return { value: bits % 2 === 1 ? -(bits >> 1) : bits >> 1, length: length + 1 };
  }
}

function encode(value) {
  let bits = value < 0 ? -value * 2 + 1 : value * 2;
  let text = "";
  do {
    const digit = bits & 31;
    bits >>= 5;
    text += digits[bits > 0 ? digit | 32 : digit];
  } while (bits > 0);
  return text;
}
