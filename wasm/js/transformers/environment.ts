// SPDX-License-Identifier: Apache-2.0

import type { CustomCache } from "./option_types.js";

/** How much is said on the console, as numbers of transformers.js: what is below `env.logLevel` is not said. */
export const LogLevel = Object.freeze({
  /** All there is. */
  DEBUG: 10,
  /** Without what only developers want to know. */
  INFO: 20,
  /** Warnings and errors. */
  WARNING: 30,
  /** Errors alone. */
  ERROR: 40,
  /** Nothing. */
  NONE: 50,
});

/** Settings of ONNX Runtime Web's WebAssembly, as far as there is something for them to set. */
export interface OnnxWasmFlags {
  /** Threads; 0 or nothing is what `threads: 'auto'` is. */
  numThreads?: number | undefined;
  /** The folder that ONNX Runtime Web's `dist` is served from; becomes `onnxruntime_url`. */
  wasmPaths?: string | object | undefined;
  /** Has no use here: all runs in a worker. */
  proxy?: boolean | undefined;
  /** Others have no effect. */
  [name: string]: unknown;
}

/** What transformers.js 4.3.2 has as `env`. */
export interface TransformersEnvironment {
  /** The version of this package. */
  readonly version: string;
  /** Settings of what runs models. */
  backends: {
    /** Those of ONNX Runtime. */
    onnx: {
      /** Of its WebAssembly. */
      wasm: OnnxWasmFlags;
      /** Others have no effect. */
      [name: string]: unknown;
    };
  };
  /** One of `LogLevel`. Default: warnings. */
  logLevel: number;
  /** Whether models may come from elsewhere; `false` is `local_files_only` for all. Default true. */
  allowRemoteModels: boolean;
  /** The hub's address. */
  remoteHost: string;
  /** What follows it, with `{model}` and `{revision}` to be filled in. */
  remotePathTemplate: string;
  /** Whether a hub id is looked for in `localModelPath` first. Default: in Node. */
  allowLocalModels: boolean;
  /** The folder of models, a path or a URL. Default `/models/`. */
  localModelPath: string;
  /** Node: whether models may be files on the disk. */
  useFS: boolean;
  /** Whether a browser keeps downloads. Default true. */
  useBrowserCache: boolean;
  /** Has no effect: Node keeps downloads. */
  useFSCache: boolean;
  /** Node: where downloads are kept. Default: the cache that the Hugging Face tools share. */
  cacheDir: string | null;
  /** Whether `customCache` keeps downloads, in a browser. */
  useCustomCache: boolean;
  /** An object with the methods `match` and `put`. */
  customCache: CustomCache | null;
  /** Has no effect. */
  useWasmCache: boolean;
  /** Has no effect. */
  cacheKey: string;
  /** Has no effect. */
  experimental_useCrossOriginStorage: boolean;
  /** Has no effect: `token`, `headers` and `endpoint` of `pipeline()` say what requests are made with. */
  fetch: unknown;
}

/** @internal */
export const defaultRemote = {
  host: "https://huggingface.co/",
  path: "{model}/resolve/{revision}/",
};

/** What nothing comes of, where it is set: a default is what transformers.js has. */
const without = {
  useFSCache: true,
  useWasmCache: true,
  cacheKey: "transformers-cache",
  experimental_useCrossOriginStorage: false,
};

/** @internal */
export interface EnvironmentHost {
  readonly isBrowser: boolean;
  readonly version: string;
}

/** @internal */
export function createEnvironment({
  isBrowser,
  version,
}: EnvironmentHost): TransformersEnvironment {
  return {
    version,
    backends: { onnx: { wasm: {}, webgl: {}, webgpu: {} } },
    logLevel: LogLevel.WARNING,
    allowRemoteModels: true,
    remoteHost: defaultRemote.host,
    remotePathTemplate: defaultRemote.path,
    allowLocalModels: !isBrowser,
    localModelPath: "/models/",
    useFS: !isBrowser,
    useBrowserCache: isBrowser,
    cacheDir: null,
    useCustomCache: false,
    customCache: null,
    fetch: undefined,
    ...without,
  };
}

/** A client may have replaced the whole object by one without some parts. */
function onnxSettings({ backends }: TransformersEnvironment): Readonly<Record<string, unknown>> {
  const { onnx } = Object(backends) as { onnx?: object };
  return Object(onnx) as Readonly<Record<string, unknown>>;
}

/** @internal */
export function wasmFlags(env: TransformersEnvironment): OnnxWasmFlags {
  return Object(onnxSettings(env)["wasm"]) as OnnxWasmFlags;
}

/**
 * The settings that were made and have no effect, by their names.
 *
 * @internal
 */
export function idleSettings(env: TransformersEnvironment): string[] {
  const { fetch } = env;
  const onnx = onnxSettings(env);
  const top = Object.entries(without).filter(
    ([name, value]) => env[name as keyof typeof without] !== value,
  );
  const parts = ["webgl", "webgpu"].flatMap((part) =>
    Object.keys(Object(onnx[part]) as object).map((name) => `${part}.${name}`),
  );
  const known = ["numThreads", "wasmPaths", "proxy"];
  const flags = Object.keys(wasmFlags(env)).filter((name) => !known.includes(name));
  const others = Object.keys(onnx).filter((name) => !["wasm", "webgl", "webgpu"].includes(name));
  return [
    ...top.map(([name]) => name),
    ...(fetch === undefined ? [] : ["fetch"]),
    ...[...flags.map((name) => `wasm.${name}`), ...parts, ...others].map(
      (name) => `backends.onnx.${name}`,
    ),
  ];
}
