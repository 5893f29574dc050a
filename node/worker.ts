// SPDX-License-Identifier: Apache-2.0

import { parentPort } from "node:worker_threads";

import type * as Ort from "onnxruntime-web";

import { InternalError } from "../wasm/js/base/errors.js";
import { buffersOf } from "../wasm/js/rpc/protocol.js";
import type { Request } from "../wasm/js/rpc/protocol.js";
import { serve } from "../wasm/js/rpc/serve.js";
import { openQuantized } from "../wasm/js/worker/quantized_cache.js";
import { Session } from "../wasm/js/worker/session.js";
import { quantizedCache, quantizedFolder } from "./files/quantized_folder.js";
import { openModel } from "./hub/open_model.js";
import { processors } from "./processors.js";

const port = parentPort;
if (port === null) throw new InternalError("expected to run in a worker, found the main thread");

/** A variable, as bundlers would look for what need not be installed. */
const onnxruntime = "onnxruntime-web" as string;

const folder = quantizedFolder();
const cache = folder === undefined ? undefined : quantizedCache(folder);
serve(
  {
    post: (response) => {
      port.postMessage(response, buffersOf(response));
    },
    listen: (onRequest) =>
      port.on("message", (request: Request) => {
        onRequest(request);
      }),
  },
  new Session({
    cores: processors(),
    openModel,
    openQuantized: cache && ((load, isSuspect) => openQuantized(load, cache, isSuspect)),
    deviceChoices: undefined,
    keptTries: undefined,
    importRuntime: () =>
      import(/* webpackIgnore: true */ /* turbopackIgnore: true */ onnxruntime) as Promise<
        typeof Ort
      >,
    importWebgpu: () => import("../wasm/js/device/index.js"),
  }),
);
