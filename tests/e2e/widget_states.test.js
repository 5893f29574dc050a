// SPDX-License-Identifier: Apache-2.0
// Every state of the widget, from 320 to 1280 pixels, light and dark, from the left and from the right: all is
// on the page, and axe finds nothing amiss. With a folder in XLMR_NER_SCREENSHOTS it takes a picture of each,
// to be looked at.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { afterAll, beforeAll, describe, expect } from "@jest/globals";

import { root } from "../js/support.js";
import { browserTest as test, hasBrowser, launch } from "./browser.js";
import { startServer } from "./server.js";
import { bringInto, states, statesPage } from "./widget_states.js";

const folder = process.env.XLMR_NER_SCREENSHOTS;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const widths = [320, 390, 1280];
const schemes = ["light", "dark"];
const directions = [
  { dir: "ltr", lang: "en" },
  { dir: "rtl", lang: "he" },
];
const all = widths.flatMap((width) =>
  schemes.flatMap((scheme) => directions.map((each) => ({ width, scheme, ...each }))),
);
const names = Object.keys(states);
/** All of them take some minutes: else each state is looked at once, in one of two places. */
const few = [
  { width: 320, scheme: "light", dir: "ltr", lang: "en", of: names.filter((_, i) => i % 2 === 0) },
  { width: 390, scheme: "dark", dir: "rtl", lang: "he", of: names.filter((_, i) => i % 2 === 1) },
];

let browser;
let server;
beforeAll(async () => {
  if (!hasBrowser) return;
  browser = await launch();
  const pages = Object.fromEntries(
    schemes.flatMap((scheme) =>
      directions.map((each) => [`/${scheme}-${each.dir}`, statesPage({ scheme, ...each })]),
    ),
  );
  server = await startServer({ folders: { pkg: root }, pages: { ...pages, "/favicon.ico": "" } });
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(folder === undefined ? few : all)("$width $scheme $dir", (where) => {
  const { width, scheme, dir, lang, of = names } = where;

  test.each(of)(
    "%s",
    async (state) => {
      const page = await browser.newPage({ viewport: { width, height: 700 }, colorScheme: scheme });
      try {
        await page.addInitScript(axe);
        await page.goto(`${server.url}/${scheme}-${dir}`);
        await bringInto(page, state, lang);
        if (folder !== undefined) {
          const name = `${state}-${width}-${scheme}-${dir}.png`;
          await page.screenshot({ path: path.join(folder, name), fullPage: true });
        }
        expect(await page.evaluate(offPage)).toEqual([]);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      } finally {
        await page.close();
      }
    },
    30_000,
  );
});

/** In the page: what of the widget is drawn beside the page, whose reader would not find it. */
function offPage() {
  const { shadowRoot } = globalThis.widget;
  return [...shadowRoot.querySelectorAll("*")]
    .filter((node) => !node.matches(".unseen, input[type=file]") && node.checkVisibility())
    .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
    .filter(([, { left, right }]) => left < 0 || right > globalThis.innerWidth)
    .map(([html, { left, right }]) => `${html}: ${left} to ${right}`);
}
