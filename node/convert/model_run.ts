// SPDX-License-Identifier: Apache-2.0

import { createXnnpackBackend } from "../../wasm/js/backends/xnnpack.js";
import type { RandomAccess } from "../../wasm/js/base/random_access.js";
import type { Core } from "../../wasm/js/core/core.js";
import type { Precision, Windows } from "../../wasm/js/core/core_handle.js";
import { trimmedWeights } from "../trim/trimmed_weights.js";

/** Weights to run windows of tokens through. The core has the model's configuration. */
export interface ModelRun {
  core: Core;
  checkpoint: RandomAccess;
  /** Names it in errors. */
  where: string;
  configJson: string;
  precision: Precision;
  signal: AbortSignal;
  /** Bytes of the checkpoint. */
  onProgress: (loaded: number, total: number) => void;
}

/** Logits of each text, [tokens, labels]. What the core ran before is gone from its memory. */
export async function runModel(
  run: ModelRun,
  windows: readonly Windows[],
): Promise<Float32Array[]> {
  const { core, checkpoint, where, configJson, precision, signal } = run;
  const labels = core.labels().length;
  const backend = await createXnnpackBackend({
    core,
    checkpoint,
    where,
    configJson,
    labels,
    precision,
    signal,
    onProgress: (bytes) => {
      run.onProgress(bytes, checkpoint.size);
    },
  });
  const logits: Float32Array[] = [];
  for (const each of windows) logits.push(await backend.forward(each, signal));
  return logits;
}

/** `<s>`, `<pad>`, `</s>` and `<unk>`, which keep their ids. */
const specialIds = [0, 1, 2, 3];

/**
 * The same of published weights, with those rows of the token embeddings only that the windows have: of a large
 * model in float32 the others are a gigabyte.
 */
export async function runPublished(
  run: ModelRun,
  windows: readonly Windows[],
): Promise<Float32Array[]> {
  const ids = new Set([...specialIds, ...windows.flatMap((each) => [...each.ids])]);
  const kept = [...ids].sort((a, b) => a - b);
  const places = new Map(kept.map((id, place) => [id, place]));
  const renumbered = windows.map((each) => ({
    ...each,
    ids: each.ids.map((id) => places.get(id) ?? 0),
  }));
  const config = JSON.parse(run.configJson) as object;
  const configJson = JSON.stringify({ ...config, vocab_size: kept.length });
  return runModel(
    { ...run, checkpoint: await trimmedWeights({ ...run, kept }), configJson },
    renumbered,
  );
}
