// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { VirtualAccess } from "#js/weights/virtual_access.js";

const signal = new AbortController().signal;

/** As a host's: its buffer is used again by the next read. */
function fileOf(bytes, log = []) {
  const buffer = new Uint8Array(bytes.length);
  return {
    size: bytes.length,
    identity: `file of ${bytes.length}`,
    read: async (begin, end, readSignal) => {
      readSignal.throwIfAborted();
      expect(begin).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(bytes.length);
      log.push([begin, end]);
      buffer.set(bytes.subarray(begin, end));
      return buffer.subarray(0, end - begin);
    },
    close: async () => log.push("closed"),
  };
}

/** Segments as [shard, begin, size], at least one byte each. */
function virtualOf(header, segments) {
  const begins = [];
  let size = header.length;
  for (const [, , bytes] of segments) {
    begins.push(size);
    size += bytes;
  }
  return {
    header,
    size,
    begins: Float64Array.from(begins),
    shards: Uint32Array.from(segments, ([shard]) => shard),
    shardBegins: Float64Array.from(segments, ([, begin]) => begin),
    gathers: [],
    merges: [],
  };
}

const segment = fc
  .tuple(fc.nat(2), fc.nat(40), fc.integer({ min: 1, max: 12 }))
  .map(([shard, begin, size]) => [shard, begin, size]);

test("reads what the files have at the segments' places", async () => {
  const files = [11, 12, 13].map((factor) =>
    Uint8Array.from({ length: 64 }, (_, i) => (factor * i) % 256),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(segment, { maxLength: 8 }),
      fc.uint8Array({ maxLength: 9 }),
      fc.nat(),
      fc.nat(),
      async (segments, header, first, second) => {
        const whole = Buffer.concat([
          header,
          ...segments.map(([part, begin, size]) => files[part].subarray(begin, begin + size)),
        ]);
        const file = new VirtualAccess(
          virtualOf(header, segments),
          files.map((bytes) => fileOf(bytes)),
        );
        expect(file.size).toBe(whole.length);
        const [begin, end] = [first, second]
          .map((n) => n % (whole.length + 1))
          .sort((a, b) => a - b);
        const read = await file.read(begin, end, signal);
        expect(Buffer.from(read)).toEqual(whole.subarray(begin, end));
      },
    ),
    { numRuns: 500 },
  );
});

test("a range within one segment is not copied, and an abort is one of the part's", async () => {
  const log = [];
  const file = new VirtualAccess(virtualOf(new Uint8Array(8), [[0, 10, 20]]), [
    fileOf(new Uint8Array(64), log),
  ]);
  await file.read(9, 12, signal);
  expect(log).toEqual([[11, 14]]);
  await expect(file.read(9, 12, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
});

test("closing closes all parts, and all of them identify it", async () => {
  const log = [];
  const file = new VirtualAccess(virtualOf(new Uint8Array(), [[1, 0, 1]]), [
    fileOf(new Uint8Array(3), log),
    fileOf(new Uint8Array(5), log),
  ]);
  expect(file.identity).toBe("file of 3\nfile of 5");
  await file.close();
  expect(log).toEqual(["closed", "closed"]);
});

test("gathers numbers that lie with strides, whatever part of them is read", async () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, i) => i);
  const log = [];
  // [2, 3] of two bytes each, transposed, from byte 10 on: rows 0 2 4 and 1 3 5 of the numbers there.
  const virtual = {
    ...virtualOf(new Uint8Array(3), [
      [0, 7, 2],
      [0, 10, 12],
      [0, 90, 4],
    ]),
  };
  virtual.gathers = [
    { segment: 1, span: 12, numberBytes: 2, shape: [2, 3], strides: [1, 2].map(Number) },
  ];
  const whole = [0, 0, 0, 7, 8, 10, 11, 14, 15, 18, 19, 12, 13, 16, 17, 20, 21, 90, 91, 92, 93];
  const file = new VirtualAccess(virtual, [fileOf(bytes, log)]);
  for (let begin = 0; begin < whole.length; begin++) {
    for (let end = begin + 1; end <= whole.length; end++) {
      expect([...(await file.read(begin, end, signal))]).toEqual(whole.slice(begin, end));
    }
  }
  // What the numbers lie in is read once.
  expect(log.filter(([begin]) => begin === 10)).toEqual([[10, 22]]);
});
