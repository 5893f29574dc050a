// SPDX-License-Identifier: Apache-2.0
// The page that `xlmr-ner tag --to html` writes, as Chromium reads it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { afterAll, beforeAll, describe, expect } from "@jest/globals";

import { htmlWriter } from "../../dist/node/formats/html.js";
import { spansIn, taggedTexts, written } from "../js/tagged_texts.js";
import { browserTest, hasBrowser, launch } from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(() => browser?.close());

/** What a page's paragraphs are: each text, and `[start, end, label]` of its marks. */
const readPage = () =>
  [...document.querySelectorAll("p.text")].map((paragraph) => {
    let text = "";
    const spans = [];
    for (const node of paragraph.childNodes) {
      if (node.nodeName === "MARK") {
        const [words, chip] = [...node.children].map((child) => child.textContent);
        spans.push([text.length, text.length + words.length, chip]);
        text += words;
      } else text += node.textContent;
    }
    return [text, spans];
  });

describe("the page of a thousand texts", () => {
  const texts = taggedTexts(1000, { seed: 7 });
  const failed = { record: { id: "1001", error: { code: "c", message: "expected <text>" } } };

  browserTest("has each text, character for character, and each entity", async () => {
    const page = await browser.newPage();
    await page.setContent(written(htmlWriter(), texts));
    expect(await page.evaluate(readPage)).toEqual(
      texts.map((tagged) => [tagged.record.text, spansIn(tagged)]),
    );
    await page.close();
  });

  browserTest.each([["light"], ["dark"]])("is accessible when it is %s", async (colorScheme) => {
    const page = await browser.newPage({ colorScheme });
    await page.setContent(written(htmlWriter(), [...texts.slice(0, 30), failed]));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
    await page.close();
  });
});
