// SPDX-License-Identifier: Apache-2.0
// The lines of README that embed the widget, served as a page.

import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect } from "@jest/globals";

import { root } from "../js/support.js";
import { browserTest as test, launch } from "./browser.js";
import { startServer } from "./server.js";

test("the three lines find a name", async () => {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  const [, lines] = /```html\n([^]*?)```/.exec(readme);
  expect(lines.trimEnd().split("\n")).toHaveLength(3);
  const modules = mkdtempSync(path.join(tmpdir(), "xlmr-ner-test-"));
  symlinkSync(root, path.join(modules, "xlmr-ner"));
  const server = await startServer({ pages: { "/": lines }, folders: { node_modules: modules } });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.getByRole("button", { name: "Compute" }).click();
    await page.locator("mark", { hasText: "Sarah" }).waitFor();
    expect(await page.locator("mark").count()).toBe(2);
  } finally {
    await browser.close();
    await server.close();
    rmSync(modules, { recursive: true });
  }
});
