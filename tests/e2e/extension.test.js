// SPDX-License-Identifier: Apache-2.0
// A Chrome extension (manifest version 3) with the package's files packed into it: its popup, its service
// worker, and the offscreen document that a service worker needs.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import { chromium } from "playwright-core";

import { root } from "../js/support.js";
import { browserTest, executablePath } from "./browser.js";
import { startServer } from "./server.js";

const script = `import { pipeline } from "./ner/dist/web/index.js";
export async function find() {
  try {
    const ner = await pipeline("ner");
    const records = await ner("My name is Sarah and I live in London.", {
      aggregation_strategy: "simple",
    });
    await ner.dispose();
    return records.map(({ word }) => word).join(" ");
  } catch ({ name, message }) {
    return name + ": " + message;
  }
}
`;
const files = {
  "find.js": script,
  "popup.html": `<!doctype html><title></title><script type="module" src="popup.js"></script>`,
  "popup.js": `import { find } from "./find.js"; 
const found = await find();
document.body.append(Object.assign(document.createElement("p"), { textContent: found }));`,
  "offscreen.html": `<!doctype html><script type="module" src="offscreen.js"></script>`,
  "offscreen.js": `import { find } from "./find.js";
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message !== "find") return false;
  find().then(answer);
  return true;
});`,
  "content.js": `import(chrome.runtime.getURL("find.js"))
  .then(({ find }) => find())
  .then((found) => { document.title = found; });`,
  "background.js": `import { find } from "./find.js";
globalThis.find = find;
globalThis.findOffscreen = async () => {
  await chrome.offscreen.createDocument({
    url: "offscreen.html", reasons: ["WORKERS"], justification: "finds entities",
  });
  return chrome.runtime.sendMessage("find");
};`,
};
const manifest = {
  manifest_version: 3,
  name: "entities",
  version: "1",
  permissions: ["offscreen"],
  action: { default_popup: "popup.html" },
  background: { service_worker: "background.js", type: "module" },
};
const pages = "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'";

let work;
let context;
beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), "xlmr-ner-extension-"));
});
afterEach(() => context?.close());
afterAll(() => {
  rmSync(work, { recursive: true });
});

/** The extension in a browser of its own: its service worker and its id. */
async function install(name, settings) {
  const folder = path.join(work, name);
  mkdirSync(folder);
  const all = { ...files, "manifest.json": JSON.stringify({ ...manifest, ...settings }) };
  for (const [file, text] of Object.entries(all)) writeFileSync(path.join(folder, file), text);
  for (const part of ["dist/web", "dist/wasm", "models/default"]) {
    cpSync(path.join(root, part), path.join(folder, "ner", part), { recursive: true });
  }
  context = await chromium.launchPersistentContext(path.join(work, `${name}-profile`), {
    executablePath,
    headless: false,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-quic",
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  return { worker, id: new URL(worker.url()).host };
}

async function popup(id) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/popup.html`);
  return page.locator("p").textContent();
}

browserTest(
  "a popup and an offscreen document find entities; the service worker says so",
  async () => {
    const { worker, id } = await install("whole", {
      content_security_policy: { extension_pages: pages },
    });
    expect(await popup(id)).toBe("Sarah London");
    expect(await worker.evaluate("find()")).toMatch(
      /^EnvironmentError: .* found a service worker, which cannot start workers: .* offscreen document/,
    );
    expect(await worker.evaluate("findOffscreen()")).toBe("Sarah London");
  },
);

browserTest(
  "a popup whose manifest does not allow WebAssembly says what to write there",
  async () => {
    const { id } = await install("bare", {});
    expect(await popup(id)).toBe(
      "EnvironmentError: expected a page that may compile WebAssembly, found a content security policy " +
        `without 'wasm-unsafe-eval': write "content_security_policy": { "extension_pages": ` +
        `"script-src 'self' 'wasm-unsafe-eval'" } into manifest.json`,
    );
  },
);

browserTest("a content script finds entities, unless its page's policy forbids it", async () => {
  const matches = ["http://127.0.0.1/*"];
  await install("content", {
    content_scripts: [{ matches, js: ["content.js"] }],
    web_accessible_resources: [{ resources: ["*"], matches }],
  });
  const titleUnder = async (csp) => {
    const server = await startServer({ pages: { "/": "<!doctype html>" }, csp });
    try {
      const page = await context.newPage();
      await page.goto(server.url);
      await page.waitForFunction(() => document.title !== "");
      return await page.title();
    } finally {
      await server.close();
    }
  };
  expect(await titleUnder(undefined)).toBe("Sarah London");
  expect(await titleUnder("default-src 'self'")).toMatch(
    /^EnvironmentError: .* found a content security policy without 'wasm-unsafe-eval'/,
  );
});
