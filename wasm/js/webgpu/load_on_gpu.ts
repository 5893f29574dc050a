// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backend.js";
import type { LoadedModel, Loader, ModelLoad } from "../load_model.js";
import type { CallContext } from "../serve.js";
import { keepChoice, measureDevices, recallChoice } from "./device_choice.js";
import { FailoverBackend } from "./failover.js";
import type { TakeOver } from "./failover.js";
import { findGpu } from "./gpu.js";
import type { Gpu } from "./gpu.js";

/**
 * Loads a model with the loader where it is to run: on the GPU, or where that is the faster one. In place
 * of a model that WebAssembly has to run, why that is. What fails is for the caller to judge.
 */
export async function loadOnGpu(
  load: ModelLoad,
  loader: Loader,
  context: CallContext,
): Promise<LoadedModel | string> {
  const gpu = await findGpu();
  if (typeof gpu === "string") return gpu;
  if (load.device === "auto") return loadFaster(gpu, load, loader, context);
  const loaded = await loader.loadOn(gpu, `asked for; ${gpu.name}`, load, context);
  return withFailover(loaded, load, loader);
}

/** Measures once, and knows the next time. */
async function loadFaster(
  gpu: Gpu,
  load: ModelLoad,
  loader: Loader,
  context: CallContext,
): Promise<LoadedModel | string> {
  const { deviceChoices } = load;
  const key = await loader.choiceKey(gpu, load);
  const known = await recallChoice(deviceChoices, key);
  if (known?.device === "wasm") return known.reason;
  const onGpu = await loader.loadOn(gpu, known?.reason ?? "", load, context);
  if (known !== undefined) return withFailover(onGpu, load, loader);
  try {
    const onWasm = await loader.loadOn(undefined, "", load, context);
    const backends = { wasm: onWasm.backend, webgpu: onGpu.backend };
    const choice = await measureDevices(onGpu.core, backends, context.signal);
    await keepChoice(deviceChoices, key, choice);
    const chosen = choice.device === "wasm" ? onWasm : onGpu;
    await (choice.device === "wasm" ? onGpu : onWasm).backend.dispose();
    chosen.weights.device_reason = choice.reason;
    return choice.device === "wasm" ? chosen : withFailover(chosen, load, loader);
  } catch (error) {
    await onGpu.backend.dispose();
    throw error;
  }
}

function withFailover(loaded: LoadedModel, load: ModelLoad, { loadOn }: Loader): LoadedModel {
  const takeOver: TakeOver = async (error, signal): Promise<Backend> => {
    const context = { signal, onProgress: () => undefined };
    const next = await loadOn(undefined, error.message, load, context);
    Object.assign(loaded.weights, next.weights);
    return next.backend;
  };
  return { ...loaded, backend: new FailoverBackend(loaded.backend, takeOver) };
}
