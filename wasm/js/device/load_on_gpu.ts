// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backends/backend.js";
import type { CallContext } from "../base/call_context.js";
import { hasCode } from "../base/errors.js";
import { findGpu } from "../webgpu/gpu.js";
import type { Gpu } from "../webgpu/gpu.js";
import type { GpuLoad, LoadedModel, Loader, ModelLoad } from "../worker/load_types.js";
import { DeviceFailure, keepChoice, measureDevices, recallChoice } from "./device_choice.js";
import type { DeviceChoice } from "./device_choice.js";
import { FailoverBackend } from "./failover.js";
import type { TakeOver } from "./failover.js";

/**
 * Loads a model with the loader where it is to run: on the GPU, or where that is the faster one. What
 * fails is for the caller to judge.
 */
export async function loadOnGpu(
  load: ModelLoad,
  loader: Loader,
  context: CallContext,
): Promise<GpuLoad> {
  const gpu = await findGpu();
  if (typeof gpu === "string") return { reason: gpu };
  if (load.device === "auto") return loadFaster(gpu, load, loader, context);
  const loaded = await loader.loadOn(gpu, `asked for; ${gpu.name}`, load, context);
  return { loaded: withFailover(loaded, load, loader) };
}

/** Measures once, and knows the next time. */
async function loadFaster(
  gpu: Gpu,
  load: ModelLoad,
  loader: Loader,
  context: CallContext,
): Promise<GpuLoad> {
  const { deviceChoices } = load;
  const key = await loader.choiceKey(gpu, load);
  const known = await recallChoice(deviceChoices, key);
  if (known?.device === "wasm") return { reason: known.reason };
  const onGpu = await loader.loadOn(gpu, known?.reason ?? "", load, context);
  if (known !== undefined) return { loaded: withFailover(onGpu, load, loader) };
  let onWasm: LoadedModel;
  try {
    onWasm = await loader.loadOn(undefined, "", load, context);
  } catch (error) {
    if (context.signal.aborted) {
      await release(onGpu);
      throw error;
    }
    onGpu.weightsInfo.device_reason = wasmCannot(error);
    return { loaded: withFailover(onGpu, load, loader) };
  }
  const choice = await chooseOne(onGpu, onWasm, context.signal, (found) =>
    keepChoice(deviceChoices, key, found),
  );
  const isOnGpu = choice.device === "webgpu";
  await release(isOnGpu ? onWasm : onGpu);
  (isOnGpu ? onGpu : onWasm).weightsInfo.device_reason = choice.reason;
  return { loaded: isOnGpu ? withFailover(onGpu, load, loader) : onWasm };
}

/** One that fails while it is measured is not chosen, but may be the next time. */
async function chooseOne(
  onGpu: LoadedModel,
  onWasm: LoadedModel,
  signal: AbortSignal,
  keep: (choice: DeviceChoice) => Promise<void>,
): Promise<DeviceChoice> {
  try {
    const backends = { wasm: onWasm.backend, webgpu: onGpu.backend };
    const choice = await measureDevices(onGpu.core, backends, signal);
    await keep(choice);
    return choice;
  } catch (error) {
    const choice = signal.aborted ? undefined : withoutFailed(error);
    if (choice !== undefined) return choice;
    await Promise.all([release(onGpu), release(onWasm)]);
    throw error instanceof DeviceFailure ? error.cause : error;
  }
}

/** The one that did not fail; of a GPU's failures, those that WebAssembly would not share. */
function withoutFailed(error: unknown): DeviceChoice | undefined {
  if (!(error instanceof DeviceFailure)) return undefined;
  const { device, cause } = error;
  if (device === "wasm") return { device: "webgpu", reason: wasmCannot(cause) };
  return hasCode(cause, "backend") ? { device: "wasm", reason: cause.message } : undefined;
}

function wasmCannot(error: unknown): string {
  return `WebAssembly cannot: ${error instanceof Error ? error.message : String(error)}`;
}

/** What a backend says of its end is of no use: a lost GPU's is an error. */
function release({ backend }: LoadedModel): Promise<void> {
  return backend.dispose().catch(() => undefined);
}

function withFailover(loaded: LoadedModel, load: ModelLoad, { loadOn }: Loader): LoadedModel {
  const takeOver: TakeOver = async (error, signal): Promise<Backend> => {
    const context = { signal, onProgress: () => undefined };
    const next = await loadOn(undefined, error.message, load, context);
    Object.assign(loaded.weightsInfo, next.weightsInfo);
    return next.backend;
  };
  return { ...loaded, backend: new FailoverBackend(loaded.backend, takeOver) };
}
