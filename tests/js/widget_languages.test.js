// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { embeddedLanguages } from "../../wasm/setup/bundle_element.mjs";
import { fromSource } from "./from_source.js";
import { tiny } from "./support.js";

const { isLanguage, languageOf, remarkOn, scriptsOf } = await fromSource(
  "web/element/languages.ts",
);
const { defaultExamples } = await fromSource("web/element/examples.ts");
const embedded = await embeddedLanguages();
const { signal } = new AbortController();

test("the embedded model's languages are its card's 22, each of which is known", () => {
  expect(embedded).toHaveLength(22);
  expect(embedded.filter((each) => !isLanguage(each))).toEqual([]);
  expect(embedded).toContain("no");
});

test("what is no language is told, and Norwegian's names are one", () => {
  expect(["multilingual", "code", "English", "", "xx"].filter(isLanguage)).toEqual([]);
  const tags = ["nb", "nn-NO", "no", "zh-Hant-TW", "eng"];
  expect(tags.map(languageOf)).toEqual(["no", "no", "no", "zh", "en"]);
});

test("a remark on each text whose script the embedded model does not know, and on no other", async () => {
  const ner = await pipeline("token-classification", tiny);
  const remarks = {};
  for (const { text, title = "English" } of defaultExamples("en")) {
    const scripts = await scriptsOf(ner, text, signal);
    expect(scripts.length).toBeGreaterThan(0);
    const remark = remarkOn(scripts, embedded);
    if (remark !== undefined) remarks[title] = remark;
  }
  await ner.dispose();
  expect(remarks).toEqual({
    Arabic: "This model does not know Arabic script: what it finds in this text is guesswork.",
    Hebrew: "This model does not know Hebrew script: what it finds in this text is guesswork.",
  });
});

test.each([
  [["ja"], { Latn: 5, Hani: 6 }, undefined],
  [["ja"], { Latn: 6, Hani: 5 }, /Latin/],
  [["zh"], { Hira: 9, Hani: 4 }, /Hiragana/],
  [["ko"], { Hang: 9, Hani: 4 }, undefined],
  [["sr"], { Latn: 9 }, undefined],
  [["kk", "de"], { Cyrl: 4, Latn: 1 }, undefined],
  [["de"], { Cyrl: 4, Latn: 4 }, undefined],
  [["de"], {}, undefined],
  [undefined, { Arab: 9 }, undefined],
])("languages %j, a text of %j", (languages, counts, expected) => {
  const scripts = Object.entries(counts)
    .map(([script, characters]) => ({ script, characters }))
    .sort((a, b) => b.characters - a.characters);
  const remark = remarkOn(scripts, languages);
  if (expected === undefined) expect(remark).toBeUndefined();
  else expect(remark).toMatch(expected);
});

test("a classifier that cannot tell scripts, or does not answer, is no error", async () => {
  expect(await scriptsOf({}, "text", signal)).toEqual([]);
  const failing = { scripts: () => Promise.reject(new Error("dead")) };
  expect(await scriptsOf(failing, "text", signal)).toEqual([]);
});

test("examples are those of the model's languages, the page's language first", () => {
  const all = defaultExamples("en").map(({ text }) => text);
  const own = defaultExamples("en", embedded).map(({ text }) => text);
  const missing = all.filter((text) => !own.includes(text));
  expect(missing).toHaveLength(3);
  for (const script of [/\p{Script=Arab}/u, /\p{Script=Hebr}/u, /Dante/]) {
    expect(missing.some((text) => script.test(text))).toBe(true);
  }
  const two = defaultExamples("de", ["ja", "de"]);
  expect(two.at(-1)).toMatchObject({ title: "Japanisch", group: "Other languages" });
  expect(defaultExamples("de", ["de"]).every(({ group }) => group === undefined)).toBe(true);
  expect(defaultExamples("en", ["sw"])).toEqual([]);
});
