// SPDX-License-Identifier: Apache-2.0
//
// Opens a page with the package in a Chromium of its own for each start. All starts share a profile, so
// from the second on the cache has every file; the server asserts that none is asked for again.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { startServer } from "../e2e/server.js";
import { stepsOf } from "./cold_start_steps.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const args = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** Begins as its script is run, as a page of a user's would; the text is in its address. */
const page = `<!doctype html><title>start</title><script type="module">
import { timeStart } from "/bench/cold_start_steps.mjs";
const load = () => import("/pkg/dist/web/index.js");
const asked = new URLSearchParams(location.search);
const stay = Number(asked.get("stay"));
globalThis.times = timeStart(load, asked.get("text"), { threads: "auto" }, stay);
</script>`;

/** As a site would serve files whose names have a hash: kept for a year. */
const keep = (request, response, path) => {
  if (path !== "/") response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  return false;
};

/** How long the first visit lasts, in ms. */
const firstStay = 5000;
/** Until a browser that was just opened has nothing of its own left to do, in ms. */
const settling = 2500;

export class ChromiumStarts {
  version = "";
  #root;
  #profiles = new Map();

  /** Of the package in the checkout `root`. */
  constructor(root = join(here, "../..")) {
    this.#root = root;
  }

  static get present() {
    return existsSync(executablePath);
  }

  /** Steps from the page's address to entities, in ms; `isolated` pages may use threads. */
  async start(text, isolated) {
    const { folder, server, isWarm } = await this.#profile(isolated);
    const before = server.requests.length;
    const context = await chromium.launchPersistentContext(folder, { executablePath, args });
    try {
      this.version = context.browser().version();
      const tab = await context.newPage();
      await new Promise((done) => setTimeout(done, settling));
      const stay = isWarm ? 0 : firstStay;
      await tab.goto(`${server.url}/?text=${encodeURIComponent(text)}&stay=${stay}`);
      const { times, began } = await tab.evaluate(async () => ({
        times: await globalThis.times,
        began: performance.timeOrigin,
      }));
      const asked = server.requests
        .slice(before)
        .filter((path) => !/^\/(favicon\.ico)?$/u.test(path));
      if (isWarm && asked.length > 0) {
        throw new Error(`expected every file in the cache, found requests for ${asked.join(" ")}`);
      }
      this.#profiles.get(isolated).isWarm = true;
      return stepsOf(times, began);
    } finally {
      await context.close();
    }
  }

  async #profile(isolated) {
    const known = this.#profiles.get(isolated);
    if (known !== undefined) return known;
    const profile = {
      folder: mkdtempSync(join(tmpdir(), "xlmr-ner-start-")),
      server: await startServer({
        isolated,
        answers: keep,
        pages: { "/": page },
        folders: { pkg: this.#root, bench: here },
      }),
      isWarm: false,
    };
    this.#profiles.set(isolated, profile);
    return profile;
  }

  async close() {
    for (const { folder, server } of this.#profiles.values()) {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
