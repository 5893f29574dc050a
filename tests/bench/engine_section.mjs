// SPDX-License-Identifier: Apache-2.0
//
// One section of the benchmark: a model on a number of threads in one host, ours in each binary and
// onnxruntime-web in each form, over windows of several sizes.
import { encoderMacs } from "./counter_weights.mjs";
import { difference, race } from "./engine_race.mjs";
import { table } from "./report.mjs";

const defaultWarmUps = 3; // V8 has optimised what is hot by then

/**
 * `sizes` is { size: window lengths }, and `suffix` what tells the section's figures from others'.
 * Gives the figures, a table of them, and the rival's faster form over all sizes.
 */
export async function runSection(section, models) {
  const { host, model, threads, binaries, forms, sizes, rounds } = section;
  const job = { shape: model.shape, dtype: model.dtype, threads, fromMemory: true };
  const entrants = {};
  try {
    for (const binary of binaries) {
      const file = models.file(model);
      entrants[binary] = await host.open({ ...job, contender: "ours", binary, file });
    }
    for (const form of forms) {
      const file = models.file(model, form);
      entrants[form] = await host.open({ ...job, contender: "onnxruntime", file });
    }
    const times = {};
    let { warmUps = defaultWarmUps } = section;
    for (const [size, lengths] of Object.entries(sizes)) {
      times[size] = await race(entrants, lengths, { rounds, warmUps });
      warmUps = 1;
    }
    const [lengths] = Object.values(sizes);
    const apart = await difference(entrants[binaries[0]], entrants[forms[0]], lengths);
    const kernels = binaries.map((binary) => entrants[binary].kernel);
    return { ...figuresOf(section, times), kernels, apart };
  } finally {
    for (const entrant of Object.values(entrants)) await entrant.close();
  }
}

function figuresOf({ model, threads, binaries, forms, sizes, suffix }, times) {
  const figures = {};
  const rows = [];
  for (const [size, lengths] of Object.entries(sizes)) {
    const ms = times[size];
    const rival = Math.min(...forms.map((form) => ms[form]));
    const key = (what, name) => [what, size, `${threads}t`, name, ...suffix].join("_");
    for (const name of [...binaries, ...forms]) figures[key("ms", name)] = ms[name];
    for (const name of binaries) figures[key("ratio", name)] = rival / ms[name];
    const speed = (time) => (encoderMacs(model.shape, lengths) / time / 1e6).toFixed(1);
    rows.push([
      size,
      ...[...binaries, ...forms].map((name) => ms[name].toFixed(1)),
      speed(ms[binaries[0]]),
      speed(rival),
      ...binaries.map((name) => (rival / ms[name]).toFixed(2)),
    ]);
  }
  const total = (form) => Object.values(times).reduce((sum, ms) => sum + Math.log(ms[form]), 0);
  return {
    figures,
    table: table(
      [
        "tokens",
        ...binaries.map((name) => `${name} ms`),
        ...forms.map((name) => `ORT ${name} ms`),
        `${binaries[0]} GMAC/s`,
        "ORT GMAC/s",
        ...binaries.map((name) => `${name} ratio`),
      ],
      rows,
    ),
    fasterForm: forms.toSorted((a, b) => total(a) - total(b))[0],
  };
}
