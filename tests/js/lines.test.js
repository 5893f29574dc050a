// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { maxLine, readLines, readNumberedLines } from "../../dist/node/files/lines.js";

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

describe("bytes that are wrong", () => {
  /** [text, number, offset of what is wrong] of each line. */
  async function numbered(bytes, size) {
    const lines = [];
    for await (const { text, number, problem } of readNumberedLines(chunksOf(bytes, size))) {
      lines.push([text, number, problem?.offset]);
    }
    return lines;
  }

  test.each([1, 2, 3, 100])("are one line's problem, read %i a time", async (size) => {
    const bytes = Buffer.from("a\u00e9\nb\xff\xffc\xfe\n\n\xe9\nd\n\xc3", "latin1");
    expect(await numbered(bytes, size)).toEqual([
      ["a\ufffd", 1, 1],
      ["b\ufffd\ufffdc\ufffd", 2, 4],
      ["", 3, undefined],
      ["\ufffd", 4, 10],
      ["d", 5, undefined],
      ["\ufffd", 6, 14],
    ]);
  });

  test("are what TextDecoder makes of them, wherever they stand", async () => {
    const units = [
      [0x61],
      [0x0a],
      [0xff],
      [0xc3],
      [0xa9],
      [0xe2, 0x82],
      [0xac],
      [0xed, 0xa0, 0x80],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...units, [0xf0, 0x9f, 0x98, 0x80])),
        fc.integer({ min: 1, max: 5 }),
        async (parts, size) => {
          const bytes = Uint8Array.from(parts.flat());
          const lines = await numbered(bytes, size);
          const expected = new TextDecoder().decode(bytes).split("\n");
          if (expected.at(-1) === "") expected.pop();
          expect(lines.map(([text]) => text)).toEqual(expected);
          for (const [text, , offset] of lines)
            expect(offset !== undefined).toBe(/\ufffd/.test(text));
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  test("are a problem in the line that readLines() stops at", async () => {
    const lines = [];
    const read = async () => {
      for await (const line of readLines([Buffer.from("a\nb\xff\nc", "latin1")])) lines.push(line);
    };
    await expect(read()).rejects.toMatchObject({ code: "text_format", offset: 3 });
    expect(lines).toEqual(["a"]);
  });

  test("of UTF-16 are the last line's", async () => {
    const bytes = Buffer.concat([
      Buffer.from("\ufeffa\n", "utf16le"),
      Buffer.from([0, 0xd8, 65, 0, 10, 0]),
    ]);
    expect(await numbered(bytes, 3)).toEqual([
      ["a", 1, undefined],
      ["", 2, 6],
    ]);
  });
});
