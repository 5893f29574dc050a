// SPDX-License-Identifier: Apache-2.0
//
// Loading time, and the most memory that is resident while a model is loaded and runs, for a
// vocabulary of XLM-R's size. Each figure is of a fresh process. For the time the file's bytes are
// in memory before; for the memory each runtime reads them from the file as it likes.
import { median, table } from "./report.mjs";

const window = [128];
const contenders = ["relaxed", "plain", "optimised"];

export async function runMemory({ host, model, rounds }, models) {
  const job = (name) =>
    name === "relaxed"
      ? { contender: "ours", binary: name, shape: model.shape, file: models.file(model) }
      : { contender: "onnxruntime", shape: model.shape, file: models.file(model, name) };
  const figures = { file_bytes: models.size(model) };
  const jobs = Object.fromEntries(contenders.map((name) => [name, job(name)]));
  const loads = await loadTimes(host, jobs, rounds);
  for (const [name, ms] of Object.entries(loads)) figures[`load_ms_${name}`] = ms;
  figures.load_ratio_relaxed = Math.min(loads.plain, loads.optimised) / loads.relaxed;

  const rows = [];
  for (const threads of [1, 2]) {
    const empty = await peakBytes(host, { ...job("relaxed"), contender: "empty", threads });
    const peaks = {};
    for (const name of contenders) {
      peaks[name] = (await peakBytes(host, { ...job(name), threads })) - empty;
      figures[`peak_bytes_${threads}t_${name}`] = peaks[name];
    }
    const limit = 1.35 * figures.file_bytes + 100e6;
    const bytes = [...Object.values(peaks), limit, empty];
    rows.push([String(threads), ...bytes.map((n) => (n / 1e6).toFixed(0))]);
  }
  const times = Object.entries(loads).map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`);
  const ratio = figures.load_ratio_relaxed.toFixed(2);
  return {
    figures,
    text:
      `${(figures.file_bytes / 1e6).toFixed(0)} MB; load from memory: ${times.join(", ")}; ` +
      `ratio ${ratio}; peak above an empty Node:\n`,
    table: table(
      ["threads", ...contenders.map((name) => `${name} MB`), "1.35 file + 100 MB", "empty MB"],
      rows,
    ),
  };
}

/** Median milliseconds of loading, by turns. */
async function loadTimes(host, jobs, rounds) {
  const times = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
  for (let round = 0; round < rounds; ++round) {
    for (const [name, job] of Object.entries(jobs)) {
      const entrant = await host.open({ ...job, threads: 1, fromMemory: true });
      await entrant.close();
      times[name].push(entrant.loadMs);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/** The largest resident set of a process that loads the model from its file and runs it. */
export async function peakBytes(host, job) {
  const entrant = await host.open({ ...job, fromMemory: false });
  for (let i = 0; i < 3; ++i) await entrant.forward({ lengths: window });
  const bytes = await entrant.peakBytes();
  await entrant.close();
  return bytes;
}
