// SPDX-License-Identifier: Apache-2.0
//
// Loading time, and the most memory that is resident while a model is loaded and runs, for a
// vocabulary of XLM-R's size. Each figure is of a fresh process. For the time the file's bytes are
// in memory before; for the memory each runtime reads them from the file as it likes.
import { median, table } from "./report.mjs";

const window = [128];

export async function runMemory({ host, model, form, rounds }, models) {
  const ours = { contender: "ours", binary: "relaxed", file: models.file(model) };
  const rival = { contender: "onnxruntime", file: models.file(model, form) };
  const loads = { ours: [], ort: [] };
  for (let round = 0; round < rounds; ++round) {
    loads.ours.push(await loadMs(host, { ...ours, shape: model.shape }));
    loads.ort.push(await loadMs(host, { ...rival, shape: model.shape }));
  }
  const figures = {
    load_ms_relaxed: median(loads.ours),
    load_ms_onnxruntime: median(loads.ort),
    load_ratio_relaxed: median(loads.ort) / median(loads.ours),
    file_bytes: models.size(model),
  };
  const limit = 1.35 * figures.file_bytes + 100e6;
  const rows = [];
  for (const threads of [1, 2]) {
    const peak = (job) => peakBytes(host, { ...job, shape: model.shape, threads });
    const empty = await peak({ contender: "empty", file: ours.file });
    const [one, other] = [(await peak(ours)) - empty, (await peak(rival)) - empty];
    figures[`peak_bytes_${threads}t_relaxed`] = one;
    figures[`peak_bytes_${threads}t_onnxruntime`] = other;
    rows.push([String(threads), ...[one, other, empty, limit].map((n) => (n / 1e6).toFixed(0))]);
  }
  const megabytes = (figures.file_bytes / 1e6).toFixed(0);
  const loading = Object.entries(loads).map(
    ([name, all]) => `${name} ${median(all).toFixed(0)} ms`,
  );
  return {
    figures,
    text: [
      `${megabytes} MB; load from memory: ${loading.join(", ")},`,
      `${figures.load_ratio_relaxed.toFixed(2)} x; peak above an empty Node:\n`,
    ].join(" "),
    table: table(
      ["threads", "ours MB", `ORT ${form} MB`, "empty Node MB", "1.35 file + 100 MB"],
      rows,
    ),
  };
}

async function loadMs(host, job) {
  const entrant = await host.open({ ...job, threads: 1, fromMemory: true });
  await entrant.close();
  return entrant.loadMs;
}

async function peakBytes(host, job) {
  const entrant = await host.open({ ...job, fromMemory: false });
  for (let i = 0; i < 3; ++i) await entrant.forward({ lengths: window });
  const bytes = await entrant.peakBytes();
  await entrant.close();
  return bytes;
}
