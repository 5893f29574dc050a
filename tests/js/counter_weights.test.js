// SPDX-License-Identifier: Apache-2.0
// The generator that tests share with Python and C++; tests/golden/counter_weights.py wrote the
// checksums.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { makeCheckpoint, shapes, tensorsOf, valuesOf, windowOf } from "./counter_weights.js";
import { root } from "./support.js";

const lines = readFileSync(path.join(root, "tests/golden/counter_weights.txt"), "utf8");

function checksum(values) {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const { imul } = Math;
  let sum = 0;
  for (let i = 0; i < bits.length; i++) sum = (sum + imul(bits[i], 2 * i + 1)) | 0;
  return sum >>> 0;
}

test.each(lines.trim().split("\n"))("%s", (line) => {
  const [name, first, second, sum] = line
    .split(" ")
    .map((part, i) => (i > 0 ? Number(part) : part));
  const shape = shapes[name];
  if (shape) expect(windowOf(shape, first)).toHaveLength(second);
  expect(checksum(shape ? windowOf(shape, first) : valuesOf(name, second, 0, first))).toBe(sum);
});

test("a checkpoint is a safetensors file of these tensors", () => {
  const { size, read } = makeCheckpoint(shapes.tiny);
  const file = read(0, size);
  const view = new DataView(file.buffer);
  const data = 8 + Number(view.getBigUint64(0, true));
  const { __metadata__, ...header } = JSON.parse(new TextDecoder().decode(file.subarray(8, data)));
  expect(__metadata__).toEqual({ format: "pt" });
  expect(Object.entries(header).map(([name, { shape }]) => [name, shape])).toEqual(
    tensorsOf(shapes.tiny),
  );
  let next = 0;
  for (const [name, { dtype, shape, data_offsets }] of Object.entries(header)) {
    const [begin, end] = data_offsets;
    expect([dtype, begin]).toEqual(["F32", next]);
    next = end;
    const values = new Float32Array(file.slice(data + begin, data + end).buffer);
    expect(values).toEqual(valuesOf(name, shape.at(-1), 0, values.length));
  }
  expect(data + next).toBe(size);
});

test("any part of a checkpoint can be read", () => {
  const { size, read } = makeCheckpoint(shapes.tiny);
  const file = read(0, size);
  const parts = [];
  for (let begin = 0, step = 1; begin < size; begin += step, step = ((step * 7) % 5003) + 1) {
    parts.push(read(begin, Math.min(begin + step, size)));
  }
  expect(Buffer.concat(parts).equals(file)).toBe(true);
});

test("the checkpoints of the base and the large shape are as large as transformers'", () => {
  const parameters = ({ size, read }) =>
    (size - 8 - Number(new DataView(read(0, 8).buffer).getBigUint64(0, true))) / 4;
  expect(parameters(makeCheckpoint(shapes.base))).toBe(88_530_441);
  expect(parameters(makeCheckpoint(shapes.large))).toBe(306_944_009);
});
