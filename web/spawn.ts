// SPDX-License-Identifier: Apache-2.0

import type { AssetSettings } from "../wasm/js/options/asset_options.js";
import type { WorkerPort } from "../wasm/js/rpc/client.js";
import type { Response as Answer } from "../wasm/js/rpc/protocol.js";
import {
  addressOf,
  embeddedAddresses,
  pageBase,
  webgpuAddress,
  workerAddress,
} from "./addresses.js";
import { serveCache } from "./cache_port.js";
import { watchLife } from "./life.js";
import type { Start } from "./start.js";
import { refuseWithoutWorkers } from "./environment.js";
import { startWorker } from "./worker_script.js";

/**
 * Starts web/worker.ts. Throws an EnvironmentError where there are no workers, and an InvalidArgumentError
 * for an address that is none, before it does.
 */
export function spawnWorker(assets: AssetSettings): WorkerPort {
  refuseWithoutWorkers();
  const { modelUrl, onnxruntimeUrl, cache } = assets;
  const addresses = {
    embedded: embeddedAddresses(modelUrl),
    webgpu: webgpuAddress(assets),
    onnxruntime: onnxruntimeUrl && addressOf("onnxruntime_url", onnxruntimeUrl).href,
  };
  const { worker, unloadable, settle } = startWorker(workerAddress(assets));
  const life = watchLife();
  const port = cache === undefined ? undefined : serveCache(cache);
  const start: Start = { ...addresses, life: life?.name, base: pageBase(), cache: port };
  worker.postMessage(start, port === undefined ? [] : [port]);
  return {
    post: (request) => {
      worker.postMessage(request);
    },
    listen: (onResponse, onFailure) => {
      worker.addEventListener("message", (event: MessageEvent<Answer>) => {
        settle();
        life?.follow(onFailure);
        onResponse(event.data);
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
      worker.terminate();
      settle();
      life?.end();
      return Promise.resolve();
    },
  };
}
