// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { maxLine, readLines } from "../../dist/node/files/lines.js";

async function* chunksOf(bytes, size) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function linesOf(text, size = 7) {
  const lines = [];
  for await (const line of readLines(chunksOf(Buffer.from(text), size))) lines.push(line);
  return lines;
}

test.each([
  ["", []],
  ["a", ["a"]],
  ["a\n", ["a"]],
  ["a\nb", ["a", "b"]],
  ["\n\n", ["", ""]],
  ["a\r\n\r\nb\r\n", ["a", "", "b"]],
  ["\uFEFFa\n\uFEFFb", ["a", "\uFEFFb"]],
  ["a\u2028b\u0085c\rd", ["a\u2028b\u0085c\rd"]],
])("%j is the lines %j", async (text, lines) => {
  expect(await linesOf(text)).toEqual(lines);
});

test("lines do not depend on where a chunk ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("a", "\n", "\r", "é", "日", "🎉", " ")),
      fc.integer({ min: 1, max: 9 }),
      async (parts, size) => {
        const text = parts.join("");
        expect(await linesOf(text, size)).toEqual(await linesOf(text, 1e6));
      },
    ),
    { seed: 2 },
  );
});

test("a line without end is cut in bounded memory, and the next line is whole", async () => {
  async function* endless() {
    const chunk = Buffer.alloc(2 ** 20, "a");
    for (let i = 0; i < 10; i++) yield chunk;
    yield Buffer.from("\nnext\n");
  }
  const lengths = [];
  for await (const line of readLines(endless())) lengths.push(line.length);
  expect(lengths).toEqual([maxLine + 1, 4]);
});
