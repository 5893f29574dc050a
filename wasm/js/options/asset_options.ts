// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import type { ModelCache } from "../base/types.js";

/** Where a browser finds the package's own files, and keeps those of models. */
export interface AssetSettings {
  wasmUrl: string | undefined;
  workerUrl: string | undefined;
  webgpuUrl: string | undefined;
  modelUrl: string | undefined;
  onnxruntimeUrl: string | undefined;
  cache: ModelCache | undefined;
}

export const assetOptionNames = [
  "wasm_url",
  "worker_url",
  "webgpu_url",
  "model_url",
  "onnxruntime_url",
  "cache",
] as const;

export function checkAssetOptions(given: Readonly<Record<string, unknown>>): AssetSettings {
  return {
    wasmUrl: checkUrl("wasm_url", given["wasm_url"]),
    workerUrl: checkUrl("worker_url", given["worker_url"]),
    webgpuUrl: checkUrl("webgpu_url", given["webgpu_url"]),
    modelUrl: checkUrl("model_url", given["model_url"]),
    onnxruntimeUrl: checkUrl("onnxruntime_url", given["onnxruntime_url"]),
    cache: checkCache(given["cache"]),
  };
}

/** May be relative to the page. */
function checkUrl(name: string, url: unknown): string | undefined {
  if (url === undefined || (typeof url === "string" && url !== "")) return url;
  if (url instanceof URL) return url.href;
  throw argumentError(name, "a URL", url);
}

function checkCache(cache: unknown): ModelCache | undefined {
  if (cache === undefined) return undefined;
  const { match, put } = Object(cache) as Partial<Record<keyof ModelCache, unknown>>;
  if (typeof match === "function" && typeof put === "function") return cache as ModelCache;
  throw argumentError(
    "cache",
    "an object with the methods match and put, as a Cache has them",
    cache,
  );
}
