// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { feedCore } from "#js/weights/feed_core.js";

/** A core that wants these ranges, one after the other, and completes a chunk with each. */
function coreOf(ranges) {
  const left = [...ranges];
  const given = [];
  return {
    given,
    wants: () => left[0],
    give: (bytes, where) => {
      given.push([[...bytes], where]);
      const { begin } = left.shift();
      return [{ begin, bytes }];
    },
  };
}

const file = {
  size: 9,
  read: async (begin, end) => Uint8Array.from({ length: end - begin }, (_, i) => begin + i),
};
const ranges = [
  { begin: 0, end: 2 },
  { begin: 5, end: 6 },
];

test("a core gets what it wants, in its order, also where nobody listens", async () => {
  const core = coreOf(ranges);
  await feedCore({ core, file, where: "a.bin", signal: AbortSignal.any([]) });
  expect(core.given).toEqual([
    [[0, 1], "a.bin"],
    [[5], "a.bin"],
  ]);
});

test("what the bytes complete is handed on, and waited for", async () => {
  const core = coreOf(ranges);
  const heard = [];
  await feedCore({
    core,
    file,
    where: "a.bin",
    signal: AbortSignal.any([]),
    onGiven: async (bytes, chunks) => {
      await Promise.resolve();
      heard.push([bytes, chunks.map(({ begin }) => begin), core.given.length]);
    },
  });
  expect(heard).toEqual([
    [2, [0], 1],
    [1, [5], 2],
  ]);
});

test("an abort ends it between two ranges", async () => {
  const core = coreOf(ranges);
  const controller = new AbortController();
  const feeding = feedCore({
    core,
    file,
    where: "a.bin",
    signal: controller.signal,
    onGiven: () => controller.abort(new Error("enough")),
  });
  await expect(feeding).rejects.toThrow("enough");
  expect(core.given).toHaveLength(1);
});
