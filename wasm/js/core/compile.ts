// SPDX-License-Identifier: Apache-2.0

import type { CoreVariant } from "../base/types.js";
import { coreVariant } from "./core_variant.js";

/** The WebAssembly core, ready to be instantiated in this thread or, sent there, in another. */
export interface CompiledCore {
  variant: CoreVariant;
  module: WebAssembly.Module;
  /** Address of the module that instantiates it. */
  glue: string;
}

/** Reads one of the package's own files. */
export type ReadAsset = (url: URL) => Promise<Uint8Array<ArrayBuffer>>;

/** Where the two files of a core are. */
export interface CoreAddresses {
  wasm: URL;
  glue: URL;
}

/**
 * Compiles the core that suits this machine. On the caller's side of a worker this takes no time of
 * its own: it is done, off the thread, before the worker has started.
 */
export async function compileCore(
  readAsset: ReadAsset,
  addressesOf: (variant: CoreVariant) => CoreAddresses = besideThis,
): Promise<CompiledCore> {
  const variant = await coreVariant();
  const { wasm, glue } = addressesOf(variant);
  return { variant, module: await WebAssembly.compile(await readAsset(wasm)), glue: glue.href };
}

/** As the package has them. Not by literals: a bundler would take each file that they could name. */
function besideThis(variant: CoreVariant): CoreAddresses {
  const folder = import.meta.url.replace(/js\/core\/compile\.js$/, "");
  return {
    wasm: new URL(`${folder}core-${variant}.wasm`),
    glue: new URL(`${folder}core-${variant}.mjs`),
  };
}
