// SPDX-License-Identifier: Apache-2.0
// The engine of this package, or of an earlier checkout of it at `root`, without the tokenizer and the
// decoder around it.
import { configOf } from "./counter_weights.mjs";

export async function load({ weights, shape, threads, binary, dtype = "q8", root = "../.." }) {
  const { signal } = new AbortController();
  const { loadCore } = await import(`${root}/dist/wasm/js/core/start_core.js`);
  const { compileCore } = await import(`${root}/dist/wasm/js/core/compile.js`);
  const { createXnnpackBackend } = await import(`${root}/dist/wasm/js/backends/xnnpack.js`);
  const { validate } = WebAssembly;
  // compileCore chooses by wasm-feature-detect, which asks this.
  if (binary === "simd") WebAssembly.validate = () => false;
  const loaded = await loadCore(await compileCore(readAsset), threads, { cores: threads });
  WebAssembly.validate = validate;
  await loaded.core.startThreads();
  if (loaded.variant !== binary || loaded.core.threads !== threads) {
    throw new Error(
      `expected ${binary} and ${threads} threads, found ${loaded.variant} and ${loaded.core.threads}`,
    );
  }
  const backend = await createXnnpackBackend({
    core: loaded.core,
    checkpoint: weights,
    where: "benchmark",
    configJson: JSON.stringify(configOf(shape)),
    labels: shape.labels,
    precision: dtype,
    signal,
  });
  return {
    kernel: `${binary}, ${backend.kernel}`,
    forward: ({ ids, lengths }) => backend.forward({ ids, lengths, cut: 0 }, signal),
  };
}

/** From a file in Node, over HTTP in a browser. */
async function readAsset(url) {
  if (url.protocol !== "file:") return new Uint8Array(await (await fetch(url)).arrayBuffer());
  const { readFile } = await import("node:fs/promises");
  return readFile(url);
}
