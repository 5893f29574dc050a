// SPDX-License-Identifier: Apache-2.0
// Opens entrants as workers of a page in Chromium, one browser for each.
import { existsSync } from "node:fs";

import { serve } from "./server.mjs";

const executablePath = "/usr/bin/chromium";
const args = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export class ChromiumHost {
  static get present() {
    return existsSync(executablePath);
  }

  /** Like NodeHost's, less the memory; the weights come over HTTP and are then in memory. */
  async open({ file, ...job }) {
    const { chromium } = await import("playwright-core");
    const server = await serve(file);
    const browser = await chromium.launch({ executablePath, args });
    const close = async () => {
      await browser.close();
      server.close();
    };
    try {
      const page = await browser.newPage();
      page.on("pageerror", (error) => console.error(error));
      await page.goto(server.url);
      const ask = (message) => page.evaluate((value) => globalThis.ask(value), message);
      const { ms, kernel } = await ask({ job });
      return { loadMs: ms, kernel, forward: (request) => ask({ request }), close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  async describe() {
    const { chromium } = await import("playwright-core");
    const browser = await chromium.launch({ executablePath, args });
    const version = browser.version();
    await browser.close();
    return version;
  }
}
