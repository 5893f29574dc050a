// SPDX-License-Identifier: Apache-2.0
// The pages and the programs of pages that README and docs/ show, in Chromium: they work under the
// headers that the same document asks for, and print what is shown.

import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test as plainTest } from "@jest/globals";

import { allBlocks, blocksFor, difference, nameOf, runnerOf } from "../js/docs/blocks.js";
import { root } from "../js/support.js";
import { browserTest as test, hasBrowser, launch } from "./browser.js";
import { startServer } from "./server.js";

const modules = mkdtempSync(path.join(tmpdir(), "xlmr-ner-test-"));
let browser;
beforeAll(async () => {
  symlinkSync(root, path.join(modules, "xlmr-ner"));
  const gpu = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
  if (hasBrowser) browser = await launch(gpu);
});
afterAll(async () => {
  await browser?.close();
  rmSync(modules, { recursive: true });
});

/** Addresses of what a bundler finds by its name. */
const entries = {
  "xlmr-ner": "index.js",
  "xlmr-ner/transformers": "transformers.js",
  "xlmr-ner/element": "element.js",
  "xlmr-ner/element/class": "ner-widget.js",
};
const withAddresses = (code) =>
  code.replace(
    /'(xlmr-ner[^']*)'/g,
    (_, name) => `"/node_modules/xlmr-ner/dist/web/${entries[name]}"`,
  );

/** The headers that a document says its pages may have. */
const headersOf = (file) =>
  allBlocks()
    .filter((block) => block.file === file && runnerOf(block) === "headers")
    .flatMap(({ text }) => text.trim().split("\n"))
    .map((line) => /^([\w-]+): (.+)$/.exec(line).slice(1));

/** Opens a page of a server of its own, with what it logs and what its policy does not allow. */
async function openPage(pages, headers, body) {
  const server = await startServer({
    pages: { "/favicon.ico": "", ...pages },
    folders: {
      node_modules: modules,
      "onnxruntime-web": path.join(root, "node_modules/onnxruntime-web"),
    },
    answers: (_, response) => {
      for (const [name, value] of headers) response.setHeader(name, value);
      return false;
    },
  });
  const page = await browser.newPage();
  const logged = [];
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "log") logged.push(message.text());
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  try {
    await page.goto(server.url);
    await body(page, logged);
    expect(problems).toEqual([]);
  } finally {
    await page.close();
    await server.close();
  }
}

const named = (language) =>
  blocksFor("browser")
    .filter((block) => block.language === language)
    .map((block) => [nameOf(block), block]);

describe("a program", () => {
  test.each(named("js"))("%s", async (_, { file, text, output, flags }) => {
    const pages = {
      "/": `<!doctype html><title>running</title><body><script type="module" src="/run.js"></script>`,
      "/run.js": `import("/snippet.js").then(() => (document.title = "done"), (error) => {
        console.error(String(error));
        document.title = "failed";
      });`,
      "/snippet.js": withAddresses(text),
    };
    const headers = flags.includes("gpu") ? [] : headersOf(file);
    await openPage(pages, headers, async (page, logged) => {
      await page.waitForFunction(() => document.title !== "running");
      expect(await page.title()).toBe("done");
      expect(difference(output, `${logged.join("\n")}\n`)).toBeUndefined();
      expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(
        headers.some(([name]) => /Opener/.test(name)),
      );
    });
  });
});

describe("a page", () => {
  test.each(named("html"))("%s", async (_, { text, output }) => {
    await openPage({ "/": text }, [], async (page) => {
      if (output !== undefined) {
        await page.getByText(output.trim(), { exact: true }).waitFor();
        return;
      }
      expect(text.trimEnd().split("\n")).toHaveLength(3);
      await page.getByRole("button", { name: "Compute" }).click();
      await page.locator("mark", { hasText: "Sarah" }).waitFor();
      expect(await page.locator("mark").count()).toBe(2);
    });
  });
});

plainTest("a document's headers are ones that its programs run under", () => {
  for (const { file } of blocksFor("headers")) {
    const programs = blocksFor("browser").filter((block) => block.file === file);
    expect(programs.some(({ language }) => language === "js")).toBe(true);
  }
});
