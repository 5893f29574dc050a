// SPDX-License-Identifier: Apache-2.0
//
// The engine beside onnxruntime-web; see README.md.
//   npm run bench [-- [--quick] [--json] [--rounds N] [--loaded] [--section TEXT]]
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { drawLengths, realVocabulary, shapes } from "./counter_weights.mjs";
import { ChromiumHost } from "./engine_chromium.mjs";
import { runMemory } from "./engine_memory.mjs";
import { Models } from "./engine_models.mjs";
import { NodeHost } from "./engine_node.mjs";
import { runSection } from "./engine_section.mjs";
import { featuresOf, refuseLoad } from "./machine.mjs";
import { forms } from "./onnx_graph.mjs";
import { benchNode, ensureOwnPackages } from "./own_packages.mjs";

const { values: given } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    rounds: { type: "string" },
    loaded: { type: "boolean", default: false },
    section: { type: "string", default: "" },
  },
});
const rounds = Number(given.rounds ?? (given.quick ? 5 : 7));
const print = given.json ? console.error : console.log;

if (!given.loaded) refuseLoad();

const base = { name: "base", shape: { ...shapes.base, spread: "normal" }, dtype: "q8" };
const uniform = { name: "uniform", shape: shapes.base, dtype: "q8" };
const full = { ...base, name: "vocabulary", shape: { ...shapes.base, vocab: realVocabulary } };
const sizes = { 16: [16], 128: [128], 512: [512] };
const binaries = ["relaxed", "simd"];
const onThreads = (threads) => (threads === 1 ? "1 thread" : `${threads} threads`);
const batch = drawLengths("batch", 32, 8, 200);

ensureOwnPackages();
const scratch = mkdtempSync(join(tmpdir(), "xlmr-ner-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true }));
process.on("SIGINT", () => process.exit(130));
const models = new Models(scratch);
const host = new NodeHost(benchNode());
const { version, vnni } = host.describe();
const figures = {
  node: version,
  cpu: cpus()[0].model,
  avx_vnni: vnni,
  load_average: loadavg()[0],
  rounds,
};

/** Runs a section, prints it and keeps its figures; none where --section leaves it out. */
async function section(title, options) {
  if (!title.includes(given.section)) return undefined;
  const result = await runSection(
    { host, model: base, binaries, forms, rounds, suffix: [], ...options },
    models,
  );
  Object.assign(figures, result.figures);
  print(`\n## ${title}\n\n${result.table}\n`);
  print(`kernels: ${result.kernels.join("; ")}`);
  print(`logits apart by at most ${result.apart.toFixed(3)} standard deviations`);
  return result;
}

print(`Node ${version}, ${figures.cpu}`);
print(`AVX-VNNI in V8: ${vnni ? "yes" : "no"}; of the CPU: ${featuresOf().join(", ")}`);
print(`medians of ${rounds}; load average ${figures.load_average.toFixed(1)} before`);
if (given.quick) {
  const { kernels, fasterForm } = await section("base, q8, 1 thread", {
    threads: 1,
    sizes: { 128: [128] },
  });
  Object.assign(figures, { kernels, form: fasterForm });
} else {
  await everything();
}
if (given.json) console.log(JSON.stringify(figures));

async function everything() {
  const first = await section("base, q8, 1 thread", { threads: 1, sizes });
  const fasterForms = first === undefined ? forms : [first.fasterForm];
  const fewer = { forms: fasterForms, binaries: ["relaxed"], sizes: { 128: [128] } };
  Object.assign(figures, { kernels: first?.kernels, form: first?.fasterForm });
  await section("base, q8, 2 threads", { threads: 2, sizes });
  await section("base, q8, 2 threads, 32 texts of 8 to 200 tokens", {
    threads: 2,
    sizes: { batch },
    forms: fasterForms,
    rounds: 5,
    warmUps: 1,
  });
  const plain = {
    forms: fasterForms,
    suffix: ["no_vnni"],
    host: new NodeHost(benchNode(), ["--no-enable-avx-vnni"]),
  };
  for (const threads of [1, 2]) {
    const title = `base, q8, ${onThreads(threads)}, without AVX-VNNI`;
    await section(title, { ...plain, threads, sizes });
    await section(`${title}, 32 texts of 8 to 200 tokens`, {
      ...plain,
      threads,
      sizes: { batch },
      rounds: 5,
      warmUps: 1,
    });
  }
  await section("base with uniform weights, q8, 1 thread, without AVX-VNNI", {
    ...plain,
    ...fewer,
    threads: 1,
    model: uniform,
    suffix: ["uniform", "no_vnni"],
  });
  models.drop(uniform);
  for (const threads of [1, 2]) {
    const title = `base, q8, ${onThreads(threads)}, Chromium`;
    if (!ChromiumHost.present) print(`\n## ${title}\n\nskipped: found no Chromium`);
    else {
      const chromium = new ChromiumHost();
      figures.chromium = await chromium.describe();
      await section(`${title} ${figures.chromium}`, {
        ...fewer,
        threads,
        suffix: ["chromium"],
        host: chromium,
      });
    }
  }
  models.drop(base);
  for (const model of [
    { name: "base", shape: shapes.base, dtype: "fp32" },
    { name: "large", shape: shapes.large, dtype: "q8" },
  ]) {
    for (const threads of [1, 2]) {
      await section(`${model.name}, ${model.dtype}, ${onThreads(threads)}`, {
        ...fewer,
        threads,
        model,
        suffix: [model.name === "base" ? model.dtype : model.name],
      });
    }
    models.drop(model);
  }
  if (!"memory".includes(given.section)) return;
  const memory = await runMemory({ host, model: full, rounds: 5 }, models);
  Object.assign(figures, memory.figures);
  print(`\n## base, q8, ${realVocabulary} pieces\n\n${memory.text}\n${memory.table}`);
}
