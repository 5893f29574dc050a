// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "./backend.js";
import type { ImportRuntime } from "./backends/onnx.js";
import { openCheckpoint } from "./checkpoint.js";
import type { CompiledCore } from "./compile.js";
import type { Core } from "./core.js";
import { keepChoice, measureDevices, recallChoice } from "./device_choice.js";
import type { DeviceChoices } from "./device_choice.js";
import { BackendError, ModelFileError } from "./errors.js";
import { FailoverBackend } from "./failover.js";
import { fetchModel } from "./fetch_model.js";
import { loadBackend } from "./load_backend.js";
import type { BackendLoad } from "./load_backend.js";
import type { ModelFiles } from "./model.js";
import { openQuantized } from "./quantized_cache.js";
import type { QuantizedCache } from "./quantized_cache.js";
import type { CallContext } from "./serve.js";
import type { BackendName, DeviceName, Dtype, PipelineInfo } from "./types.js";
import { findGpu } from "./webgpu/gpu.js";
import type { Gpu } from "./webgpu/gpu.js";
import { memoryFor } from "./weights.js";

/** A core with the model's tokenizer and configuration. */
export interface StartedCore {
  core: Core;
  threads: number;
}

export interface ModelLoad {
  compiled: CompiledCore;
  files: ModelFiles;
  configJson: string;
  device: DeviceName | "auto";
  backend: BackendName | "auto";
  dtype: Dtype | "auto";
  importRuntime: ImportRuntime;
  quantizedCache: QuantizedCache | undefined;
  deviceChoices: DeviceChoices | undefined;
  /** Starts the one core there is, `maxMemory` bytes at most; a second call gives the same. */
  startCore(maxMemory: number, context: CallContext): Promise<StartedCore>;
}

/** What `info()` says of them. */
export type Weights = Pick<
  PipelineInfo,
  "device" | "device_reason" | "weights" | "weights_reason" | "backend" | "dtype" | "kernel"
>;

export interface LoadedModel extends StartedCore {
  backend: Backend;
  /** Changes where a GPU is lost. */
  weights: Weights;
  /** Bytes of the weights' file. */
  size: number;
}

/**
 * Loads a model's weights where they are to run. Without a GPU that can, that is WebAssembly, and
 * `device_reason` says why; so it is when the GPU is lost later.
 */
export async function loadModel(load: ModelLoad, context: CallContext): Promise<LoadedModel> {
  if (load.device === "wasm") return loadOn(undefined, "asked for", load, context);
  const gpu = load.backend === "xnnpack" ? "xnnpack runs in WebAssembly" : await findGpu();
  if (typeof gpu === "string") return loadOn(undefined, gpu, load, context);
  try {
    if (load.device === "auto") return await loadFaster(gpu, load, context);
    return withFailover(await loadOn(gpu, `asked for; ${gpu.name}`, load, context), load);
  } catch (error) {
    return loadOn(undefined, whyNot(error, context), load, context);
  }
}

/** Rethrows what WebAssembly would not do better: an error of the model, an abort. */
function whyNot(error: unknown, { signal }: CallContext): string {
  signal.throwIfAborted();
  if (error instanceof BackendError || error instanceof ModelFileError) return error.message;
  throw error;
}

/** Measures once, and knows the next time. */
async function loadFaster(gpu: Gpu, load: ModelLoad, context: CallContext): Promise<LoadedModel> {
  const { files, backend, dtype, deviceChoices } = load;
  const key = [files.name, files.revision, backend, dtype, gpu.name].join("\n");
  const known = await recallChoice(deviceChoices, key);
  if (known?.device === "wasm") return loadOn(undefined, known.reason, load, context);
  const onGpu = await loadOn(gpu, known?.reason ?? "", load, context);
  if (known !== undefined) return withFailover(onGpu, load);
  try {
    const onWasm = await loadOn(undefined, "", load, context);
    const backends = { wasm: onWasm.backend, webgpu: onGpu.backend };
    const choice = await measureDevices(onGpu.core, backends, context.signal);
    await keepChoice(deviceChoices, key, choice);
    const chosen = choice.device === "wasm" ? onWasm : onGpu;
    await (choice.device === "wasm" ? onGpu : onWasm).backend.dispose();
    chosen.weights.device_reason = choice.reason;
    return choice.device === "wasm" ? chosen : withFailover(chosen, load);
  } catch (error) {
    await onGpu.backend.dispose();
    throw error;
  }
}

function withFailover(loaded: LoadedModel, load: ModelLoad): LoadedModel {
  const takeOver = async (error: BackendError, signal: AbortSignal): Promise<Backend> => {
    const context = { signal, onProgress: () => undefined };
    const next = await loadOn(undefined, error.message, load, context);
    Object.assign(loaded.weights, next.weights);
    return next.backend;
  };
  return { ...loaded, backend: new FailoverBackend(loaded.backend, takeOver) };
}

/** Compiles the GPU's programs, and finds out here what does not work there. */
async function warmUp(backend: Backend, { signal }: CallContext): Promise<void> {
  const length = 8;
  const windows = { ids: new Int32Array(length), lengths: Int32Array.of(length), cut: 0 };
  try {
    await backend.forward(windows, signal);
  } catch (error) {
    await backend.dispose().catch(() => undefined);
    throw error;
  }
}

async function loadOn(
  gpu: Gpu | undefined,
  reason: string,
  load: ModelLoad,
  context: CallContext,
): Promise<LoadedModel> {
  const { compiled, files, configJson, backend: name, dtype, importRuntime } = load;
  const choice = await fetchModel(files, { backend: name, dtype, gpu }, context);
  const { weights } = await openCheckpoint({ compiled, files, file: choice.file, ...context });
  try {
    const started = await load.startCore(memoryFor(choice, weights.size), context);
    const part: BackendLoad = {
      ...{ ...started, files, weights, choice, configJson, context, gpu, importRuntime },
    };
    const quantized = gpu ? undefined : await openQuantized(part, load.quantizedCache);
    const { backend, kernel, computed } = await loadBackend(part, quantized);
    if (gpu !== undefined) await warmUp(backend, context);
    return {
      ...{ ...started, backend, size: weights.size },
      weights: {
        device: gpu === undefined ? "wasm" : "webgpu",
        device_reason: reason,
        weights: choice.file,
        weights_reason: choice.reason,
        backend: backend.name,
        dtype: computed,
        kernel,
      },
    };
  } finally {
    await weights.close();
  }
}
