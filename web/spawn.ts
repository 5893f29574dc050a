// SPDX-License-Identifier: Apache-2.0

import { AssetError } from "../wasm/js/base/errors.js";
import type { AssetSettings } from "../wasm/js/options/asset_options.js";
import type { WorkerPort } from "../wasm/js/rpc/client.js";
import type { Response as Answer } from "../wasm/js/rpc/protocol.js";
import {
  addressOf,
  embeddedAddresses,
  folderAddress,
  pageBase,
  webgpuAddress,
} from "./addresses.js";
import { serveCache } from "./cache_port.js";
import { watchLife } from "./life.js";
import type { Start } from "./start.js";

const advice =
  "in Vite, put 'xlmr-ner' into optimizeDeps.exclude; elsewhere serve the package's dist/web/worker.js " +
  "from the page's own origin, and name its address in worker_url";

/** Starts web/worker.ts. Throws an InvalidArgumentError for an address that is none, before it does. */
export function spawnWorker(assets: AssetSettings): WorkerPort {
  const { workerUrl, modelUrl, onnxruntimeUrl, cache } = assets;
  const addresses = {
    modelUrl: modelUrl && folderAddress("model_url", modelUrl),
    embedded: embeddedAddresses(modelUrl),
    webgpu: webgpuAddress(assets),
    onnxruntime: onnxruntimeUrl && addressOf("onnxruntime_url", onnxruntimeUrl).href,
  };
  const worker = createWorker(
    workerUrl === undefined ? undefined : addressOf("worker_url", workerUrl),
  );
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
      life?.end();
      return Promise.resolve();
    },
  };
}

function createWorker(url: URL | undefined): Worker {
  try {
    return url === undefined
      ? new Worker(new URL("./worker.js", import.meta.url), { type: "module" })
      : new Worker(url, { type: "module" });
  } catch (cause) {
    throw new AssetError(`expected to start a worker, found ${String(cause)}: ${advice}`, {
      cause,
    });
  }
}

/** A browser says nothing of why a script could not be loaded. */
function unloadable(): AssetError {
  return new AssetError(`expected the worker's script, found none that can be loaded: ${advice}`);
}
