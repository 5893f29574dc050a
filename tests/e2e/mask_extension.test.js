// SPDX-License-Identifier: Apache-2.0
// The example of an extension that masks, in Chromium: its icon is clicked, its panel used, and what its page's server
// gets has none of the values. The browser's own log of the network says who has asked for what.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect } from "@jest/globals";

import { root, until } from "../js/support.js";
import { browserTest as test, hasBrowser } from "./browser.js";
import { axe, screenshot } from "./demo_page.js";
import { amiss, openExtension, useExamples, watch } from "./example_page.js";
import { clickIcon, clickable } from "./side_panel.js";

const { example } = useExamples("mask-extension");
const secret = /Sarah|Connor|anna|berg@|London|Emma|Brandt/i;

const html = `<!doctype html><title>A chat</title>
<form method="post" action="/send"><textarea name="text" rows="4" cols="40"></textarea><button>Send</button></form>
<div contenteditable aria-label="editor"></div><p id="answer"></p>
<iframe srcdoc="<input name=inner>"></iframe>`;

/** A page with a chat's fields: `sent` has what its server got. */
async function startChat() {
  const sent = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    if (request.method === "POST") sent.push(decodeURIComponent(body.replaceAll("+", " ")));
    response.setHeader("Content-Type", "text/html").end(html);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, sent, close };
}

let folder;
let chat;
beforeAll(async () => {
  if (!hasBrowser) return;
  folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-netlog-"));
  chat = await startChat();
});
afterAll(() => {
  chat?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

/** A browser with the extension, and a page of the chat; both end whatever happens. */
async function withExtension(body, { netLog = path.join(folder, "none.json") } = {}) {
  const opened = await openExtension(path.join(example().folder, "extension"), {
    args: [...clickable, `--log-net-log=${netLog}`],
    viewport: { width: 800, height: 600 },
  });
  try {
    const page = await opened.context.newPage();
    await page.goto(chat.url);
    const click = () => clickIcon(opened.context, { id: opened.id, url: page.url() });
    await body({ page, click, ...opened });
  } finally {
    await opened.close();
  }
}

const statusOf = (panel, text) =>
  until(async () => (await panel.textOf("#status"))?.includes(text), `the status ${text}`, {
    seconds: 20,
  }).catch(async (error) => {
    throw new Error(`${error.message}, but ${await panel.textOf("#status")}`);
  });

/** Addresses that the browser has asked for, with who wanted each; a log of a browser that has ended. */
function askedFor(netLog) {
  const { constants, events } = JSON.parse(readFileSync(netLog, "utf8"));
  const { URL_REQUEST_START_JOB: start } = constants.logEventTypes;
  return events
    .filter(({ type, params }) => type === start && params?.url !== undefined)
    .map(({ params: { url, initiator } }) => ({ url, initiator }));
}

test("masks a page's fields, and shows an answer in its panel, which the page never sees", async () => {
  const netLog = path.join(folder, "use.json");
  let origin;
  await withExtension(
    async ({ page, click, id, worker }) => {
      origin = `chrome-extension://${id}`;
      const area = page.locator("textarea");
      await area.fill("Dear Sarah Connor, write to anna.berg@example.org.\nLondon, 5 May");
      await page.evaluate(() => {
        globalThis.typed = [];
        document.addEventListener("input", ({ inputType }) => globalThis.typed.push(inputType));
      });
      const panel = await click();
      await panel.click("#mask-field");
      await statusOf(panel, "3 values are masked.");
      const masked = "Dear [PER_1], write to [EMAIL_1].\n[LOC_1], 5 May";
      expect(await area.inputValue()).toBe(masked);
      expect(await panel.textOf("#result-text")).toBe(masked);
      expect(await page.evaluate(() => globalThis.typed)).toContain("insertText"); // as if typed
      await panel.screenshot(screenshot("example-mask-extension.png"));

      // Only what is selected, in an editor.
      const editor = page.getByLabel("editor");
      await editor.fill("Emma Brandt and Sarah Connor");
      await editor.press("Home");
      for (let at = 0; at < "Emma Brandt".length; ++at) await editor.press("Shift+ArrowRight");
      await panel.click("#mask-field");
      await statusOf(panel, "1 value is masked.");
      expect(await editor.innerText()).toBe("[PER_2] and Sarah Connor");

      // In a frame of the page's own, and where there is nothing to mask.
      const inner = page.frameLocator("iframe").locator("input");
      await page.evaluate(() => document.activeElement.blur());
      await inner.fill("I am in London.");
      await panel.click("#mask-field");
      await until(async () => (await inner.inputValue()) === "I am in [LOC_1].", "a masked frame");
      await statusOf(panel, "1 value is masked.");
      await page.evaluate(() => document.activeElement.blur());
      await area.focus();
      await panel.click("#mask-field");
      await statusOf(panel, "Nothing was found to mask.");
      expect(await area.inputValue()).toBe(masked);

      // An answer, by the menu.
      await page.evaluate(() => {
        const answer = document.querySelector("#answer");
        answer.textContent = "Dear Person_1, I wrote to email_1 in [loc 1]. <b>[PER_9]</b>";
        document.activeElement.blur();
        document.getSelection().selectAllChildren(answer);
      });
      await worker.evaluate(async () => {
        const { chrome } = globalThis;
        const [tab] = await chrome.tabs.query({ active: true });
        chrome.contextMenus.onClicked.dispatch({ menuItemId: "show-selection", frameId: 0 }, tab);
      });
      await statusOf(panel, "The table has no [PER_9].");
      expect(await panel.textOf("#result-text")).toBe(
        "Dear Sarah Connor, I wrote to anna.berg@example.org in London. <b>[PER_9]</b>",
      );
      await panel.screenshot(screenshot("example-mask-extension-answer.png"));
      expect(await page.locator("#answer").innerText()).not.toMatch(secret);

      await page.getByRole("button", { name: "Send" }).click();
      await until(() => chat.sent.length > 0, "a message");
      expect(chat.sent).toEqual([`text=${masked.replaceAll("\n", "\r\n")}`]);
    },
    { netLog },
  );
  const asked = askedFor(netLog);
  expect(asked).toContainEqual({
    url: `${chat.url}send`,
    initiator: chat.url.replace(/\/$/, ""), // so the log knows who asks
  });
  expect(asked.filter(({ initiator }) => initiator === origin)).toEqual([]);
  expect(JSON.stringify(asked)).not.toMatch(secret);
});

test("is let into a page by a click alone", async () => {
  await withExtension(async ({ context, page, id, click }) => {
    await page.locator("textarea").fill("Dear Sarah Connor");
    // Its panel as a page: as good as one in which nobody has clicked the icon.
    const other = await context.newPage();
    await other.goto(`chrome-extension://${id}/panel.html`);
    await page.bringToFront();
    await other.evaluate(() => document.querySelector("#mask-field").click());
    await other.getByText("Click the extension's icon first").waitFor();
    expect(await page.locator("textarea").inputValue()).toBe("Dear Sarah Connor");
    await page.bringToFront();
    await page.evaluate(() => document.activeElement.blur());
    const panel = await click();
    await panel.click("#mask-field");
    await statusOf(panel, "Put the cursor into a text field");
  });
});

test("says so where a page does not take the masked text, and tells its scripts no value", async () => {
  await withExtension(async ({ page, click, worker }) => {
    const area = page.locator("textarea");
    await area.fill("Dear Sarah Connor");
    await area.evaluate((field) => {
      field.addEventListener("input", () => (field.value = "Dear Sarah Connor"));
    });
    const panel = await click();
    await panel.click("#mask-field");
    await statusOf(panel, "does not take the text: copy it from here.");
    expect(await panel.textOf("#result-text")).toBe("Dear [PER_1]");

    // As a script of the extension's in the page would ask, had the page taken it over.
    const ask = () =>
      worker.evaluate(async () => {
        const { chrome } = globalThis;
        const [{ id }] = await chrome.tabs.query({ active: true });
        const func = () => chrome.runtime.sendMessage({ to: "masker", action: "rows" });
        const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: id }, func });
        return result;
      });
    expect((await ask()) ?? "no answer").toBe("no answer");
    const rows = `chrome.runtime.sendMessage({ to: "masker", action: "rows" })`;
    expect(await panel.evaluate(rows)).toEqual({
      result: [{ placeholder: "[PER_1]", value: "Sarah Connor" }],
    });
  });
});

test("asks for no page and no address by its manifest", () => {
  const file = path.join(root, "examples/mask-extension/extension/manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  expect(manifest.permissions).toEqual([
    ...["activeTab", "contextMenus", "offscreen", "scripting", "sidePanel"],
  ]);
  for (const name of ["host_permissions", "content_scripts", "web_accessible_resources"]) {
    expect(manifest).not.toHaveProperty(name);
  }
  expect(manifest.content_security_policy.extension_pages).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; " +
      "connect-src 'self'; style-src 'self'",
  );
});

test("masks and restores in its panel, and forgets what it is told to", async () => {
  await withExtension(async ({ context, id }) => {
    await context.addInitScript(axe());
    const page = await context.newPage();
    const problems = watch(page);
    await page.goto(`chrome-extension://${id}/panel.html`);
    const field = page.getByLabel("A text that the page is not to see, or an answer");
    const result = page.locator("#result-text");
    await field.fill("Emma Brandt lives in London.");
    await page.getByRole("button", { name: "Mask", exact: true }).press("Enter");
    await page.getByText("2 values are masked.").waitFor();
    expect(await result.textContent()).toBe("[PER_1] lives in [LOC_1].");
    await page.locator("#rows tr").nth(1).waitFor();
    expect(await page.locator("#rows td:nth-child(-n+2)").allTextContents()).toEqual([
      ...["[LOC_1]", "London", "[PER_1]", "Emma Brandt"],
    ]);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const width of [320, 800]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await amiss(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await page.setViewportSize({ width: 360, height: 700 });
      await page.screenshot({ path: screenshot(`example-mask-extension-${colorScheme}.png`) });
    }
    await field.fill("In loc_1 is PER_1.");
    await page.getByRole("button", { name: "Put the values back" }).click();
    await page.getByText("With the values").waitFor();
    expect(await result.textContent()).toBe("In London is Emma Brandt.");

    // Another panel has the same table: it is in the offscreen document.
    await page.reload();
    await page.getByRole("button", { name: "Forget London" }).click();
    await page.getByText("London is forgotten.").waitFor();
    await field.fill("In loc_1 is PER_1.");
    await page.getByRole("button", { name: "Put the values back" }).click();
    await page.getByText("With the values").waitFor();
    expect(await result.textContent()).toBe("In loc_1 is Emma Brandt.");
    await page.getByRole("button", { name: "Forget all" }).click();
    await page.getByText("All values are forgotten.").waitFor();
    await page.locator("#table").waitFor({ state: "hidden" });
    expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
    expect(problems).toEqual([]);
  });
});
