// SPDX-License-Identifier: Apache-2.0
// The examples for browsers, in Chromium: copied, installed and started as their READMEs say. That of Vite
// needs the registry, so here its sources run with an import map; `npm run e2e:bundlers` builds it.

import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect } from "@jest/globals";
import { chromium } from "playwright-core";

import { runExample } from "../js/docs/example.js";
import { installPacked } from "../js/docs/packed.js";
import { root } from "../js/support.js";
import { browserTest as test, executablePath, hasBrowser, launch } from "./browser.js";
import { screenshot } from "./demo_page.js";
import { startServer } from "./server.js";

let packed;
let browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  packed = installPacked();
  browser = await launch();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  if (packed !== undefined) rmSync(packed.folder, { recursive: true });
});

/** Opens the page of an example that has a server, and closes both whatever happens. */
async function onPage(url, body) {
  const page = await browser.newPage({ viewport: { width: 800, height: 500 } });
  const problems = watch(page);
  try {
    await page.goto(url);
    await body(page);
    expect(problems).toEqual([]);
    expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  } finally {
    await page.close();
  }
}

function watch(page) {
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  return problems;
}

async function withExample(name, body) {
  const run = await runExample(name, packed.tarball);
  try {
    expect(run.problems).toEqual([]);
    await body(run);
  } finally {
    await run.close();
  }
}

test("the plain page lists the names in a text", async () => {
  await withExample("page", ({ url }) =>
    onPage(url, async (page) => {
      await page.getByRole("button", { name: "Find names" }).click();
      await page.locator("li", { hasText: "London" }).waitFor();
      expect(await page.locator("li").allTextContents()).toEqual([
        expect.stringMatching(/^Sarah \(PER, \d+ %\)$/),
        expect.stringMatching(/^London \(LOC, \d+ %\)$/),
      ]);
      await page.screenshot({ path: screenshot("example-page.png") });
    }),
  );
});

test("the widget computes at once, in the page's colours, and tells the page", async () => {
  await withExample("widget", ({ url }) =>
    onPage(url, async (page) => {
      await page.getByText("Found so far: Sarah, London").waitFor();
      expect(await page.locator("mark").count()).toBe(2);
      await page.getByRole("button", { name: "Examples" }).click();
      await page.getByText("Angela Merkel besuchte im Juli Paris.").click();
      await page.getByText("Found so far: Angela Merkel, Paris").waitFor();
      await page.screenshot({ path: screenshot("example-widget.png") });
    }),
  );
});

test("the sources of the Vite page mark names while one types", async () => {
  const modules = mkdtempSync(path.join(tmpdir(), "xlmr-ner-test-"));
  symlinkSync(root, path.join(modules, "xlmr-ner"));
  const folder = path.join(root, "examples/vite");
  const map = JSON.stringify({
    imports: { "xlmr-ner": "/node_modules/xlmr-ner/dist/web/index.js" },
  });
  const html = readFileSync(path.join(folder, "index.html"), "utf8");
  const server = await startServer({
    folders: { "": folder, node_modules: modules },
    pages: { "/": html.replace("<head>", `<head><script type="importmap">${map}</script>`) },
    isolated: true,
  });
  try {
    await onPage(server.url, async (page) => {
      await page.locator("mark", { hasText: "Paris" }).waitFor();
      expect(await page.locator("mark").allTextContents()).toEqual(["Angela Merkel", "Paris"]);
      await page.getByLabel("A text").fill("My name is Sarah.");
      await page.locator("mark", { hasText: "Sarah" }).waitFor();
      expect(await page.locator("#marked").textContent()).toBe("My name is Sarah.");
      await page.screenshot({ path: screenshot("example-vite.png") });
    });
  } finally {
    await server.close();
    rmSync(modules, { recursive: true });
  }
});

test("the Chrome extension shows the names in what was selected", async () => {
  await withExample("chrome-extension", async ({ folder }) => {
    const extension = path.join(folder, "extension");
    const profile = mkdtempSync(path.join(tmpdir(), "xlmr-ner-profile-"));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: false,
      args: [
        ...["--headless=new", "--no-sandbox", "--disable-background-networking"],
        ...["--disable-features=DisableLoadExtensionCommandLineSwitch"],
        ...[`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
      ],
      viewport: { width: 420, height: 600 },
    });
    try {
      const worker =
        context.serviceWorkers().find((each) => each.url().startsWith("chrome-extension:")) ??
        (await context.waitForEvent("serviceworker"));
      const [, , id] = worker.url().split("/");
      const requests = [];
      context.on("request", (request) => requests.push(request.url()));
      const page = await context.newPage();
      const problems = watch(page);
      await page.goto(`chrome-extension://${id}/panel.html`);
      await worker.evaluate((text) => {
        const { chrome } = globalThis;
        // What a click in the menu does, but for the panel, which a test has no click to open by.
        chrome.contextMenus.onClicked.dispatch(
          { menuItemId: "find-names", selectionText: text },
          { windowId: 1 },
        );
      }, "My name is Sarah and I live in London.");
      await page.locator("mark", { hasText: "London" }).waitFor();
      expect(await page.locator("mark").count()).toBe(2);
      expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
      expect(requests.filter((url) => !url.startsWith(`chrome-extension://${id}/`))).toEqual([]);
      expect(problems).toEqual([]);
      await page.screenshot({ path: screenshot("example-chrome-extension.png") });
    } finally {
      await context.close();
      rmSync(profile, { recursive: true });
    }
  });
});
