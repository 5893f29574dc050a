// SPDX-License-Identifier: Apache-2.0

import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { expect, test } from "@jest/globals";

import { root, tiny } from "./support.js";

/** Preloaded in every thread: in workers, threads of their own never start. */
const stall = `
  import { createRequire } from "node:module";
  const threads = createRequire("${import.meta.url}")("node:worker_threads");
  if (!threads.isMainThread) {
    const { EventEmitter } = createRequire("${import.meta.url}")("node:events");
    threads.Worker = class extends EventEmitter { postMessage() {} unref() {} terminate() {} };
  }`;

/** Preloaded likewise: workers start, but their threads never run, as where no processor is free. */
const starve = `
  import { createRequire } from "node:module";
  const threads = createRequire("${import.meta.url}")("node:worker_threads");
  if (!threads.isMainThread) {
    threads.Worker = class extends threads.Worker {
      postMessage(message, ...rest) {
        if (message.cmd !== "run") super.postMessage(message, ...rest);
      }
    };
  }`;

const program = `
  import { pipeline } from "${root}dist/node/index.js";
  const ner = await pipeline("ner", "${tiny}", { threads: 2 });
  const before = ner.info().threads;
  const first = await ner("Emma");
  const long = await ner(Array.from({ length: 200 }, () => "Emma"), { ignore_labels: [] });
  console.log(JSON.stringify({ before, first, long: long.length, after: ner.info().threads }));
  await ner.dispose();`;

async function run(options = {}) {
  const env = { ...process.env, ...options };
  const args = ["--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return JSON.parse(stdout);
}

function preload(module) {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(module)}` };
}

test("a list is tagged where threads never start, and info() says so", async () => {
  const [stalled, usual] = await Promise.all([run(preload(stall)), run()]);
  expect(usual).toMatchObject({ before: 2, after: 2, long: 200 });
  expect(stalled).toEqual({ ...usual, after: 1 });
}, 60_000);

test("a call waits for no thread that has not taken any of its work", async () => {
  const [starved, usual] = await Promise.all([run(preload(starve)), run()]);
  expect(starved).toEqual(usual);
}, 60_000);
