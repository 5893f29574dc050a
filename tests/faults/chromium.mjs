// SPDX-License-Identifier: Apache-2.0

import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { startServer } from "../e2e/server.js";
import { channelName } from "./faulty_core.js";
import { oneTry } from "./one_try.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

const pages = {
  "/favicon.ico": "",
  "/": '<!doctype html><title>faults</title><script type="module" src="/page.js"></script>',
  "/page.js": `
    globalThis.workers = [];
    globalThis.Worker = class extends Worker {
      constructor(...args) {
        super(...args);
        workers.push(this);
      }
    };
    globalThis.causes = [];
    new BroadcastChannel("${channelName}").onmessage = ({ data }) => causes.push(data);
    const { pipeline } = await import("/pkg/dist/web/index.js");
    globalThis.state = {};
    globalThis.attempt = (fault, sentence, options) => (${oneTry})({
      load: () => pipeline("ner", undefined, options),
      end: () => workers.at(-1).terminate(),
      causes, fault, sentence, state,
    });
    globalThis.ready = true;`,
};

/** The model of the package, tried in a page of a server that counts what it is asked. */
export async function openChromium({ folder, fault, sentence }) {
  const folders = { pkg: root };
  if (folder !== undefined) folders.faulty = folder;
  const server = await startServer({ folders, pages, isolated: true });
  const args = ["--no-sandbox", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  await page.goto(`${server.url}/`);
  await page.waitForFunction("globalThis.ready");
  const options = { threads: 2 };
  if (folder !== undefined) options.wasm_url = "/faulty/";
  const given = [fault, sentence, options];
  return {
    attempt: () => page.evaluate((all) => globalThis.attempt(...all), given),
    requests: () => server.requests.length,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
