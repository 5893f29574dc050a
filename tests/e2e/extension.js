// SPDX-License-Identifier: Apache-2.0
// An MV3 extension with the package, models and a page, as it is loaded in Chromium.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium } from "playwright-core";

import { root } from "../js/support.js";
import { executablePath } from "./browser.js";

const manifest = {
  manifest_version: 3,
  name: "models in an extension",
  version: "1.0",
  background: { service_worker: "background.js" },
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'",
  },
};

const pages = {
  "background.js": "",
  "page.html": `<!doctype html><title>test</title><script type="module" src="page.js"></script>`,
  "page.js": `import * as ner from "./pkg/dist/web/index.js";
    import * as theirs from "./pkg/dist/web/transformers.js";
    Object.assign(globalThis, { ner, theirs, ready: true });`,
};

/**
 * Opens a page of an extension that has these models, `name → (path → bytes)`, in its folder `models`.
 * The page has the exports of xlmr-ner as `ner` and those of xlmr-ner/transformers as `theirs`.
 */
export async function openExtension(models) {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-extension-"));
  const write = (name, content) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  write("manifest.json", JSON.stringify(manifest));
  for (const [name, text] of Object.entries(pages)) write(name, text);
  for (const part of ["dist/web", "dist/wasm", "models/default"]) {
    cpSync(path.join(root, part), path.join(folder, "pkg", part), {
      recursive: true,
      filter: (file) => !/dist.wasm.js$|\.d\.ts$|\.map$/.test(file),
    });
  }
  for (const [model, files] of Object.entries(models)) {
    for (const [name, bytes] of files) write(`models/${model}/${name}`, bytes);
  }
  const profile = mkdtempSync(path.join(tmpdir(), "xlmr-ner-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    args: [
      ...["--headless=new", "--no-sandbox", "--disable-background-networking"],
      ...["--disable-features=DisableLoadExtensionCommandLineSwitch"],
      ...[`--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
    ],
  });
  const worker =
    context.serviceWorkers().find((each) => each.url().startsWith("chrome-extension:")) ??
    (await context.waitForEvent("serviceworker"));
  const origin = new URL(".", worker.url()).href;
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  await page.goto(`${origin}page.html`);
  await page.waitForFunction("globalThis.ready");
  return {
    page,
    origin,
    requests,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true });
      rmSync(folder, { recursive: true });
    },
  };
}
