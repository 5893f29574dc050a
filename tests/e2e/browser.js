// SPDX-License-Identifier: Apache-2.0
// What the tests in Chromium share: the browser, and a page on which the package is loaded.

import { existsSync } from "node:fs";

import { afterAll, beforeAll, jest, test } from "@jest/globals";
import { chromium } from "playwright-core";

import { root } from "../js/support.js";
import { startServer } from "./server.js";

jest.setTimeout(120_000);

export const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const hasBrowser = existsSync(executablePath);

/** Runs only where there is a browser; elsewhere it shows as skipped, with the reason. */
export const browserTest = hasBrowser
  ? test
  : Object.assign(
      (name, ...rest) => test.skip(`${name} (skipped: no Chromium at ${executablePath})`, ...rest),
      { each: test.skip.each },
    );

export const launch = (args = []) =>
  chromium.launch({
    executablePath,
    args: [
      ...["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-sync"],
      ...args,
    ],
  });

const entry = "/pkg/dist/web/index.js";
const pages = {
  "/favicon.ico": "",
  "/": `<!doctype html><title>test</title><script type="module" src="/page.js"></script>`,
  "/page.js": `import * as ner from "${entry}"; Object.assign(globalThis, { ner, ready: true });`,
};

/**
 * One browser for the tests of a file, with these arguments besides the usual ones; open() gives a page
 * of a server of its own.
 */
export function useBrowser(args) {
  let browser;
  const opened = [];
  beforeAll(async () => {
    if (hasBrowser) browser = await launch(args);
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of opened) await server.close();
  });
  return {
    /** A page with `ner`, the package's exports, as a global; a context of its own, unless given. */
    async open(options = {}) {
      const server = await startServer({
        folders: { pkg: root },
        ...options,
        pages: { ...pages, ...options.pages },
      });
      opened.push(server);
      const context = options.context ?? (await browser.newContext());
      const page = await context.newPage();
      const problems = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) problems.push(message.text());
      });
      await page.addInitScript(() => {
        globalThis.violations = [];
        globalThis.addEventListener("securitypolicyviolation", (event) =>
          globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      await page.goto(`${server.url}/`);
      await page.waitForFunction("globalThis.ready");
      return { page, server, context, problems };
    },
  };
}
