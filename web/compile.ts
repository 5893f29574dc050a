// SPDX-License-Identifier: Apache-2.0

import { AssetError, EnvironmentError } from "../wasm/js/base/errors.js";
import type { CompiledCore } from "../wasm/js/core/compile.js";
import { coreVariant } from "../wasm/js/core/core_variant.js";
import type { AssetSettings } from "../wasm/js/options/asset_options.js";
import { coreAddresses } from "./addresses.js";
import { servedAdvice } from "./advice.js";
import { forbiddenWasm } from "./environment.js";
import { watchPolicy } from "./policy.js";

const wasmType = "application/wasm";

/**
 * Compiles the core that suits this browser: while it arrives, where the server says that it is
 * WebAssembly. A page that comes in its place is told from a damaged file.
 */
export async function compileCore(
  { wasmUrl }: AssetSettings,
  signal: AbortSignal | undefined,
): Promise<CompiledCore> {
  const variant = await coreVariant();
  const { wasm, glue } = coreAddresses(variant, wasmUrl);
  return { variant, glue, module: await compileAt(wasm, signal) };
}

/** The WebAssembly at an address of the package's own. Errors: AssetError, EnvironmentError. */
export async function compileAt(
  wasm: string,
  signal: AbortSignal | undefined,
): Promise<WebAssembly.Module> {
  try {
    return await compile(wasm, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof AssetError || cause instanceof EnvironmentError) throw cause;
    throw forbiddenWasm(cause) ?? missing(wasm, String(cause), { cause });
  }
}

async function compile(url: string, signal: AbortSignal | undefined): Promise<WebAssembly.Module> {
  const response = await fetchCore(url, signal);
  const type = response.headers.get("content-type")?.split(";")[0]?.trim() ?? "no type";
  if (!response.ok) throw missing(url, `status ${response.status}`);
  if (type === wasmType) return WebAssembly.compileStreaming(response);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] === "<".charCodeAt(0)) throw missing(url, `a page (${type})`);
  return WebAssembly.compile(bytes);
}

async function fetchCore(url: string, signal: AbortSignal | undefined): Promise<Response> {
  const policy = watchPolicy("connect-src");
  try {
    return await fetch(url, signal === undefined ? {} : { signal });
  } catch (cause) {
    await new Promise((resolve) => setTimeout(resolve)); // a violation is told in a task of its own
    if (signal?.aborted === true || !policy.isViolated()) throw cause;
    throw new EnvironmentError(
      `expected to fetch ${url}, found a content security policy whose connect-src forbids it: add ` +
        `${new URL(url).origin} to connect-src`,
      { cause },
    );
  } finally {
    policy.end();
  }
}

function missing(url: string, found: string, options?: ErrorOptions): AssetError {
  const advice = navigator.onLine
    ? servedAdvice("dist/wasm", "wasm_url")
    : "the browser is offline";
  return new AssetError(`expected WebAssembly at ${url}, found ${found}: ${advice}`, options);
}
