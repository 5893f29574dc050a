// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { chunks } = await fromSource("web/element/chunks.ts");

const parts = (text, most) => [...chunks(text, most)].map(([from, to]) => text.slice(from, to));

test("cuts at a line's end rather than a sentence's, at that rather than a word's", () => {
  expect(parts("One two.\nThree. Four", 16)).toEqual(["One two.\n", "Three. Four"]);
  expect(parts("One two three. Four five", 18)).toEqual(["One two three. ", "Four five"]);
  expect(parts("one two three four", 10)).toEqual(["one two ", "three four"]);
  expect(parts("鈴木。佐藤。", 4)).toEqual(["鈴木。", "佐藤。"]);
});

test("a text without a pause is cut, but no character is", () => {
  expect(parts("abcdef", 4)).toEqual(["abcd", "ef"]);
  expect(parts("a😀😀", 4)).toEqual(["a😀", "😀"]);
});

test("the parts are the text, none is too long, none begins within a character", () => {
  const unit = fc.constantFrom("a", " ", "\n", ". ", "。", "😀", "\ud83d", "\udc00", '"', "…");
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 300 }),
      fc.integer({ min: 2, max: 40 }),
      (all, most) => {
        const text = all.join("");
        const found = parts(text, most);
        expect(found.join("")).toBe(text);
        expect(found.every((part) => part.length > 0 && part.length <= most)).toBe(true);
        let at = 0;
        for (const part of found) {
          const isInside = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
          expect(at > 0 && isInside).toBe(false);
          at += part.length;
        }
      },
    ),
    { numRuns: 500 },
  );
});
