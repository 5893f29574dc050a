// SPDX-License-Identifier: Apache-2.0
// Pages without a bundler, in places of their own: everything from another origin, a service worker, a
// Chrome extension, a file of the disk.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { startServer } from "../server.js";
import { findStatement, right } from "./sarah.mjs";

const entry = "node_modules/xlmr-ner/dist/web/index.js";
const show = `document.body.append(Object.assign(document.createElement("p"), { textContent: found }));`;
const page = (module) => `<!doctype html><title>page</title><link rel="icon" href="data:,">
<body><script type="module" src="${module}"></script></body>`;

/** Another origin, as a CDN answers. */
const cdn = (folder) =>
  startServer({
    folders: { "": folder },
    answers: (_, response) => {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      return false;
    },
  });

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What a page of a browser with these arguments says, beside what it should. */
async function judgeElsewhere(profile, args, urlOf) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    args: ["--headless=new", "--no-sandbox", ...args],
  });
  try {
    const opened = await context.newPage();
    await opened.goto(await urlOf(context));
    const found = await opened.locator("p").textContent();
    return right.test(found) ? undefined : found;
  } finally {
    await context.close();
  }
}

export const projects = {
  "other-origin": {
    install: [],
    files: {
      "index.html": page("main.js"),
      "main.js": `const cdn = new URLSearchParams(location.search).get("cdn");
const { pipeline } = await import(cdn + "/${entry}");${findStatement}
${show}`,
    },
    serve: ".",
    judge: async ({ folder, look }) => {
      const other = await cdn(folder);
      try {
        return await look({ path: `/index.html?cdn=${other.url}`, says: right });
      } finally {
        await other.close();
      }
    },
  },
  "service-worker": {
    install: [],
    files: {
      "index.html": page("main.js"),
      "main.js": `await navigator.serviceWorker.register("sw.js", { type: "module" });
const { active } = await navigator.serviceWorker.ready;
navigator.serviceWorker.addEventListener("message", ({ data: found }) => { ${show} });
navigator.serviceWorker.startMessages();
active.postMessage("find");`,
      "sw.js": `import { pipeline } from "./${entry}";
addEventListener("message", async ({ source }) => {${findStatement}
  source.postMessage(found);
});`,
    },
    serve: ".",
    looks: [
      { path: "/index.html", says: /^EnvironmentError: .*a service worker, which cannot start/ },
    ],
  },
  extension: {
    install: [],
    files: {
      "manifest.json": JSON.stringify({
        manifest_version: 3,
        name: "entities",
        version: "1",
        action: { default_popup: "popup.html" },
        background: { service_worker: "background.js" },
        content_security_policy: {
          extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
        },
      }),
      "background.js": "",
      "popup.html": page("popup.js"),
      "popup.js": `import { pipeline } from "./${entry}";${findStatement}
${show}`,
    },
    judge: ({ folder }) =>
      judgeElsewhere(
        join(folder, ".profile"),
        [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
        async (context) => {
          const known =
            context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
          return new URL("/popup.html", known.url()).href;
        },
      ),
  },
  // Electron's binary is in no registry. Its pages are file: pages with this right.
  "electron-page": {
    install: [],
    files: {
      "index.html": page("main.js"),
      "main.js": `import { pipeline } from "./${entry}";${findStatement}
${show}`,
    },
    judge: ({ folder }) =>
      judgeElsewhere(
        join(folder, ".profile"),
        ["--allow-file-access-from-files"],
        () => pathToFileURL(join(folder, "index.html")).href,
      ),
  },
};
