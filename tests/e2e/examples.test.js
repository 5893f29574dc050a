// SPDX-License-Identifier: Apache-2.0
// The examples for browsers, in Chromium: copied, installed and started as their READMEs say. That of Vite
// needs the registry, so here its sources run with an import map; `npm run e2e:bundlers` builds it.

import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect } from "@jest/globals";

import { root } from "../js/support.js";
import { browserTest as test } from "./browser.js";
import { screenshot } from "./demo_page.js";
import { openExtension, useExamples, watch, watchRequests } from "./example_page.js";
import { startServer } from "./server.js";

const { withExample, onPage } = useExamples();

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
    const viewport = { width: 420, height: 600 };
    const { context, worker, id, close } = await openExtension(extension, { viewport });
    try {
      const requests = watchRequests(context);
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
      const own = `chrome-extension://${id}/`;
      expect(requests.filter(({ url }) => !url.startsWith(own))).toEqual([]);
      expect(problems).toEqual([]);
      await page.screenshot({ path: screenshot("example-chrome-extension.png") });
    } finally {
      await close();
    }
  });
});
