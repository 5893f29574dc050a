// SPDX-License-Identifier: Apache-2.0
//
// One runtime with one model, in whatever host: what engine_child.mjs (Node) and engine_page.mjs
// (a browser's worker) do with a job. A job is
//
//   { contender: "ours" | "onnxruntime" | "empty", shape, threads, binary }
//
// and the weights come as { size, read(begin, end) → bytes }, from a file or from memory. A contender
// is a module contender_engine_CONTENDER.mjs with
//
//   load({ weights, shape, threads, binary }) → { kernel, forward({ ids, lengths }) → logits }
//
// where logits is a Float32Array, [sum(lengths), labels] row-major.
import { drawWindow } from "./counter_weights.mjs";

export async function enter({ contender, ...job }, weights) {
  const { load } = await import(`./contender_engine_${contender}.mjs`);
  const begin = performance.now();
  const engine = await load({ weights, ...job });
  const loaded = performance.now() - begin;
  return {
    ready: { ms: loaded, kernel: engine.kernel },
    /** One forward pass of windows of these lengths; the same ids each time and for all. */
    async forward({ lengths, wantLogits }) {
      const windows = lengths.map((n, i) => drawWindow(`windows/${i}`, n, job.shape.vocab));
      const ids = Int32Array.from(windows.flatMap((window) => [...window]));
      const start = performance.now();
      const logits = await engine.forward({ ids, lengths: Int32Array.from(lengths) });
      const ms = performance.now() - start;
      return { ms, ...(wantLogits && { logits: [...logits] }) };
    },
  };
}

/** Weights that are in memory. */
export const inMemory = (bytes) => ({
  size: bytes.length,
  read: (begin, end) => bytes.subarray(begin, end),
});
