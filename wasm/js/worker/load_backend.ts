// SPDX-License-Identifier: Apache-2.0

import { createXnnpackBackend } from "../backends/xnnpack.js";
import { hasCode } from "../base/errors.js";
import { readHeader } from "../weights/checkpoint_header.js";
import type { BackendLoad, Kept, LoadedBackend, OpenQuantized } from "./load_types.js";

/**
 * Loads the chosen weights into the backend that runs them, reporting progress, or what `openQuantized`
 * has kept of them in their place.
 */
export async function loadBackend(
  load: BackendLoad,
  openQuantized: OpenQuantized | undefined,
): Promise<LoadedBackend> {
  const { choice, gpu } = load;
  const isEngine = choice.backend === "xnnpack" && gpu === undefined;
  if (isEngine) return loadKept(load, openQuantized);
  const { loadOnnx } = await load.importWebgpu();
  return loadOnnx(load);
}

/** A copy that is found out here is damaged though its size and time are as they were. */
async function loadKept(
  load: BackendLoad,
  openQuantized: OpenQuantized | undefined,
): Promise<LoadedBackend> {
  const quantized = await openQuantized?.(load, false);
  try {
    return await loadXnnpack(load, quantized);
  } catch (error) {
    const mayBeCopy = hasCode(error, "invalid_checkpoint") || hasCode(error, "model_file");
    if (quantized?.kept === undefined || !mayBeCopy) throw error;
    return loadXnnpack(load, await openQuantized?.(load, true));
  }
}

async function loadXnnpack(load: BackendLoad, quantized: Kept | undefined): Promise<LoadedBackend> {
  const { core, checkpoint, choice, configJson, context } = load;
  const kept = quantized?.kept;
  const source = kept?.file ?? checkpoint;
  const labels = core.labels().length;
  const { precision } = choice;
  try {
    const published = kept === undefined ? undefined : await remarksOn(load); // kept is without them
    const backend = await createXnnpackBackend({
      core,
      checkpoint: source,
      where: kept?.name ?? whereOf(load),
      configJson,
      labels,
      precision,
      signal: context.signal,
      onProgress: reporter(load, source.size),
    });
    const remarks = [...(published ?? backend.remarks), ...(quantized?.remarks ?? [])];
    return { backend, kernel: backend.kernel, computed: precision, quantized: undefined, remarks };
  } finally {
    await kept?.file.close();
  }
}

/** Rejects where the checkpoint is not that of the configuration. */
async function remarksOn(load: BackendLoad): Promise<string[]> {
  const { core, checkpoint, configJson, context } = load;
  const where = whereOf(load);
  const header = await readHeader(core, checkpoint, where, context.signal);
  const labels = core.labels().length;
  return core.checkWeights(header, checkpoint.size, { configJson, labels, where });
}

export function whereOf({ files, choice }: BackendLoad): string {
  return `${files.name}/${choice.file}`;
}

export function reporter(
  { choice, context }: BackendLoad,
  total: number,
): (loaded: number) => void {
  return (loaded) => {
    context.onProgress({ phase: "read", file: choice.file, loaded, total });
  };
}
