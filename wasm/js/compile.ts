// SPDX-License-Identifier: Apache-2.0

import { relaxedSimd } from "wasm-feature-detect";

import type { CoreVariant } from "./types.js";

/** The WebAssembly core, ready to be instantiated in this thread or, sent there, in another. */
export interface CompiledCore {
  variant: CoreVariant;
  module: WebAssembly.Module;
}

/** Reads one of the package's own files. */
export type ReadAsset = (url: URL) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Compiles the core that suits this machine. On the caller's side of a worker this takes no time of
 * its own: it is done, off the thread, before the worker has started.
 */
export async function compileCore(readAsset: ReadAsset): Promise<CompiledCore> {
  const variant: CoreVariant = (await relaxedSimd()) ? "relaxed" : "simd";
  const bytes = await readAsset(new URL(`../core-${variant}.wasm`, import.meta.url));
  return { variant, module: await WebAssembly.compile(bytes) };
}
