// SPDX-License-Identifier: Apache-2.0
// What the tests of the examples for browsers share: the packed package, a browser, and what goes wrong in a page.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect } from "@jest/globals";
import { chromium } from "playwright-core";

import { runExample } from "../js/docs/example.js";
import { installPacked } from "../js/docs/packed.js";
import { executablePath, hasBrowser, launch } from "./browser.js";
import { axe } from "./demo_page.js";

/** The packed package and one browser for the tests of a file, and one example that all of them use. */
export function useExamples(name) {
  let packed;
  let browser;
  let shared;
  beforeAll(async () => {
    if (!hasBrowser) return;
    packed = installPacked();
    browser = await launch();
    if (name === undefined) return;
    shared = await runExample(name, packed.tarball);
    expect(shared.problems).toEqual([]);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await shared?.close();
    if (packed !== undefined) rmSync(packed.folder, { recursive: true });
  });
  return {
    /** The example of all tests. */
    example: () => shared,
    /** Copies, installs and starts an example as its README says, and ends it whatever happens. */
    async withExample(name, body) {
      const run = await runExample(name, packed.tarball);
      try {
        expect(run.problems).toEqual([]);
        await body(run);
      } finally {
        await run.close();
      }
    },
    /** A page of an example that has a server, in a context of its own. What goes wrong in it is what `body` gives. */
    async onPage(url, body, { withAxe = false, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 800, height: 500 },
        ...options,
      });
      if (withAxe) await context.addInitScript(axe());
      const requests = watchRequests(context);
      const page = await context.newPage();
      const problems = watch(page);
      try {
        await page.goto(url);
        const expected = await body(page, requests);
        expect(problems).toEqual(expected ?? []);
        expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
      } finally {
        await context.close();
      }
    },
  };
}

/** What axe-core finds amiss; the page was opened with it. */
export async function amiss(page) {
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Errors and warnings of a page. */
export function watch(page) {
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  return problems;
}

/** All that a context's pages and workers ask for: address and body. */
export function watchRequests(context) {
  const requests = [];
  context.on("request", (request) => {
    requests.push({ url: request.url(), body: request.postData() ?? "" });
  });
  return requests;
}

/** A browser with an extension, and that one's service worker and id. */
export async function openExtension(extension, { viewport, args = [] } = {}) {
  const profile = mkdtempSync(path.join(tmpdir(), "xlmr-ner-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    args: [
      ...["--headless=new", "--no-sandbox", "--disable-background-networking"],
      ...["--disable-features=DisableLoadExtensionCommandLineSwitch"],
      ...[`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
      ...args,
    ],
    viewport,
  });
  const worker =
    context.serviceWorkers().find((each) => each.url().startsWith("chrome-extension:")) ??
    (await context.waitForEvent("serviceworker"));
  return {
    context,
    worker,
    id: new URL(worker.url()).host,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true });
    },
  };
}
