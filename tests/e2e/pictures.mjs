// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of docs/images: the page that `xlmr-ner eval --html` makes of the model in this package and
// the everyday text, which this project wrote itself. Committed are copies with fewer colours.
//
//   node tests/e2e/pictures.mjs FOLDER

import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { readEveryday } from "../../models/eval/everyday.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = path.resolve(process.argv[2] ?? "pictures");
mkdirSync(folder, { recursive: true });

const toUtf16 = (text, codePoints) => [...text].slice(0, codePoints).join("").length;
const rows = (await readEveryday()).map(({ l, t, e }, at) => {
  const entities = e.map(([start, end, label]) => ({
    start: toUtf16(t, start),
    end: toUtf16(t, end),
    label,
  }));
  return JSON.stringify({ id: at + 1, language: l, text: t, entities });
});
writeFileSync(path.join(folder, "everyday.jsonl"), `${rows.join("\n")}\n`);
symlinkSync(path.join(root, "models"), path.join(folder, "models"));
const command = "eval everyday.jsonl --model models/default --html page.html";
const main = path.join(root, "dist/node/cli/main.js");
execFileSync(process.execPath, [main, ...command.split(" ")], { cwd: folder });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

async function take(name, { colorScheme, clipOf }) {
  const page = await browser.newPage({
    viewport: { width: 1000, height: 900 },
    deviceScaleFactor: 1.5,
    colorScheme,
  });
  await page.goto(pathToFileURL(path.join(folder, "page.html")).href);
  const clip = await page.evaluate(clipOf);
  await page.screenshot({ path: path.join(folder, name), clip, fullPage: true });
  await page.close();
}

await take("evaluate.png", {
  colorScheme: "light",
  clipOf: () => ({ x: 0, y: 0, width: globalThis.innerWidth, height: 905 }),
});
await take("evaluate_texts.png", {
  colorScheme: "dark",
  clipOf: () => {
    const { top } = document.querySelector(".texts").getBoundingClientRect();
    const { bottom } = document.querySelectorAll(".texts article")[5].getBoundingClientRect();
    return { x: 0, y: top - 14, width: globalThis.innerWidth, height: bottom - top + 20 };
  },
});
await browser.close();
