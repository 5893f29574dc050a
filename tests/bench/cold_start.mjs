// SPDX-License-Identifier: Apache-2.0
//
// From nothing to the first entities with the embedded model; see README.md.
//   node tests/bench/cold_start.mjs [--rounds N]
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";

import { ChromiumStarts } from "./cold_start_chromium.mjs";
import { startCli, startCompile, startNothing, startPackage } from "./cold_start_node.mjs";
import { median, table } from "./report.mjs";

const { values: given } = parseArgs({ options: { rounds: { type: "string", default: "10" } } });
const rounds = Number(given.rounds);
const text = "Angela Merkel besuchte im Juli Paris.";

/** Rounds of all contenders in turn: what else the machine does then hits each of them. */
async function measure(contenders) {
  const runs = new Map(Object.keys(contenders).map((name) => [name, []]));
  for (const start of Object.values(contenders)) await start(text);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, start] of Object.entries(contenders)) runs.get(name).push(await start(text));
  }
  return runs;
}

const ms = (value) => (value === undefined ? "" : value.toFixed(0));

/** A row for each contender: medians of its steps in ms, and the range of the last, the whole. */
function report(runs) {
  const steps = [...new Set([...runs.values()].flatMap(([first]) => Object.keys(first)))];
  const rows = [...runs].map(([name, all]) => {
    const wholes = all.map((run) => run.whole);
    const medians = steps.map((step) =>
      all[0][step] === undefined ? undefined : median(all.map((run) => run[step])),
    );
    return [name, ...medians.map(ms), `${ms(Math.min(...wholes))} to ${ms(Math.max(...wholes))}`];
  });
  return table(["ms", ...steps, "range"], rows);
}

console.log(
  `Medians of ${rounds}; ${availableParallelism()} cores, load average ${loadavg()[0].toFixed(1)}.`,
);
const node = await measure({
  "empty Node": startNothing,
  "core compiled": startCompile,
  CLI: startCli,
  package: (sentence) => startPackage(sentence, "auto"),
  "package, 1 thread": (sentence) => startPackage(sentence, "1"),
});
console.log(`\nNode ${process.version}\n\n${report(node)}`);

if (ChromiumStarts.present) {
  const starts = new ChromiumStarts();
  try {
    const chromium = await measure({
      page: (sentence) => starts.start(sentence, false),
      "isolated page": (sentence) => starts.start(sentence, true),
    });
    console.log(`\nChromium ${starts.version}, warm cache\n\n${report(chromium)}`);
  } finally {
    await starts.close();
  }
}
console.log(`\nLoad average ${loadavg()[0].toFixed(1)} at the end.`);
