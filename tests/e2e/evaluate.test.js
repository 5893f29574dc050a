// SPDX-License-Identifier: Apache-2.0
// evaluate() in a page: under the strictest policy that the package works with, without isolation, and where
// its files are not.
import path from "node:path";

import { expect } from "@jest/globals";

import { root } from "../js/support.js";
import { browserTest, useBrowser } from "./browser.js";
import { policy, startOpenServer } from "./server.js";

const { open } = useBrowser();

/** In the page: the text of seqeval's report, or the error and whether it is of the page's class. */
async function report(options) {
  const { ner } = globalThis;
  try {
    const tags = [["B-PER", "I-PER", "O"]];
    const { text } = await ner.evaluate(tags, tags, { report: "seqeval", ...options });
    return text.split("\n")[2];
  } catch (error) {
    const { name, code, message } = error;
    return { name, code, message, isOurs: error instanceof ner.NerError };
  }
}

const row = "         PER       1.00      1.00      1.00         1";

browserTest("makes a report, isolated or not, under a strict policy", async () => {
  for (const isolated of [true, false]) {
    const { page, problems } = await open({ isolated, csp: policy });
    expect(await page.evaluate(report, {})).toBe(row);
    expect(problems).toEqual([]);
    expect(page.workers()).toEqual([]); // it starts none
  }
});

browserTest("nothing of it is loaded before the first call, and once then", async () => {
  const { page } = await open();
  const asked = [];
  page.on("request", (request) => {
    if (/\/eval\./.test(request.url())) asked.push(path.basename(request.url()));
  });
  expect(asked).toEqual([]);
  await page.evaluate(report, {});
  await page.evaluate(report, {});
  expect(asked.sort()).toEqual(["eval.js", "eval.mjs", "eval.wasm"]);
});

browserTest("its files may be elsewhere, of another origin, too", async () => {
  const other = await startOpenServer({ wasm: path.join(root, "dist/wasm") });
  try {
    const { page } = await open({ isolated: true });
    expect(await page.evaluate(report, { wasm_url: `${other.url}/wasm` })).toBe(row);
  } finally {
    await other.close();
  }
});

browserTest("errors are of the page's classes, and name what is missing", async () => {
  const { page, server } = await open();
  expect(await page.evaluate(report, { scheme: "BIO" })).toMatchObject({
    name: "InvalidArgumentError",
    message: expect.stringMatching(/^scheme: expected .*, found 'BIO'$/),
    isOurs: true,
  });
  expect(await page.evaluate(report, { wasm_url: "/none" })).toMatchObject({
    name: "AssetError",
    message: expect.stringMatching(`eval.js at ${server.url}/none/eval.js, found .* wasm_url`),
    isOurs: true,
  });
  const without = await open({
    answers: (_, response, pathname) => {
      if (!pathname.endsWith("eval.wasm")) return false;
      response.writeHead(404).end();
      return true;
    },
  });
  expect(await without.page.evaluate(report, {})).toMatchObject({
    name: "AssetError",
    message: expect.stringContaining("eval.wasm, found status 404"),
    isOurs: true,
  });
});
