// SPDX-License-Identifier: Apache-2.0
// The demo in Firefox ESR, with and without threads: it loads, computes, and has the spans that Node
// finds. WebDriver BiDi drives a Firefox as it is installed.

import { existsSync, readFileSync } from "node:fs";

import { afterAll, beforeAll, describe, expect, jest, test as always } from "@jest/globals";
import puppeteer from "puppeteer-core";

import { serveDemo } from "../../web/demo/serve.mjs";
import { compute, marks, screenshot, violations, watchPolicy } from "./demo_page.js";

jest.setTimeout(120_000);

const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const hasFirefox = existsSync(executablePath);
const test = hasFirefox
  ? always
  : (name, ...rest) => always.skip(`${name} (skipped: no Firefox at ${executablePath})`, ...rest);

const expected = JSON.parse(
  readFileSync(new URL("./expected_spans.json", import.meta.url), "utf8"),
);
const asMarks = ({ entities }) => entities.map((each) => ({ ...each, chip: each.label }));

let browser;
beforeAll(async () => {
  if (!hasFirefox) return;
  browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
});
afterAll(() => browser?.close());

describe.each([true, false])("cross-origin isolated: %s", (isolated) => {
  test("the demo loads, computes and shows the right spans", async () => {
    const demo = await serveDemo({ isolated });
    try {
      const page = await browser.newPage();
      await page.setViewport({ width: 1000, height: 800 });
      const problems = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => {
        if (["error", "warn"].includes(message.type())) problems.push(message.text());
      });
      await page.evaluateOnNewDocument(watchPolicy);
      await page.goto(demo.url);
      await page.waitForFunction(() => document.querySelector("#widget").result !== undefined);
      for (const each of expected.texts) {
        await compute(page, each.text);
        expect(await marks(page)).toEqual(asMarks(each));
      }
      const threads = () => page.$eval("#fact-threads", (fact) => fact.textContent);
      const cores = await page.evaluate(() => navigator.hardwareConcurrency);
      expect(await threads()).toBe(
        isolated ? String(Math.min(4, cores)) : "1 (the page is not cross-origin isolated)",
      );
      expect(problems).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: screenshot(`firefox-${isolated ? "threads" : "plain"}.png`) });
      await page.close();
    } finally {
      await demo.close();
    }
  });
});
