// SPDX-License-Identifier: Apache-2.0
// A core whose memory is full early, in one of its threads alone: its glue, changed. What it brings about is
// what full memory and traps bring about, at a time and place that a test chooses.

import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** More than the models of the tests need, less than `greedy` does. */
const most = 64 * 2 ** 20;

/** Characters that become eighteen each: a text within all limits that needs some 150 MiB. */
export const greedy = "\uFDFA".repeat(70_000);

/** Keeps the core's own thread busy for a moment, so that another one takes the text behind it. */
export const filler = "Emma in Paris. ".repeat(4000);

/** A channel on which the core says when it failed, and whether it was in another thread. */
export const channelName = "xlmr-ner faults";

/**
 * The glue of a core that fails where memory would grow beyond 64 MiB, in its own thread ("main") or in
 * another one ("thread"): as full memory does, or by a trap.
 */
export function faultyGlue(text, { where, kind }) {
  const throwing = '{throw new RangeError("out of memory")}';
  if (!text.includes(throwing)) throw new Error(`expected ${throwing} in the glue, found none`);
  const error =
    kind === "full"
      ? 'new RangeError("out of memory")'
      : 'new WebAssembly.RuntimeError("unreachable")';
  const before = `
    const isCoreThread = globalThis.self?.name?.startsWith("em-pthread") ||
      (globalThis.process?.versions?.node && (await import("node:worker_threads")).workerData === "em-pthread");
    const growMemory = WebAssembly.Memory.prototype.grow;
    WebAssembly.Memory.prototype.grow = function (pages) {
      const isFull = this.buffer.byteLength + pages * 65536 > ${most};
      if (isFull && Boolean(isCoreThread) === ${where === "thread"}) throw new RangeError("full");
      return growMemory.call(this, pages);
    };
    const failCore = (error) => {
      const channel = new BroadcastChannel("${channelName}");
      channel.postMessage({ at: performance.timeOrigin + performance.now(), isThread: Boolean(isCoreThread) });
      channel.close();
      throw error;
    };`;
  return before + text.replace(throwing, `{failCore(${error})}`);
}

/** A folder for `wasm_url` that has such a core. */
export function faultyCore(options) {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-faults-"));
  for (const file of readdirSync(path.join(root, "dist/wasm"))) {
    const from = path.join(root, "dist/wasm", file);
    if (file.endsWith(".wasm")) cpSync(from, path.join(folder, file));
    if (!/^core-.*\.mjs$/.test(file)) continue;
    writeFileSync(path.join(folder, file), faultyGlue(readFileSync(from, "utf8"), options));
  }
  return folder;
}
