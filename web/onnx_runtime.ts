// SPDX-License-Identifier: Apache-2.0

import type * as Ort from "onnxruntime-web";

import { BackendError } from "../wasm/js/base/errors.js";

/**
 * ONNX Runtime Web from where the page says it is. Not by its name: a worker has no import map, and a
 * bundler would have to have it whether a page's models need it or not.
 */
export async function importRuntime(url: string | undefined): Promise<typeof Ort> {
  const advice =
    "serve the dist folder of onnxruntime-web, and name the address of its ort.wasm.min.mjs, or for " +
    "the device webgpu of its ort.webgpu.min.mjs, in onnxruntime_url";
  if (url === undefined) {
    throw new BackendError(`expected onnxruntime_url for ONNX Runtime, found none: ${advice}`);
  }
  try {
    return (await import(/* webpackIgnore: true */ /* @vite-ignore */ url)) as typeof Ort;
  } catch (cause) {
    throw new BackendError(
      `expected onnxruntime-web at ${url}, found ${String(cause)}: ${advice}`,
      {
        cause,
      },
    );
  }
}
