// SPDX-License-Identifier: Apache-2.0

import type { GlueOptions } from "../base/glue_options.js";
import { OutOfMemoryError } from "../base/errors.js";
import type { CoreVariant } from "../base/types.js";
import type { CompiledCore } from "./compile.js";
import { Core } from "./core.js";
import type { CoreModule } from "./core_handle.js";

const maxAutoThreads = 4;

export interface LoadedCore {
  /** Its threads besides this one are still to be started. */
  core: Core;
  variant: CoreVariant;
}

export interface CoreOptions {
  /** Processors of this machine. */
  cores: number;
  /** Bytes that the WebAssembly memory may grow to. */
  maxMemory?: number | undefined;
}

const pageBytes = 2 ** 16;
const maxPages = 2 ** 16;

/** What the module was linked with. */
const initialPages = 256;

/** Enough for a tokenizer alone, its library's copy and its longest text. */
const defaultMaxMemory = 2 ** 30;

type CoreFactory = (
  options: GlueOptions & { wasmMemory: WebAssembly.Memory },
) => Promise<CoreModule>;

/**
 * Starts the compiled core. The glue is imported by run-time URL, so that no bundler touches it, and
 * only in a worker: it replaces the global `Worker`.
 */
export async function loadCore(
  { variant, module: wasm, glue }: CompiledCore,
  threads: number | "auto",
  { cores, maxMemory = defaultMaxMemory }: CoreOptions,
): Promise<LoadedCore> {
  const wanted = threadsToStart(glue, threads, cores);
  const { default: factory } = await importGlue(glue);

  const maximum = Math.min(maxPages, Math.ceil(maxMemory / pageBytes));
  const module = await instantiate(factory, wasm, maximum);
  return { core: new Core(module, wanted), variant };
}

/** Begins to load the glue, so that it is there when the model's files are. */
export function prepareCore({ glue }: CompiledCore): void {
  importGlue(glue).catch(() => undefined); // loadCore() says what is wrong with it
}

function importGlue(glue: string): Promise<{ default: CoreFactory }> {
  return import(/* webpackIgnore: true */ /* @vite-ignore */ glue) as Promise<{
    default: CoreFactory;
  }>;
}

/** How many the core is to run on, the caller's included. */
export function threadsToStart(glue: string, threads: number | "auto", cores: number): number {
  if (!canStartThreads(glue)) return 1;
  // Threads that share a processor wait for each other, and are slower than one.
  return Math.min(threads === "auto" ? maxAutoThreads : threads, Math.max(1, cores));
}

/**
 * A page that is not cross-origin isolated cannot share memory with threads. From another origin's script
 * a Blob starts them, which policies may forbid: not where this worker is a Blob itself. Node has no
 * such notions.
 */
function canStartThreads(glue: string): boolean {
  const { crossOriginIsolated, location } = globalThis as Partial<BrowserScope>;
  if (crossOriginIsolated === false) return false;
  if (location === undefined || location.protocol === "blob:") return true;
  return location.origin === new URL(glue).origin;
}

interface BrowserScope {
  crossOriginIsolated: boolean;
  location: { origin: string; protocol: string };
}

function ignore(): void {
  // nothing
}

/** Reserving all that WebAssembly can address fails on small devices. */
function reserveMemory(maximum: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: initialPages, maximum, shared: true });
  } catch (cause) {
    throw new OutOfMemoryError(
      `expected to reserve ${maximum * pageBytes} bytes of address space, found fewer`,
      { cause },
    );
  }
}

function instantiate(
  factory: CoreFactory,
  wasm: WebAssembly.Module,
  maximum: number,
): Promise<CoreModule> {
  return new Promise((resolve, reject) => {
    factory({
      wasmMemory: reserveMemory(maximum),
      // Whatever it has to say is in an error, and stderr is the program's.
      print: ignore,
      printErr: ignore,
      // The glue waits for `receive` without an error path of its own, so failures reject here.
      instantiateWasm: (imports, receive) => {
        WebAssembly.instantiate(wasm, imports).then((instance) => {
          receive(instance, wasm);
        }, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
