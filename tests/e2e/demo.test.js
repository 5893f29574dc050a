// SPDX-License-Identifier: Apache-2.0
// The demo as a visitor has it: what is shown, what is requested, and what is left without a network.

import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect } from "@jest/globals";

import { root, sentence, tiny } from "../js/support.js";
import { browserTest as test } from "./browser.js";
import { compute, marks, useDemo, violations } from "./demo_page.js";

const expected = JSON.parse(
  readFileSync(new URL("./expected_spans.json", import.meta.url), "utf8"),
);
const asMarks = ({ entities }) => entities.map((each) => ({ ...each, chip: each.label }));

test("the sentence that is tagged first is the README's", () => {
  expect(readFileSync(path.join(root, "README.md"), "utf8")).toContain(expected.texts[0].text);
  expect(expected.texts[0].text).toBe(sentence);
});

describe.each([true, false])("cross-origin isolated: %s", (isolated) => {
  const demo = useDemo({ isolated });

  test("the sentences of README, cards and systems have the spans that Node finds", async () => {
    const { page, problems } = await demo.open();
    for (const each of expected.texts) {
      await compute(page, each.text);
      expect(await marks(page)).toEqual(asMarks(each));
    }
    expect(problems).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test("the panel says how many threads there are", async () => {
    const { page } = await demo.open();
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    await page.locator("#fact-time", { hasText: "µs" }).waitFor();
    const threads = await page.locator("#fact-threads").textContent();
    if (isolated) expect(threads).toBe(String(Math.min(4, cores)));
    else expect(threads).toBe("1 (the page is not cross-origin isolated)");
    const backend = page.locator("#fact-backend");
    const words = "this package's engine, 8-bit weights, on the processor";
    expect(await backend.textContent()).toBe(words);
    expect(await backend.getAttribute("title")).toMatch(/^xnnpack, q8, (simd|relaxed)/);
  });
});

describe("the network", () => {
  const demo = useDemo();

  test("nothing is requested while texts are tagged, and the counter says so", async () => {
    const { page, requests, requestsEnd } = await demo.open();
    await page.locator("#fact-offline", { hasText: "ready" }).waitFor();
    await page.locator("#fact-time", { hasText: "µs" }).waitFor();
    await requestsEnd();
    const before = requests.length;
    for (const { text } of expected.texts) await compute(page, text);
    expect(requests.slice(before)).toEqual([]);
    const counter = page.locator("#requests");
    expect(await counter.textContent()).toBe("0");
    const green = await counter.evaluate((node) => getComputedStyle(node).backgroundColor);

    await page.evaluate(() => fetch("/demo/icon.svg?injected"));
    await page.locator("#requests.some", { hasText: "1" }).waitFor();
    // Nor has anything been requested before that one.
    const others = requests.slice(before).filter((url) => !url.endsWith("?injected"));
    expect(others).toEqual([]);
    const red = await counter.evaluate((node) => getComputedStyle(node).backgroundColor);
    expect([green, red]).toEqual(["rgb(220, 252, 231)", "rgb(185, 28, 28)"]);
  });

  test("a request that a worker makes is counted as well", async () => {
    const { page } = await demo.open();
    await page.locator("#fact-offline", { hasText: "ready" }).waitFor();
    // The tagging worker started before the service worker took over; one of a later visit is its client.
    await page.reload();
    await page.locator("#fact-time", { hasText: "µs" }).waitFor();
    const [worker] = page.workers();
    await worker.evaluate(() => fetch("/demo/icon.svg?injected"));
    await page.locator("#requests.some").waitFor();
  });

  test("after a visit the page works with the network off", async () => {
    const { context, page, problems } = await demo.open();
    await page.locator("#fact-offline", { hasText: "ready" }).waitFor();
    await context.setOffline(true);
    const status = await page.evaluate(() =>
      fetch("/not-kept").then(
        () => "answered",
        () => "offline",
      ),
    );
    expect(status).toBe("offline");
    problems.length = 0;
    await page.reload();
    await page.waitForFunction(() => document.querySelector("#widget").result !== undefined);
    const [first] = expected.texts;
    expect(await marks(page)).toEqual(asMarks(first));
    expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
    expect(problems).toEqual([]);
  });
});

describe("what can be chosen", () => {
  const demo = useDemo();

  test("each system's example is tagged when it is clicked", async () => {
    const { page } = await demo.open();
    for (const button of await page.locator("#systems button").all()) {
      await button.click();
      const text = await button.locator("small").textContent();
      await page.waitForFunction(
        (value) => document.querySelector("#widget").result.text === value,
        text,
      );
      const known = expected.texts.find((each) => each.text === text);
      expect(await marks(page)).toEqual(asMarks(known));
    }
    expect(await page.locator("#hub-id").inputValue()).toBe(
      "asahi417/tner-xlm-roberta-base-ontonotes5",
    );
  });

  test("a folder of this machine is loaded without a request, and the embedded model again", async () => {
    const { page, requests } = await demo.open();
    await page.locator("#fact-offline", { hasText: "ready" }).waitFor();
    await page.locator("#fact-time", { hasText: "µs" }).waitFor();
    const before = requests.length;
    await page.locator("#folder").setInputFiles(tiny);
    await page.locator("#fact-model", { hasText: "model.safetensors" }).waitFor();
    const sent = requests.slice(before).map((url) => new URL(url).pathname);
    expect(sent.filter((each) => !/^\/dist\//.test(each))).toEqual([]);
    await page.locator("#embedded").click();
    await page.locator("#fact-model", { hasText: /^models\/default, model\.q8/ }).waitFor();
  });

  test("while the user types, the text is tagged", async () => {
    const { page } = await demo.open();
    await page.locator("#live").check();
    await page.locator("textarea").fill("");
    await page.locator("textarea").pressSequentially("My name is Sarah and I live in London.", {
      delay: 5,
    });
    const known = expected.texts[1];
    await page.waitForFunction(
      (value) => document.querySelector("#widget").result?.text === value,
      known.text,
    );
    expect(await marks(page)).toEqual(asMarks(known));
  });
});
