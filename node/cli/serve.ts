// SPDX-License-Identifier: Apache-2.0

import { isIP } from "node:net";

import { onAbort } from "../../wasm/js/base/on_abort.js";
import { pipeline } from "../index.js";
import { loadLibraries } from "../server/libraries.js";
import type { LoadWorker } from "../server/loaded_model.js";
import { startServer } from "../server/server.js";
import type { ServeCommand } from "./commands.js";
import { remoteOptions } from "./remote_options.js";
import { sharedThreads } from "./shared_threads.js";
import type { Terminal } from "./terminal.js";

/** Seconds that a request's body may take to come. */
const bodyTimeout = 60;

/**
 * `xlmr-ner serve`: the exit status. Once `stop` is aborted it takes no more requests and answers those that are there;
 * an abort of `signal` ends it at once.
 */
export async function serve(
  command: ServeCommand,
  version: string,
  { out, err }: Terminal,
  signal: AbortSignal,
  stop: AbortSignal,
): Promise<number> {
  const libraries = await loadLibraries();
  const { host, token } = command;
  if (token === undefined && !isLoopback(host)) {
    err.write(`xlmr-ner: anybody who can reach ${host} may ask: --token lets in who has it\n`);
  }
  const server = await startServer(
    Object.assign({}, command, { load: loaderOf(command), bodyTimeout, log: err, version }),
    libraries,
  );
  await out.line(JSON.stringify({ listening: server.url }));
  await aborted(AbortSignal.any([stop, signal]));
  await server.close(signal);
  return signal.aborted ? 130 : 0;
}

/** As `tag` loads them. */
function loaderOf(command: ServeCommand): LoadWorker {
  const { dtype } = command;
  const threads = sharedThreads(command);
  return (source, { signal, onProgress }) =>
    pipeline("token-classification", source, {
      ...remoteOptions(command),
      dtype,
      threads,
      signal,
      progress_callback: onProgress,
    });
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    onAbort(signal, resolve);
  });
}
