// SPDX-License-Identifier: Apache-2.0

import { AssetError, EnvironmentError } from "../wasm/js/base/errors.js";
import { servedAdvice } from "./advice.js";
import { trustedName, trustedScript, watchPolicy } from "./policy.js";

/** A worker whose script may still turn out not to be there. */
export interface StartedWorker {
  worker: Worker;
  /** Why its script was not loaded, of which browsers say nothing; to be called at once. */
  unloadable: () => AssetError | EnvironmentError;
  /** It has been loaded, or is not wanted any more. */
  settle: () => void;
}

/**
 * Starts a module worker from its script. Browsers refuse scripts of another origin, as on a CDN: there
 * a Blob, which is of the page's origin, imports it. Errors: AssetError,
 * EnvironmentError.
 */
export function startWorker(url: URL): StartedWorker {
  const other = ["null", globalThis.origin].includes(url.origin) ? undefined : url.origin;
  const policy = watchPolicy("worker-src");
  return {
    worker: createWorker(url, other),
    unloadable: () => (policy.isViolated() ? forbidden(url, other) : missing(url, other)),
    settle: policy.end,
  };
}

function createWorker({ href }: URL, other: string | undefined): Worker {
  try {
    const script = trusted(other === undefined ? href : importing(href));
    return new Worker(script, { type: "module" });
  } catch (cause) {
    if (cause instanceof EnvironmentError) throw cause;
    throw new AssetError(
      `expected to start a worker from ${href}, found ${String(cause)}: ${advice()}`,
      { cause },
    );
  }
}

function trusted(url: string): string {
  try {
    return trustedScript(url);
  } catch (cause) {
    throw new EnvironmentError(
      `expected to start a worker from ${url}, found a content security policy whose trusted-types ` +
        `does not allow ours: add ${trustedName} to trusted-types`,
      { cause },
    );
  }
}

/** The address of a script that imports another; the page's worker may start from it. */
function importing(href: string): string {
  const code = `import ${JSON.stringify(href)};`;
  const type = "text/javascript";
  // A sandboxed frame, whose origin is none, cannot start one from its own Blobs.
  return globalThis.origin === "null"
    ? `data:${type},${encodeURIComponent(code)}`
    : URL.createObjectURL(new Blob([code], { type }));
}

function advice(): string {
  return servedAdvice("dist/web/worker.js, from the page's own origin,", "worker_url");
}

function forbidden({ href }: URL, other: string | undefined): EnvironmentError {
  return new EnvironmentError(
    other === undefined
      ? `expected to start a worker from ${href}, found a content security policy whose worker-src ` +
          "forbids it: add its origin to worker-src"
      : `expected to start a worker from ${href}, of another origin, by a Blob that imports it, found a ` +
          `content security policy whose worker-src forbids blob:: add blob: and ${other} to ` +
          `worker-src, and ${other} to script-src, or ${advice()}`,
  );
}

function missing({ href }: URL, other: string | undefined): AssetError {
  const found = `expected the worker's script at ${href}, found none that can be loaded`;
  return new AssetError(
    other === undefined
      ? `${found}: ${advice()}`
      : `${found} from another origin: its server has to allow that (Access-Control-Allow-Origin), and a ` +
          `content security policy to name ${other} in worker-src and script-src; or ${advice()}`,
  );
}
