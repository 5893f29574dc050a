// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import type { PipelineOptions } from "../base/types.js";
import type { GivenParts } from "../files/given_files.js";
import type { NamedWeights } from "../weights/choose_weights.js";
import { mostThreads } from "../options/load_options.js";
import { nearestDevice } from "./devices.js";
import { idleSettings, wasmFlags } from "./environment.js";
import type { TransformersEnvironment } from "./environment.js";
import type { ExternalFile, PretrainedModelOptions } from "./option_types.js";
import { hasNoEffect } from "./remarks.js";
import { formats, onnxFile, weightsFiles } from "./weights_files.js";
import type { OnnxName } from "./weights_files.js";

/** What goes to our own `pipeline()` as it is. */
const ownNames = [
  ...["endpoint", "token", "headers", "signal", "cache_quantized", "verify"],
  ...["wasm_url", "worker_url", "webgpu_url", "model_url", "onnxruntime_url"],
] as const;

const names: readonly string[] = [
  ...ownNames,
  ...[
    "progress_callback",
    "config",
    "cache_dir",
    "local_files_only",
    "revision",
    "device",
    "dtype",
  ],
  ...["subfolder", "use_external_data_format", "model_file_name", "session_options", "quantized"],
  "threads",
];

/** Of ONNX Runtime's options of a session, those that something is made of. */
const sessionNames = ["externalData", "intraOpNumThreads", "executionProviders"];

/** What options of transformers.js are in our own terms. */
export interface ReadOptions {
  options: PipelineOptions;
  weights: NamedWeights;
  given: GivenParts | undefined;
  /** The ONNX file of the dtype that was asked for; undefined where none was. */
  wanted: { dtype: string; file: string } | undefined;
  remarks: string[];
}

export interface OptionsHost {
  env: TransformersEnvironment;
  isBrowser: boolean;
  hasRuntime: (onnxruntimeUrl: unknown) => boolean;
}

type Given = Readonly<Record<string, unknown>>;

/**
 * Reads options of transformers.js 4.3.2, 3.8.1 and 2.17.2. Nothing that these know is refused: what has
 * no use here is said in `remarks`. Errors: InvalidArgumentError for a value of the wrong type.
 */
export function readOptions(
  options: PretrainedModelOptions | null | undefined,
  { env, isBrowser, hasRuntime }: OptionsHost,
): ReadOptions {
  const given = objectOf("pipeline options", options);
  const session = objectOf("session_options", given["session_options"]);
  const onnx = onnxNameOf(given);
  const own = Object.fromEntries(ownNames.map((name) => [name, given[name] ?? undefined]));
  const { device, remark } = nearestDevice(
    byFile("device", given["device"], onnx) ?? firstProvider(session),
  );
  const url = own["onnxruntime_url"] ?? runtimeUrl(env, device);
  const { format, dtype, remark: dtypeRemark } = formatOf(given, onnx);
  return {
    options: {
      ...own,
      onnxruntime_url: url as string | undefined,
      device,
      // Half precision is nearer to float32 than to 8 bits; a GPU has it.
      dtype: format === "fp32" || (format === "fp16" && device === "wasm") ? "fp32" : "auto",
      threads: threadsOf(given, session, env),
      cache_dir: (given["cache_dir"] ?? env.cacheDir ?? undefined) as string | undefined,
      ...(isBrowser && cacheOf(env)),
    },
    weights: weightsFiles({ format, onnx, hasRuntime: hasRuntime(url) }),
    given: givenParts(given, session, onnx),
    wanted: format && dtype ? { dtype, file: onnxFile(onnx, format) } : undefined,
    remarks: [
      ...[remark, dtypeRemark].filter((each) => each !== undefined),
      ...Object.keys(given)
        .filter((name) => !names.includes(name))
        .map(hasNoEffect),
      ...Object.keys(session)
        .filter((name) => !sessionNames.includes(name))
        .map((name) => hasNoEffect(`session_options.${name}`)),
      ...idleSettings(env).map((name) => hasNoEffect(`env.${name}`)),
      ...runtimeRemarks(env),
    ],
  };
}

function objectOf(what: string, value: unknown): Given {
  if (value === undefined || value === null) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Given;
  throw argumentError(what, "an object", value);
}

function onnxNameOf(given: Given): OnnxName {
  const text = (name: string, otherwise: string): string => {
    const value = given[name] ?? (name in given && name === "subfolder" ? "" : otherwise);
    if (typeof value === "string") return value;
    throw argumentError(name, "a string", value);
  };
  const folder = text("subfolder", "onnx").replace(/^(?:\.?\/)+|\/+$/g, "");
  return { folder: folder === "." ? "" : folder, name: text("model_file_name", "model") };
}

/** A value for all files, or that of this one. */
function byFile(what: string, value: unknown, { name }: OnnxName): string | undefined {
  if (value === undefined || value === null) return undefined;
  const own = typeof value === "object" ? (value as Given)[name] : value;
  if (own === undefined || own === null || typeof own === "string") return own ?? undefined;
  throw argumentError(what, "a name, or an object of names by file", own);
}

function formatOf(
  given: Given,
  onnx: OnnxName,
): {
  format: (typeof formats)[number] | undefined;
  dtype: string | undefined;
  remark: string | undefined;
} {
  const { quantized } = given;
  const older = typeof quantized === "boolean" ? (quantized ? "q8" : "fp32") : undefined;
  const dtype = byFile("dtype", given["dtype"], onnx) ?? older;
  const format = formats.find((each) => each === dtype);
  const isKnown = dtype === undefined || dtype === "auto" || format !== undefined;
  return { format, dtype, remark: isKnown ? undefined : `dtype '${dtype}' is 'auto' here` };
}

function firstProvider({ executionProviders }: Given): string | undefined {
  if (!Array.isArray(executionProviders)) return undefined;
  const [first] = executionProviders as unknown[];
  const name = typeof first === "string" ? first : (Object(first) as { name?: unknown }).name;
  return typeof name === "string" ? name : undefined;
}

function threadsOf(given: Given, session: Given, env: TransformersEnvironment): number | "auto" {
  const own = given["threads"] ?? undefined;
  if (own !== undefined) return own as number | "auto";
  // A client may set the number of processors; ONNX Runtime Web takes what is no count for nothing said.
  const asked: unknown = session["intraOpNumThreads"] ?? wasmFlags(env).numThreads;
  return Number.isInteger(asked) && Number(asked) > 0
    ? Math.min(Number(asked), mostThreads)
    : "auto";
}

/** ONNX Runtime's module lies beside its WebAssembly. */
function runtimeUrl(
  env: TransformersEnvironment,
  device: PipelineOptions["device"],
): string | undefined {
  const { wasmPaths } = wasmFlags(env);
  if (typeof wasmPaths !== "string") return undefined;
  const name = device === "wasm" ? "ort.wasm.min.mjs" : "ort.webgpu.min.mjs";
  return `${wasmPaths}${wasmPaths.endsWith("/") ? "" : "/"}${name}`;
}

function runtimeRemarks(env: TransformersEnvironment): string[] {
  return typeof wasmFlags(env).wasmPaths === "object"
    ? [
        "env.backends.onnx.wasm.wasmPaths has no effect here unless it is the folder with all of " +
          "onnxruntime-web's dist: name its module in the option onnxruntime_url",
      ]
    : [];
}

function cacheOf(env: TransformersEnvironment): Pick<PipelineOptions, "cache"> {
  const { useCustomCache, customCache, useBrowserCache } = env;
  if (useCustomCache && customCache !== null) return { cache: customCache };
  return useBrowserCache ? {} : { cache: none };
}

/** Keeps nothing. */
const none = {
  match: () => Promise.resolve(undefined),
  put: () => Promise.resolve(),
};

function givenParts(given: Given, session: Given, { folder }: OnnxName): GivenParts | undefined {
  const { config } = given;
  const files = new Map<string, Blob | string>();
  const external = session["externalData"];
  for (const each of Array.isArray(external) ? (external as unknown[]) : []) {
    if (typeof each === "string") continue; // the ONNX file names it, too
    const { path, data } = Object(each) as Partial<ExternalFile>;
    if (typeof path !== "string") {
      throw argumentError("session_options.externalData", "{ path, data }", each);
    }
    const name = path.replace(/^\.\//, "");
    for (const place of new Set([folder === "" ? name : `${folder}/${name}`, name])) {
      files.set(place, bytesOf(data));
    }
  }
  if ((config === undefined || config === null) && files.size === 0) return undefined;
  // A configuration of theirs has methods, which cannot be sent to a worker.
  const entries = config == null ? undefined : JSON.stringify(objectOf("config", config));
  return { config: entries === undefined ? undefined : (JSON.parse(entries) as Given), files };
}

function bytesOf(data: unknown): Blob | string {
  if (typeof data === "string") return data.replace(/^\.\//, "");
  if (data instanceof Blob) return data;
  const view = viewOf(data);
  if (view === undefined) {
    throw argumentError("session_options.externalData", "bytes, a Blob or a path", data);
  }
  // A Blob is not made of shared memory.
  return new Blob([isShared(view.buffer) ? view.slice() : (view as Uint8Array<ArrayBuffer>)]);
}

function viewOf(data: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return data instanceof ArrayBuffer || isShared(data)
    ? new Uint8Array(data as ArrayBuffer)
    : undefined;
}

/** Pages that are not isolated have no SharedArrayBuffer by that name. */
function isShared(data: unknown): boolean {
  return Object.prototype.toString.call(data) === "[object SharedArrayBuffer]";
}
