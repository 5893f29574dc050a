// SPDX-License-Identifier: Apache-2.0
//
// How long a page takes from its address to the first entities with everything in the browser's cache,
// this build beside an earlier one; see README.md.
//   node tests/bench/warm_start.mjs --before CHECKOUT [--rounds N]
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";

import { ChromiumStarts } from "./cold_start_chromium.mjs";
import { median, table } from "./report.mjs";

const { values: given } = parseArgs({
  options: { before: { type: "string" }, rounds: { type: "string", default: "10" } },
});
if (given.before === undefined) throw new Error("expected --before CHECKOUT, found none");
const text = "Angela Merkel besuchte im Juli Paris.";
const isolated = true;
const contenders = { before: new ChromiumStarts(given.before), now: new ChromiumStarts() };
const runs = { before: [], now: [] };

try {
  for (const starts of Object.values(contenders)) await starts.start(text, isolated);
  for (let round = 0; round < Number(given.rounds); round += 1) {
    for (const [name, starts] of Object.entries(contenders)) {
      runs[name].push(await starts.start(text, isolated));
    }
  }
} finally {
  for (const starts of Object.values(contenders)) await starts.close();
}

/** The sum of all steps but the browser's own way to the page's script. */
const fromScript = (steps) => steps.whole - steps["until script"];

const medians = Object.entries(runs).map(([name, all]) => {
  const row = Object.keys(all[0]).map((step) => [step, median(all.map((run) => run[step]))]);
  return [name, Object.fromEntries([...row, ["from script", median(all.map(fromScript))]])];
});
const [[, before], [, now]] = medians;
const steps = Object.keys(now);
const rows = medians.map(([name, row]) => [name, ...steps.map((step) => row[step].toFixed(0))]);
rows.push(["now / before", ...steps.map((step) => (now[step] / before[step]).toFixed(2))]);
console.log(
  `Chromium ${contenders.now.version}, ${availableParallelism()} cores, load average ` +
    `${loadavg()[0].toFixed(1)}; medians of ${given.rounds}, in turn.\n`,
);
console.log(table(["ms", ...steps], rows));
