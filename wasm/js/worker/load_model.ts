// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backends/backend.js";
import type { CallContext } from "../base/call_context.js";
import { hasCode } from "../base/errors.js";
import { openCheckpoint } from "../weights/checkpoint.js";
import { memoryFor } from "../weights/choose_weights.js";
import { fetchModel } from "../weights/fetch_model.js";
import { choiceKey } from "./choice_key.js";
import { loadBackend } from "./load_backend.js";
import type { BackendLoad, GpuLoad, LoadOn, LoadedModel, ModelLoad } from "./load_types.js";

/**
 * Loads a model's weights where they are to run. Without a GPU that can, that is WebAssembly, and
 * `device_reason` says why; so it is when the GPU is lost later.
 */
export async function loadModel(load: ModelLoad, context: CallContext): Promise<LoadedModel> {
  const tried = await tryGpu(load, context);
  if ("loaded" in tried) return tried.loaded;
  return loadOn(undefined, tried.reason, { ...load, device: "wasm" }, context);
}

async function tryGpu(load: ModelLoad, context: CallContext): Promise<GpuLoad> {
  if (load.device === "wasm") return { reason: "asked for" };
  if (load.backend === "xnnpack") return { reason: "xnnpack runs in WebAssembly" };
  try {
    const { loadOnGpu } = await load.importWebgpu();
    return await loadOnGpu(load, { loadOn, choiceKey }, context);
  } catch (error) {
    return { reason: whyNot(error, context) };
  }
}

/** Rethrows what WebAssembly would not do better: an error of the model, an abort. */
function whyNot(error: unknown, { signal }: CallContext): string {
  signal.throwIfAborted();
  if (hasCode(error, "backend") || hasCode(error, "model_file")) return error.message;
  throw error;
}

/** Compiles the GPU's programs, and finds out here what does not work there. */
async function warmUp(backend: Backend, { signal }: CallContext): Promise<void> {
  const length = Math.min(8, backend.maxTokens ?? 8);
  const windows = { ids: new Int32Array(length), lengths: Int32Array.of(length), cut: 0 };
  try {
    await backend.forward(windows, signal);
  } catch (error) {
    await backend.dispose().catch(() => undefined);
    throw error;
  }
}

const loadOn: LoadOn = async (gpu, reason, load, context) => {
  const { compiled, files, configJson, device, backend: name, dtype, weights } = load;
  const { importRuntime, importWebgpu } = load;
  const request = { backend: name, dtype, weights, gpu };
  const choice = await fetchModel(files, request, context, configJson);
  const { checkpoint } = await openCheckpoint({
    compiled,
    files,
    file: choice.file,
    ...context,
    again: device !== "wasm", // by what takes over from a GPU, or is timed beside it
  });
  try {
    const [core] = await Promise.all([
      load.startCore(memoryFor(choice, checkpoint.size), context),
      checkpoint.read(0, Math.min(1, checkpoint.size), context.signal), // a browser brings the first of it while the core starts
    ]);
    const backendLoad: BackendLoad = {
      core,
      files,
      checkpoint,
      choice,
      configJson,
      context,
      gpu,
      importRuntime,
      importWebgpu,
    };
    const {
      backend,
      kernel,
      computed,
      quantized: share,
      remarks,
    } = await loadBackend(backendLoad, load.openQuantized);
    if (gpu !== undefined) await warmUp(backend, context);
    else if (device === "auto") await core.startThreads(); // it is about to be timed beside a GPU
    return {
      core,
      backend,
      size: checkpoint.size,
      weightsInfo: {
        device: gpu === undefined ? "wasm" : "webgpu",
        device_reason: reason,
        weights: choice.file,
        weights_reason: choice.reason,
        backend: backend.name,
        dtype: computed,
        quantized: share,
        kernel,
        remarks,
      },
    };
  } finally {
    await checkpoint.close();
  }
};
