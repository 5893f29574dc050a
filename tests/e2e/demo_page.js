// SPDX-License-Identifier: Apache-2.0
// What the tests of the widget share: the demo, served as `npm run demo` does, on a page of Chromium.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

import path from "node:path";

import { afterAll, beforeAll } from "@jest/globals";

import { serveDemo } from "../../web/demo/serve.mjs";
import { root, until } from "../js/support.js";
import { hasBrowser, launch } from "./browser.js";

const screenshots = path.join(root, "tests/e2e/screenshots");

/** The source of axe-core, which a page's policy does not have to allow where it is an init script. */
export const axe = () =>
  readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One browser and one demo for the tests of a file. */
export function useDemo(options = {}) {
  let browser;
  let demo;
  beforeAll(async () => {
    if (!hasBrowser) return;
    demo = await serveDemo(options);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });
  return {
    /** The demo in a context of its own, its first result there; `problems` grows as things go wrong. */
    async open({ withAxe = false, ...more } = {}) {
      const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...more });
      await context.addInitScript(watchPolicy);
      if (withAxe) await context.addInitScript(axe());
      const page = await context.newPage();
      const problems = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("dialog", (dialog) => {
        problems.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) problems.push(message.text());
      });
      const requests = [];
      const running = new Set();
      context.on("request", (request) => {
        requests.push(request.url());
        running.add(request);
      });
      for (const end of ["requestfinished", "requestfailed"])
        context.on(end, (request) => running.delete(request));
      const requestsEnd = () => until(() => running.size === 0, "the end of all requests");
      await page.goto(demo.url);
      await page.waitForFunction(() => document.querySelector("#widget").result !== undefined);
      const widget = page.locator("#widget");
      return { context, page, problems, requests, requestsEnd, widget, url: demo.url };
    },
  };
}

/** Keeps what the page's policy, Trusted Types included, did not allow. */
export function watchPolicy() {
  globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
}

export const violations = (page) => page.evaluate(() => globalThis.violations);

/** Puts a text into the widget and computes. */
export function compute(page, text) {
  return page.evaluate(async (value) => {
    const widget = document.querySelector("#widget");
    widget.text = value;
    return widget.compute();
  }, text);
}

/** What a reader sees: each mark's own text, label and place. */
export function marks(page) {
  return page.evaluate(() =>
    [...document.querySelector("#widget").shadowRoot.querySelectorAll("mark")].map((mark) => ({
      label: mark.dataset.entity,
      text: mark.firstChild.data,
      start: Number(mark.dataset.start),
      end: Number(mark.dataset.end),
      chip: mark.querySelector("[part=label]").firstChild.data,
    })),
  );
}

/** The widget's controls, and waiting until it shows so many nodes. */
export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const status = (page) => page.locator("#widget [role=status]");
export const countOf = (page, selector, count) =>
  page.waitForFunction(
    ([what, n]) => document.querySelector("#widget").shadowRoot.querySelectorAll(what).length === n,
    [selector, count],
  );

/** Where a screenshot is kept: they are made to be looked at. */
export function screenshot(name) {
  mkdirSync(screenshots, { recursive: true });
  return path.join(screenshots, name);
}
