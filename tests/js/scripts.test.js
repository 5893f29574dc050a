// SPDX-License-Identifier: Apache-2.0
// The scripts of a text, compared with the tables that V8 has (ICU's): its regular expressions know the
// property Script by the same codes.

import { afterAll, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { tiny } from "./support.js";

const ner = await pipeline("token-classification", tiny);
afterAll(() => ner.dispose());

const codes =
  "Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo Latn Mlym Mymr Orya Sinh Taml Telu Thai".split(
    " ",
  );

/** Of each script all the code points that V8 gives to it; then those that are assigned to no such script. */
const texts = new Map(codes.map((code) => [code, ""]));
let others = "";
const inScript = new RegExp(codes.map((code) => `(\\p{Script=${code}})`).join("|"), "u");
for (let code = 0; code < 0x110000; code++) {
  if (code === 0xd800) code = 0xe000;
  const character = String.fromCodePoint(code);
  const found = inScript
    .exec(character)
    ?.slice(1)
    .findIndex((each) => each !== undefined);
  if (found !== undefined) texts.set(codes[found], texts.get(codes[found]) + character);
  else if (/\P{Cn}/u.test(character)) others += character;
}

test.each(codes)("every character of %s counts for it, and for no other", async (code) => {
  const text = texts.get(code);
  const [first, ...rest] = await ner.scripts(text);
  expect(rest).toEqual([]);
  expect(first.script).toBe(code);
  // V8's Unicode may be newer than the table's 16.0, so that it knows a few rare ones more.
  const all = [...text].length;
  expect(first.characters).toBeLessThanOrEqual(all);
  expect(first.characters).toBeGreaterThanOrEqual(code === "Hani" ? all - 5000 : all - 60);
});

test("what is assigned to no such script counts for none", async () => {
  expect(others.length).toBeGreaterThan(100_000);
  expect(await ner.scripts(others)).toEqual([]);
});

test("most characters come first, and what is no text is an error", async () => {
  expect(await ner.scripts("鈴木 in Rome")).toEqual([
    { script: "Latn", characters: 6 },
    { script: "Hani", characters: 2 },
  ]);
  expect(await ner.scripts("123 ... \ud800")).toEqual([]);
  await expect(ner.scripts(["a"])).rejects.toMatchObject({ code: "invalid_argument" });
  await expect(ner.scripts("a", { mode: "hf" })).rejects.toMatchObject({
    code: "invalid_argument",
  });
  await expect(ner.scripts("a", { signal: AbortSignal.abort() })).rejects.toThrow();
});
