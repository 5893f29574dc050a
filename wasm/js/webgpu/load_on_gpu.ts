// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backend.js";
import type { LoadOn, LoadedModel, ModelLoad } from "../load_model.js";
import type { CallContext } from "../serve.js";
import { keepChoice, measureDevices, recallChoice } from "./device_choice.js";
import { FailoverBackend } from "./failover.js";
import type { TakeOver } from "./failover.js";
import { findGpu } from "./gpu.js";
import type { Gpu } from "./gpu.js";

/**
 * Loads a model with `loadOn` where it is to run: on the GPU, or where that is the faster one. In place of
 * a model that WebAssembly has to run, why that is. What fails is for the caller to judge.
 */
export async function loadOnGpu(
  load: ModelLoad,
  loadOn: LoadOn,
  context: CallContext,
): Promise<LoadedModel | string> {
  const gpu = await findGpu();
  if (typeof gpu === "string") return gpu;
  if (load.device === "auto") return loadFaster(gpu, load, loadOn, context);
  return withFailover(await loadOn(gpu, `asked for; ${gpu.name}`, load, context), load, loadOn);
}

/** Measures once, and knows the next time. */
async function loadFaster(
  gpu: Gpu,
  load: ModelLoad,
  loadOn: LoadOn,
  context: CallContext,
): Promise<LoadedModel | string> {
  const { files, backend, dtype, deviceChoices } = load;
  const key = [files.name, files.revision, backend, dtype, gpu.name].join("\n");
  const known = await recallChoice(deviceChoices, key);
  if (known?.device === "wasm") return known.reason;
  const onGpu = await loadOn(gpu, known?.reason ?? "", load, context);
  if (known !== undefined) return withFailover(onGpu, load, loadOn);
  try {
    const onWasm = await loadOn(undefined, "", load, context);
    const backends = { wasm: onWasm.backend, webgpu: onGpu.backend };
    const choice = await measureDevices(onGpu.core, backends, context.signal);
    await keepChoice(deviceChoices, key, choice);
    const chosen = choice.device === "wasm" ? onWasm : onGpu;
    await (choice.device === "wasm" ? onGpu : onWasm).backend.dispose();
    chosen.weights.device_reason = choice.reason;
    return choice.device === "wasm" ? chosen : withFailover(chosen, load, loadOn);
  } catch (error) {
    await onGpu.backend.dispose();
    throw error;
  }
}

function withFailover(loaded: LoadedModel, load: ModelLoad, loadOn: LoadOn): LoadedModel {
  const takeOver: TakeOver = async (error, signal): Promise<Backend> => {
    const context = { signal, onProgress: () => undefined };
    const next = await loadOn(undefined, error.message, load, context);
    Object.assign(loaded.weights, next.weights);
    return next.backend;
  };
  return { ...loaded, backend: new FailoverBackend(loaded.backend, takeOver) };
}
