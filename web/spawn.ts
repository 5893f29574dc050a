// SPDX-License-Identifier: Apache-2.0

import type { AssetSettings } from "../wasm/js/options/asset_options.js";
import type { WorkerPort } from "../wasm/js/rpc/client.js";
import type { Response as Answer } from "../wasm/js/rpc/protocol.js";
import {
  addressOf,
  embeddedAddresses,
  folderAddress,
  pageBase,
  webgpuAddress,
  workerAddress,
} from "./addresses.js";
import { serveCache } from "./cache_port.js";
import { keepScript } from "./kept_scripts.js";
import { watchLife } from "./life.js";
import { refuseWithoutWorkers } from "./environment.js";
import type { Start, Started } from "./start.js";
import { startWorker } from "./worker_script.js";

/** Milliseconds until a worker says that it has started: of one that ends before, browsers tell nobody. */
const startTime = 60_000;

/**
 * Starts web/worker.ts, from the address `kept` where that is given. Throws an EnvironmentError where there
 * are no workers, and an InvalidArgumentError for an address that is none, before it does.
 */
export function spawnWorker(assets: AssetSettings, kept?: string): WorkerPort {
  refuseWithoutWorkers();
  const { modelUrl, onnxruntimeUrl, cache } = assets;
  const addresses = {
    modelUrl: modelUrl && folderAddress("model_url", modelUrl),
    embedded: embeddedAddresses(modelUrl),
    webgpu: webgpuAddress(assets),
    onnxruntime: onnxruntimeUrl && addressOf("onnxruntime_url", onnxruntimeUrl).href,
  };
  const { worker, unloadable, settle } = startWorker(
    kept === undefined ? workerAddress(assets) : new URL(kept),
  );
  const life = watchLife();
  const port = cache === undefined ? undefined : serveCache(cache);
  const start: Start = { ...addresses, life: life?.name, base: pageBase(), cache: port };
  worker.postMessage(start, port === undefined ? [] : [port]);
  let script: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    post: (request) => {
      worker.postMessage(request);
    },
    listen: (onResponse, onFailure) => {
      timer = setTimeout(() => {
        onFailure(`it did not start in ${startTime / 1000} s`);
      }, startTime);
      worker.addEventListener("message", ({ data }: MessageEvent<Answer | Started>) => {
        settle();
        if (!("script" in data)) {
          onResponse(data);
          return;
        }
        clearTimeout(timer);
        ({ script } = data);
        life?.follow(onFailure);
      });
      worker.addEventListener("messageerror", () => {
        onFailure("it sent what cannot be read");
      });
      worker.addEventListener("error", (event: Event) => {
        onFailure(event instanceof ErrorEvent ? (event.error ?? event.message) : unloadable());
      });
    },
    keepAlive: () => undefined, // a page lives as long as its user likes
    terminate: () => {
      clearTimeout(timer);
      worker.terminate();
      settle();
      life?.end();
      return Promise.resolve();
    },
    keepScripts: (glue) => {
      const keptGlue = keepScript(glue);
      const keptWorker = script === undefined ? undefined : keepScript(script);
      return async () => ({
        port: spawnWorker(assets, await keptWorker),
        glue: (await keptGlue) ?? glue,
      });
    },
  };
}
