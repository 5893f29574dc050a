// SPDX-License-Identifier: Apache-2.0

/** Says what the set-up is doing, on stderr so that the output of commands stays clean. */
export function say(message) {
  process.stderr.write(`xlmr-ner set-up: ${message}\n`);
}

/** Says what starts, runs it, and says how long it took. */
export async function step(message, run) {
  say(`${message} …`);
  const start = performance.now();
  const result = await run();
  say(`  done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
