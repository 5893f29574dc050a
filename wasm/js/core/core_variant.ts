// SPDX-License-Identifier: Apache-2.0

import { relaxedSimd } from "wasm-feature-detect";

import type { CoreVariant } from "../base/types.js";

/** The WebAssembly binary that suits this machine. */
export async function coreVariant(): Promise<CoreVariant> {
  return (await relaxedSimd()) ? "relaxed" : "simd";
}
