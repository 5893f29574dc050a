// SPDX-License-Identifier: Apache-2.0
// The page that `xlmr-ner eval --html` writes, as Chromium shows it. With a folder in XLMR_NER_SCREENSHOTS it takes
// a picture in each width and scheme.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { afterAll, beforeAll, expect } from "@jest/globals";

import { pageOf } from "../../dist/node/report/page.js";
import { compared, mixed, sentence } from "../js/compared.js";
import { browserTest, hasBrowser, launch } from "./browser.js";
import { payloads } from "./xss_payloads.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { XLMR_NER_SCREENSHOTS: pictures } = process.env;

/** What may be too wide for a telephone: long words, long types, long names, many columns. */
const long = "Donaudampfschifffahrtsgesellschaft".repeat(6);
const texts = [
  ...mixed,
  sentence(`${long} a`, `B-${long} O`, `B-${long} B-PER`, {
    language: "de",
    scores: [0.31, 0.2],
    place: `${long}.txt:1`,
  }),
];

let browser;
let html;
beforeAll(async () => {
  html = pageOf(await compared(texts), { name: `${long}.txt`, model: long });
  if (hasBrowser) browser = await launch();
});
afterAll(() => browser?.close());

/** A page with everything on it unfolded; whatever it asks for besides itself is in `requests`. */
async function open(content, { width = 1280, ...options } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, ...options });
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.setContent(content);
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
  return { page, requests };
}

const all = [320, 1280].flatMap((width) => ["dark", "light"].map((scheme) => [width, scheme]));
const few = [all[0], all[3]];

browserTest.each(pictures === undefined ? few : all)(
  "at %d pixels it is accessible, and no wider, when it is %s",
  async (width, scheme) => {
    const { page, requests } = await open(html, { width, colorScheme: scheme });
    if (pictures !== undefined) {
      const file = path.join(pictures, `eval_page_${width}_${scheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  },
);

browserTest("bars are as long as the figures beside them say", async () => {
  const { page } = await open(html, { width: 400 });
  const bars = await page.evaluate(() => {
    const chart = document.querySelector("[aria-labelledby=languages-title]");
    const { width } = chart.getBoundingClientRect();
    const parts = [...chart.querySelectorAll("rect.accent")];
    return parts.map((each) => each.getBoundingClientRect().width / width);
  });
  // Hebrew; German, one of its two entities right; Dutch. See compared.js.
  const expected = [2 / 3, 2 / 3, 2 / 7];
  expect(bars).toHaveLength(3);
  for (const [at, bar] of bars.entries()) expect(bar).toBeCloseTo(expected[at], 3);
  await page.close();
});

browserTest(
  "texts are whole, in their own direction, and errors differ without colours",
  async () => {
    const { page } = await open(html);
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll("dd.text")].map((each) => {
        const { direction } = getComputedStyle(each);
        const marks = [...each.querySelectorAll("mark")].map((mark) => {
          const { borderTopStyle: style, borderTopColor: color } = getComputedStyle(mark);
          const isSeen = color !== "rgba(0, 0, 0, 0)";
          return [mark.querySelector(".chip").textContent, isSeen ? style : "none"];
        });
        for (const chip of each.querySelectorAll(".chip")) chip.remove();
        return { text: each.textContent, lang: each.lang, direction, marks };
      }),
    );
    const of = (start) => texts.filter(({ text }) => text.startsWith(start));
    const right = ["PER", "none"];
    expect(of("Emma")).toEqual([
      {
        text: mixed[0].text,
        lang: "nl",
        direction: "ltr",
        marks: [right, ["LOC other boundaries", "solid"], ["ORG other type", "double"]],
      },
      {
        text: mixed[0].text,
        lang: "nl",
        direction: "ltr",
        marks: [
          right,
          ["LOC made up", "dotted"],
          ["LOC other boundaries", "solid"],
          ["LOC other type", "double"],
        ],
      },
    ]);
    expect(of("דוד")[0]).toEqual({
      text: mixed[1].text,
      lang: "he",
      direction: "rtl",
      marks: [
        ["PER missed", "dashed"],
        ["LOC", "none"],
      ],
    });
    await page.close();
  },
);

browserTest("on paper and in high contrast nothing is lost", async () => {
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  await page.setContent(html);
  const areTablesShown = () =>
    [...document.querySelectorAll("table")].every((each) =>
      each.checkVisibility({ contentVisibilityAuto: true }),
    );
  expect(await page.evaluate(areTablesShown)).toBe(false);
  await page.emulateMedia({ media: "print" });
  await page.waitForFunction(areTablesShown); // Chromium lays out what was folded a moment later
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll(".scroll")].filter(
        (each) => each.scrollWidth > each.clientWidth,
      ).length,
  );
  expect(cut).toBe(0);
  await page.emulateMedia({ media: "screen", forcedColors: "active", colorScheme: "dark" });
  const [fill, background] = await page.evaluate(() => [
    getComputedStyle(document.querySelector("rect.accent")).fill,
    getComputedStyle(document.documentElement).backgroundColor,
  ]);
  expect(fill).not.toBe(background);
  await page.close();
});

browserTest("nothing of a corpus runs", async () => {
  const texts = payloads.map((payload, at) => {
    const word = payload.replace(/\s+/g, "\u00a0");
    return sentence(`${word} a`, `B-${word} O`, `O B-${word}`, {
      place: word,
      language: `l${at % 2}`,
    });
  });
  const content = pageOf(await compared(texts), { name: payloads[0], model: payloads[1] });
  const page = await browser.newPage();
  let isPwned = false;
  await page.exposeFunction("pwned", () => (isPwned = true));
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.setContent(content, { waitUntil: "load" });
  const found = await page.evaluate(
    () =>
      document.querySelectorAll("script, img, iframe, object, embed, link, form, base, a").length,
  );
  expect({ found, isPwned, requests }).toEqual({ found: 0, isPwned: false, requests: [] });
  await page.close();
});
