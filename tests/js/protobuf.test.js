// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { bytes, float, integer, message, nested, text } from "#js/webgpu/protobuf.js";

const hex = (field) => Buffer.from(field).toString("hex");

// The examples of protobuf.dev/programming-guides/encoding.
test.each([
  ["an integer", integer(1, 150), "089601"],
  ["a text", text(2, "testing"), "120774657374696e67"],
  ["a message in a message", nested(3, [integer(1, 150)]), "1a03089601"],
  ["-2, in ten bytes", integer(1, -2), "08feffffffffffffffff01"],
  ["a float", float(1, 1), "0d0000803f"],
  ["bytes of a field above 15", bytes(16, Uint8Array.of(1, 2)), "8201020102"],
  ["fields side by side", message([integer(2, 300), text(3, "a")]), "10ac021a0161"],
  ["no field", message([]), ""],
])("%s", (_, field, expected) => {
  expect(hex(field)).toBe(expected);
});
