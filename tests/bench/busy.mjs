// SPDX-License-Identifier: Apache-2.0
//
// What more threads gain, and what they cost where other programs want the processors, too: wall time of a
// call on one thread, on two and on as many as the package chooses, in turns, for texts of several lengths;
// first alone, then beside so many busy processes. With --check an exit status of 1 says that `auto` took
// more than 1.1 times as long as one thread, or that two threads alone gain less than 1.7 at 180 words.
//   node tests/bench/busy.mjs [--busy N] [--rounds N] [--chromium] [--check]
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

import { median, table } from "./report.mjs";

const wordCounts = [10, 60, 180, 500];
const contenders = ["auto", 1, 2];
const most = 1.1;
const least = 1.7;

if (process.argv[2] === "be-busy") {
  for (;;); // until the parent kills it
}

const { values } = parseArgs({
  options: {
    busy: { type: "string", default: String(2 * availableParallelism()) },
    rounds: { type: "string", default: "40" },
    chromium: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const busy = Number(values.busy);

const host = values.chromium ? await openChromium() : await openNode();
const missed = [];
try {
  for (const count of new Set([0, busy])) missed.push(...(await measure(count)));
} finally {
  await host.close();
}
for (const line of missed) console.log(`missed: ${line}`);
process.exitCode = values.check && missed.length > 0 ? 1 : 0;

/** What is missed of what --check asks for. */
async function measure(count) {
  const others = Array.from({ length: count }, () => fork(import.meta.filename, ["be-busy"]));
  const times = new Map();
  try {
    for (const words of wordCounts) times.set(words, await race(textOf(words)));
  } finally {
    for (const other of others) other.kill();
  }
  const where = `beside ${count} busy processes`;
  console.log(`${where}, ms of a call, medians (means) of ${rounds} in turns, ${host.name}:`);
  const rows = [...times].map(([words, [auto, one, two]]) => [
    String(words),
    ...[auto, one, two].map((each) => `${median(each).toFixed(1)} (${mean(each).toFixed(1)})`),
    `${ratio(auto, one).toFixed(2)} (${(mean(auto) / mean(one)).toFixed(2)})`,
    ratio(one, two).toFixed(2),
  ]);
  console.log(`${table(["words", "auto", "one", "two", "auto / one", "one / two"], rows)}\n`);
  const problems = [...times]
    .filter(([, [auto, one]]) => ratio(auto, one) > most)
    .map(([words]) => `auto / one at most ${most}: ${words} words ${where}`);
  const [, one, two] = times.get(180);
  if (count === 0 && ratio(one, two) < least) problems.push(`one / two at least ${least} alone`);
  return problems;
}

/** Milliseconds of each contender's calls. Each begins a round as often as the others. */
async function race(text) {
  const times = contenders.map(() => []);
  for (let round = -3; round < rounds; round++) {
    for (let i = 0; i < contenders.length; i++) {
      const turn = (i + round + 3) % contenders.length;
      const ms = await host.time(turn, text);
      if (round >= 0) times[turn].push(ms);
    }
  }
  return times;
}

async function openNode() {
  const { pipeline } = await import("../../dist/node/index.js");
  const open = (threads) => pipeline("ner", undefined, { threads });
  const pipelines = await Promise.all(contenders.map(open));
  return {
    name: `Node ${process.versions.node}`,
    time: async (turn, text) => {
      const begin = performance.now();
      await pipelines[turn](text);
      return performance.now() - begin;
    },
    close: () => Promise.all(pipelines.map((ner) => ner.dispose())),
  };
}

async function openChromium() {
  const { chromium } = await import("playwright-core");
  const { startServer } = await import("../e2e/server.js");
  const root = new URL("../..", import.meta.url).pathname;
  const server = await startServer({
    isolated: true,
    pages: { "/": "<!doctype html><title>busy</title>" },
    folders: { pkg: root },
  });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.evaluate(async (all) => {
    const { pipeline } = await import("/pkg/dist/web/index.js");
    const open = (threads) => pipeline("ner", undefined, { threads });
    globalThis.pipelines = await Promise.all(all.map(open));
  }, contenders);
  return {
    name: `Chromium ${browser.version()}`,
    time: (turn, text) =>
      page.evaluate(
        async ([i, input]) => {
          const begin = performance.now();
          await globalThis.pipelines[i](input);
          return performance.now() - begin;
        },
        [turn, text],
      ),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

function textOf(words) {
  const sentence = "Angela Merkel besuchte im Juli Paris und traf dort Emmanuel Macron .".split(
    " ",
  );
  return Array.from({ length: words }, (_, i) => sentence[i % sentence.length]).join(" ");
}

function ratio(times, others) {
  return median(times) / median(others);
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
