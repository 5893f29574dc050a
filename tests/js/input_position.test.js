// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { InputPosition } from "../../dist/node/cli/input_position.js";

test("is at the end of the last line that was taken, over chunks and inputs", async () => {
  const position = new InputPosition();
  const places = [];
  const read = async (chunks, lines) => {
    for await (const chunk of position.count(chunks.map((text) => Buffer.from(text)))) {
      expect(chunk.length).toBeGreaterThan(0);
      for (const line of lines.shift()) {
        position.pass(Buffer.byteLength(line));
        places.push(position.bytes);
      }
    }
  };
  await read(["é\nb\nc", "d\n"], [["é\n", "b\n"], ["cd\n"]]);
  expect(places).toEqual([3, 5, 8]);
  expect(position.bytes).toBe(8);
  await read(["a\n"], [["a\n"]]);
  expect(places.at(-1)).toBe(10);
});

test("is at the end of what was read where somebody reads no further, and never behind it", async () => {
  const position = new InputPosition();
  for await (const chunk of position.count([Buffer.from("abc"), Buffer.from("d")])) {
    position.pass(chunk.length + 10); // as a line of UTF-16 may be longer in UTF-8
    expect(position.bytes).toBe(3);
    break;
  }
  expect(position.bytes).toBe(3);
});
