// SPDX-License-Identifier: Apache-2.0

/** The first message to a worker: what it cannot find out by itself. */
export interface Start {
  /** The name of a lock that the worker holds for as long as it lives; undefined without locks. */
  life: string | undefined;
  /** What relative addresses of models are relative to. */
  base: string;
  /** The folder that the page has named in `model_url`, if it has. */
  modelUrl: string | undefined;
  /** The addresses of the embedded model's files, by name. */
  embedded: Record<string, string>;
  /** The address of dist/web/webgpu.js. */
  webgpu: string;
  /** The address of ONNX Runtime Web's module, if the page has named it. */
  onnxruntime: string | undefined;
  /** A port to the cache that the page has given, if it has. */
  cache: MessagePort | undefined;
}

/** The worker's message once it holds the lock. */
export interface Started {
  /** The address of its script: a bundler may have given it any. */
  script: string;
}
