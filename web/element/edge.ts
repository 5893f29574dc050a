// SPDX-License-Identifier: Apache-2.0
//
// The package and its element on edge runtimes (Cloudflare Workers, edge routes of Next.js), which have no
// workers and compile no WebAssembly while they run: it may be imported, and a call says so. It names none
// of the package's files, as bundlers for these runtimes compile what is named.

import { missingWorkers } from "../environment.js";

export * from "../../wasm/js/public.js";

/** Rejects with an EnvironmentError. */
export function pipeline(): Promise<never> {
  return Promise.reject(missingWorkers());
}

/** Rejects with an EnvironmentError. */
export const evaluate = pipeline;

export const Tokenizer = {
  /** Rejects with an EnvironmentError. */
  load: pipeline,
};

/** Registered nowhere: a page that is made on a server has the tag and nothing in it. */
export const NerWidget = Object;
