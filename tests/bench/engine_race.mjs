// SPDX-License-Identifier: Apache-2.0
//
// Entrants take turns on the same windows, so that what slows the machine slows all of them.
import { median } from "./report.mjs";

// Longer than idle threads of either runtime spin, which would take a core from the next one.
const restMs = 50;

const rest = () => new Promise((resolve) => setTimeout(resolve, restMs));

/** Median milliseconds of a forward pass, for each of { name: entrant }. */
export async function race(entrants, lengths, { rounds, warmUps }) {
  const times = Object.fromEntries(Object.keys(entrants).map((name) => [name, []]));
  for (let round = -warmUps; round < rounds; ++round) {
    for (const [name, entrant] of Object.entries(entrants)) {
      await rest();
      const { ms } = await entrant.forward({ lengths });
      if (round >= 0) times[name].push(ms);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/**
 * How far the logits of two entrants are apart at most, in standard deviations of the logits. Their
 * activations are quantised each in its own way, so they differ; that they compute different
 * networks is an error.
 */
export async function difference(one, two, lengths) {
  const { logits: a } = await one.forward({ lengths, wantLogits: true });
  const { logits: b } = await two.forward({ lengths, wantLogits: true });
  const mean = b.reduce((sum, x) => sum + x, 0) / b.length;
  const deviation = Math.sqrt(b.reduce((sum, x) => sum + (x - mean) ** 2, 0) / b.length);
  const apart = Math.max(...b.map((x, i) => Math.abs(x - a[i]))) / deviation;
  if (!(a.length === b.length && apart < 0.5)) {
    throw new Error(`expected equal networks, found logits ${apart} standard deviations apart`);
  }
  return apart;
}
