// SPDX-License-Identifier: Apache-2.0
// The documents keep to sentences that can be read once, and the check that says so can fail.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { mostWords, sentenceBreaches, sentencesOf } from "../../wasm/setup/sentences.mjs";
import { root } from "./support.js";

const words = (count) => Array.from({ length: count }, () => "word").join(" ");
const lengths = (markdown) => sentencesOf(markdown).map((sentence) => sentence.words);

test("no sentence of README and docs is too long, and README has at most 120 lines", async () => {
  expect(await sentenceBreaches(root)).toEqual([]);
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(120);
});

test("a sentence that is too long is found, with its file and line", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-sentences-"));
  mkdirSync(path.join(folder, "docs/more"), { recursive: true });
  writeFileSync(path.join(folder, "README.md"), `# Title\n\n${words(mostWords)}.\n`);
  writeFileSync(path.join(folder, "docs/a.md"), `Short.\n\nLong ${words(mostWords)}.\n`);
  writeFileSync(path.join(folder, "docs/more/b.md"), `- ${words(30)}\n  ${words(11)}\n`);
  expect(await sentenceBreaches(folder)).toEqual([
    expect.stringMatching(/^docs\/a\.md:3: 41 words: Long word/),
    expect.stringMatching(/^docs\/more\/b\.md:1: 41 words: word/),
  ]);
  rmSync(folder, { recursive: true });
});

test.each([
  ["two sentences", "One two. Three four five!\nSix.", [2, 3, 1]],
  ["a heading and a paragraph", "# One two\nthree\n\nfour", [2, 1, 1]],
  ["items of a list", "- one two\n- three\n  four\n1. five", [2, 2, 1]],
  ["cells of a table", "| one | two three |\n| --- | --- |\n| four | `a | b` |", [1, 2, 1, 1, 1]],
  ["code is one word", "one `a b c d` two", [3]],
  ["code blocks are none", "one\n\n```js\ntwo three. Four\n```\n\nfive", [1, 1]],
  ["addresses are none", "See [two words](https://a.b/c) and https://d.e now.", [5]],
  ["points within a word", "It is 0.5 or index.js or U.S. law.", [8]],
  ["a sentence in brackets", "One. (Two three.) **Four five.** Six", [1, 2, 2, 1]],
])("%s", (_, markdown, expected) => {
  expect(lengths(markdown)).toEqual(expected);
});
