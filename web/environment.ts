// SPDX-License-Identifier: Apache-2.0
//
// What the package needs of a page or runtime, and what is said where that is missing or forbidden.

import { EnvironmentError } from "../wasm/js/base/errors.js";

/** Errors: EnvironmentError where no worker can be started, as in a service worker. */
export function refuseWithoutWorkers(): void {
  if ((globalThis as Partial<Scope>).Worker === undefined) throw missingWorkers();
}

export function missingWorkers(): EnvironmentError {
  const { registration, navigator } = globalThis as Partial<Scope>;
  if (registration !== undefined) {
    return new EnvironmentError(
      "expected a page, found a service worker, which cannot start workers: call it in a page; in an " +
        "extension, in an offscreen document (chrome.offscreen) to which the service worker sends texts",
    );
  }
  const runtime = navigator?.userAgent ?? "this runtime";
  return new EnvironmentError(
    `expected module workers and WebAssembly.compile, found no Worker in ${runtime}: call it in a page, ` +
      "or on a server with Node, Deno or Bun",
  );
}

/** What may be missing of the global scope. */
interface Scope {
  Worker: unknown;
  /** Service workers alone have it. */
  registration: unknown;
  navigator: { userAgent?: string };
}

/** The header of a module without anything in it: `\0asm`, version 1. */
const emptyModule = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** The error of a page whose policy does not let it compile WebAssembly; undefined for other causes. */
export function forbiddenWasm(cause: unknown): EnvironmentError | undefined {
  // By trying, as each browser has words of its own, and none for scripts of extensions within a page.
  try {
    new WebAssembly.Module(new Uint8Array(emptyModule));
    return undefined;
  } catch {
    return forbiddenBy(cause);
  }
}

function forbiddenBy(cause: unknown): EnvironmentError {
  const policy = "script-src 'self' 'wasm-unsafe-eval'";
  const isExtension = location.protocol.endsWith("-extension:");
  return new EnvironmentError(
    "expected a page that may compile WebAssembly, found a content security policy without " +
      "'wasm-unsafe-eval': " +
      (isExtension
        ? `write "content_security_policy": { "extension_pages": "${policy}" } into manifest.json`
        : `add it to the policy's script-src, as in ${policy}`),
    { cause },
  );
}
