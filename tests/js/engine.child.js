// SPDX-License-Identifier: Apache-2.0
// Runs the jobs of engine.test.js in a process of its own: the WebAssembly's glue needs one, and so
// do the engine's flags.
//
// A job is { shape, precision, windows, windowsPerCall, change } for the windows' ids and how many of
// them go into a call, and counter_weights.js's checkpoint of the shape, with the bytes of `change`
// in place of some tensors'; or the bytes `file` in place of that checkpoint. Where `failAt` is given,
// reading beyond it fails; `shift` is how many bytes into its buffer each range is. The answer has the logits, or the error's fields.

import { readFile } from "node:fs/promises";

import { createXnnpackBackend } from "#js/backends/xnnpack.js";
import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { configOf, makeCheckpoint } from "./counter_weights.js";

const signal = new AbortController().signal;

/** Reads with some tensors' bytes in place of those of the file. */
function changed(checkpoint, change) {
  const begin = 8 + Number(new DataView(checkpoint.read(0, 8).buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(checkpoint.read(8, begin)));
  const parts = Object.entries(change).map(([name, bytes]) => ({
    at: begin + header[name].data_offsets[0],
    bytes,
  }));
  return (from, to) => {
    const read = checkpoint.read(from, to);
    for (const { at, bytes } of parts) {
      const first = Math.max(from, at);
      const last = Math.min(to, at + bytes.length);
      if (first < last) read.set(bytes.subarray(first - at, last - at), first - from);
    }
    return read;
  };
}

function shifted(bytes, shift) {
  const buffer = new Uint8Array(shift + bytes.length);
  buffer.set(bytes, shift);
  return buffer.subarray(shift);
}

function weightsOf({ shape, change, file, failAt = Infinity, shift = 0 }) {
  const checkpoint = file && { size: file.length, read: (begin, end) => file.slice(begin, end) };
  const source = checkpoint ?? makeCheckpoint(shape);
  const read = change === undefined ? source.read : changed(source, change);
  return {
    size: source.size,
    read: async (begin, end) => {
      if (end > failAt) throw new Error("the disk is gone");
      return shifted(read(begin, end), shift);
    },
    close: async () => {},
  };
}

async function answer(core, job) {
  const { shape, precision, windows, windowsPerCall = windows.length } = job;
  const started = performance.now();
  const backend = await createXnnpackBackend({
    core,
    precision,
    signal,
    checkpoint: weightsOf(job),
    where: "model.safetensors",
    configJson: JSON.stringify(configOf(shape)),
    labels: 9,
  });
  const loaded = performance.now();
  const logits = [];
  for (let first = 0; first < windows.length; first += windowsPerCall) {
    const some = windows.slice(first, first + windowsPerCall);
    const lengths = Int32Array.from(some, (ids) => ids.length);
    const ids = Int32Array.from(some.flatMap((each) => [...each]));
    logits.push(...(await backend.forward({ ids, lengths, cut: 0 }, signal)));
  }
  return {
    logits: Float32Array.from(logits),
    kernel: backend.kernel,
    times: { load: loaded - started, run: performance.now() - loaded },
  };
}

process.once("message", async ({ threads, binary, maxMemory, jobs }) => {
  const { validate } = WebAssembly;
  if (binary === "simd") WebAssembly.validate = () => false;
  const compiled = await compileCore((url) => readFile(url));
  const { core, variant } = await loadCore(compiled, threads, { cores: threads, maxMemory });
  await core.startThreads();
  WebAssembly.validate = validate;
  const answers = [];
  for (const job of jobs) {
    const result = await answer(core, job).catch((error) => ({
      error: { name: error.name, code: error.code, message: error.message },
    }));
    answers.push({ variant, ...result });
  }
  process.send(answers, () => process.exit());
});
