// SPDX-License-Identifier: Apache-2.0
//
// Options as transformers.js 4.3.2 has them, and what of our own may stand beside them.

import type { AbortSignal, Blob } from "../base/host_types.js";
import type { AssetOptions, ModelCache, RemoteOptions } from "../base/types.js";
import type { ProgressInfo } from "./progress.js";

/** The names of number formats, by which transformers.js chooses an ONNX file. */
export type DataType =
  | "auto"
  | "fp32"
  | "fp16"
  | "q8"
  | "int8"
  | "uint8"
  | "q4"
  | "bnb4"
  | "q4f16"
  | "q2"
  | "q2f16"
  | "q1"
  | "q1f16";

/** Where transformers.js may compute. Here it is WebAssembly or WebGPU, whichever is the nearest. */
export type DeviceType =
  | "auto"
  | "gpu"
  | "cpu"
  | "wasm"
  | "webgpu"
  | "cuda"
  | "dml"
  | "coreml"
  | "webnn"
  | "webnn-npu"
  | "webnn-gpu"
  | "webnn-cpu";

/** A file of weights beside an ONNX file. */
export interface ExternalFile {
  /** What the ONNX file calls it. */
  path: string;
  /** Its bytes, or the path within the model of the file that has them. */
  data: Blob | Uint8Array | ArrayBuffer | string;
}

/** Where ONNX Runtime computes. */
export interface ExecutionProvider {
  /** `wasm`, `webgpu` and so on. */
  readonly name: string;
}

/** ONNX Runtime's options of a session; those that are not named here have no effect. */
export interface SessionOptions {
  /** Files of weights beside the ONNX file; those that are named alone are found without. */
  externalData?: readonly (ExternalFile | string)[] | undefined;
  /** Becomes `threads`. */
  intraOpNumThreads?: number | undefined;
  /** The first one becomes `device`, where that is not said. */
  executionProviders?: readonly (string | ExecutionProvider)[] | undefined;
}

/** What `pipeline()` of transformers.js may be told. */
export interface PretrainedModelOptions
  extends
    Pick<RemoteOptions, "endpoint" | "token" | "headers">,
    Pick<AssetOptions, "wasm_url" | "worker_url" | "webgpu_url" | "model_url" | "onnxruntime_url"> {
  /** Is told how far loading is. */
  progress_callback?: { listen(progress: ProgressInfo): void }["listen"] | null | undefined;
  /** Entries that replace those of the model's `config.json`. */
  config?: object | null | undefined;
  /** Node: where downloaded files are kept. */
  cache_dir?: string | null | undefined;
  /** Whether to use the model's own place and the cache only. Default false. */
  local_files_only?: boolean | undefined;
  /** A branch, tag or commit of the hub's repository. Default `main`. */
  revision?: string | undefined;
  /** The folder with the ONNX files. Default `onnx`. */
  subfolder?: string | null | undefined;
  /** The ONNX file's name without dtype and suffix. Default `model`. */
  model_file_name?: string | null | undefined;
  /** Where to compute, for all files or by their names. Default: WebAssembly. */
  device?: DeviceType | Readonly<Record<string, DeviceType>> | null | undefined;
  /** Which weights are taken, for all files or by their names. Default: 8 bits, or on a GPU float32. */
  dtype?: DataType | Readonly<Record<string, DataType>> | null | undefined;
  /** Version 2: `true` is the dtype `q8`, and `false` is `fp32`. */
  quantized?: boolean | undefined;
  /** Has no use here: an ONNX file says itself which files it needs. */
  use_external_data_format?:
    ExternalDataFormat | Readonly<Record<string, ExternalDataFormat>> | null;
  /** Options of ONNX Runtime's session. */
  session_options?: SessionOptions | object | undefined;
  /** How many threads there are, of this package. Default: `env.backends.onnx.wasm.numThreads`. */
  threads?: number | "auto" | undefined;
  /** Ends loading. */
  signal?: AbortSignal | undefined;
}

/** Whether there are files of weights beside an ONNX file, or how many. */
export type ExternalDataFormat = boolean | number;

/** What keeps downloads: a `Cache` is one. */
export type CustomCache = ModelCache;
