// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { MentionIndex } = await fromSource("wasm/js/masking/mentions.ts");

const long = "a".repeat(70);
const value = fc.constantFrom(
  "+1",
  "+1 2",
  "+1 23",
  "a",
  "a b",
  long,
  `${long}b`,
  `${long} b`,
  "鈴",
  "鈴木",
);

describe("MentionIndex", () => {
  test("finds the longest of the values at each place, as trying each of them does", () => {
    const piece = fc.oneof(value, fc.constantFrom(" ", "+", "1", "b", "\u0301", "木"));
    const text = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(value), text, (values, text) => {
        const index = new MentionIndex(values.map((each) => ({ label: "X", value: each })));
        expect(index.find(text).map(({ word, start }) => [word, start])).toEqual(
          tried(values, text),
        );
      }),
      { numRuns: 3_000 },
    );
  });
});

/** At each place that is not within a word nor taken. */
function tried(values, text) {
  const isWord = (at) => /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? "");
  const isJoined = (at) =>
    isWord(at - 1) &&
    isWord(at) &&
    (/\p{M}/u.test(text[at]) ||
      !(/\p{sc=Han}/u.test(text[at]) || /\p{sc=Han}/u.test(text[at - 1])));
  const found = [];
  for (let at = 0; at < text.length;) {
    const [best] = values
      .filter((each) => text.startsWith(each, at) && !isJoined(at) && !isJoined(at + each.length))
      .sort((a, b) => b.length - a.length);
    if (best !== undefined) found.push([best, at]);
    at += best?.length ?? 1;
  }
  return found;
}
