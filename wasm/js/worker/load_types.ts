// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backends/backend.js";
import type { ImportRuntime } from "../backends/onnx.js";
import type { CallContext } from "../base/call_context.js";
import type { RandomAccess } from "../base/random_access.js";
import type { BackendName, DeviceName, Dtype, PipelineInfo } from "../base/types.js";
import type { CompiledCore } from "../core/compile.js";
import type { Core } from "../core/core.js";
import type { ModelFiles } from "../files/model_files.js";
import type { Gpu } from "../webgpu/gpu.js";
import type { NamedWeights, WeightsChoice } from "../weights/choose_weights.js";
import type { WritableFile } from "../weights/convert_checkpoint.js";

/** Where a host keeps quantised weights, so that a model is quantised once. */
export interface QuantizedCache {
  /** Published weights of fewer bytes are not kept: quantising them again is quicker. */
  readonly leastBytes: number;
  /**
   * Undefined where nothing is kept under the key. What is damaged is named, to be kept anew; of what is
   * suspect the hash is compared whatever its size and time are.
   */
  open(key: string, isSuspect: boolean): Promise<KeptFile | { damaged: string } | undefined>;
  /** Keeps what `write` writes of `source`, a file's identity, in full or not at all. */
  keep(key: string, source: string, write: (output: WritableFile) => Promise<void>): Promise<void>;
}

/** A file that is kept, and its name for messages. */
export interface KeptFile {
  file: RandomAccess;
  name: string;
}

/** What is kept of weights, or a remark that says why it is not. */
export interface Kept {
  kept: KeptFile | undefined;
  remarks: readonly string[];
}

/** Where a host keeps which device was the faster one for a model. */
export interface DeviceChoices {
  get(key: string): Promise<string | undefined>;
  set(key: string, choice: string): Promise<void>;
}

/** A model that a GPU runs, or that was found to run faster in WebAssembly; or why it has to run there. */
export type GpuLoad = { loaded: LoadedModel } | { reason: string };

/** What device/index.ts exports: a bundle of its own in browsers. */
export interface WebgpuModule {
  loadOnGpu: (load: ModelLoad, loader: Loader, context: CallContext) => Promise<GpuLoad>;
  loadOnnx: (load: BackendLoad) => Promise<LoadedBackend>;
}

/** How a host comes by it; rejects with a BackendError where it is not to be had. */
export type ImportWebgpu = () => Promise<WebgpuModule>;

export interface BackendLoad {
  /** Has the configuration. */
  core: Core;
  files: ModelFiles;
  checkpoint: RandomAccess;
  choice: WeightsChoice;
  configJson: string;
  /** Where to compute instead of WebAssembly. */
  gpu: Gpu | undefined;
  importRuntime: ImportRuntime;
  importWebgpu: ImportWebgpu;
  context: CallContext;
}

export interface LoadedBackend {
  backend: Backend;
  kernel: string | undefined;
  /** What products are computed in. */
  computed: PipelineInfo["dtype"];
  /** Which part of the products' parameters is stored in 8 bits or fewer; of ONNX files only. */
  quantized: number | undefined;
  remarks: readonly string[];
}

/**
 * The q8 file that is kept of published weights, made where there is none yet; quantized_cache.ts has it. One
 * that could not be loaded is suspect.
 */
export type OpenQuantized = (load: BackendLoad, isSuspect: boolean) => Promise<Kept>;

export interface ModelLoad {
  compiled: CompiledCore;
  files: ModelFiles;
  configJson: string;
  /** How many WebAssembly is to run on. */
  threads: number;
  device: DeviceName | "auto";
  backend: BackendName | "auto";
  dtype: Dtype | "auto";
  weights: NamedWeights | undefined;
  importRuntime: ImportRuntime;
  importWebgpu: ImportWebgpu;
  openQuantized: OpenQuantized | undefined;
  deviceChoices: DeviceChoices | undefined;
  /**
   * Starts the one core there is, `maxMemory` bytes at most, with the model's tokenizer and
   * configuration; a second call gives the same.
   */
  startCore(maxMemory: number, context: CallContext): Promise<Core>;
}

/** What `info()` says of them. */
export type WeightsInfo = Pick<
  PipelineInfo,
  | "device"
  | "device_reason"
  | "weights"
  | "weights_reason"
  | "backend"
  | "dtype"
  | "quantized"
  | "kernel"
  | "remarks"
>;

export interface LoadedModel {
  core: Core;
  backend: Backend;
  /** Changes where a GPU is lost. */
  weightsInfo: WeightsInfo;
  /** Bytes of the weights' file. */
  size: number;
}

/** Loads a model's weights onto this GPU, or into WebAssembly; `reason` is for `info()`. */
export type LoadOn = (
  gpu: Gpu | undefined,
  reason: string,
  load: ModelLoad,
  context: CallContext,
) => Promise<LoadedModel>;

/** Lent to webgpu.js, which has no copies of these. */
export interface Loader {
  loadOn: LoadOn;
  choiceKey: (
    gpu: Pick<Gpu, "hasFloat16" | "name">,
    load: Pick<ModelLoad, "files" | "configJson" | "backend" | "dtype" | "weights" | "threads">,
  ) => Promise<string>;
}
