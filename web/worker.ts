// SPDX-License-Identifier: Apache-2.0

import { buffersOf } from "../wasm/js/rpc/protocol.js";
import type { Request as Call, Response as Answer } from "../wasm/js/rpc/protocol.js";
import { serve } from "../wasm/js/rpc/serve.js";
import { Session } from "../wasm/js/worker/session.js";
import { browserCache } from "./blob_cache.js";
import { portCache } from "./cache_port.js";
import { deviceChoices } from "./device_choices.js";
import { embeddedModel, openEmbedded } from "./embedded_model.js";
import { keptTries } from "./kept_tries.js";
import { holdLife } from "./life.js";
import { importRuntime } from "./onnx_runtime.js";
import { openModel } from "./open_model.js";
import type { Start, Started } from "./start.js";
import { isPackaged, packagedTransport } from "./packaged.js";
import { webTransport as transport } from "./transport.js";
import { importWebgpu } from "./webgpu_module.js";

/** The global scope of a dedicated worker; TypeScript's library has it or a page's, not both. */
interface Scope {
  addEventListener(
    type: "message",
    listener: (event: MessageEvent<unknown>) => void,
    options?: AddEventListenerOptions,
  ): void;
  postMessage(message: Answer | Started, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as Scope;

/** The page's first message says how to begin; all others are calls. */
const begin = ({ life, base, modelUrl, embedded, webgpu, onnxruntime, cache }: Start): void => {
  const given = cache === undefined ? undefined : portCache(cache);
  const kept = given ?? browserCache();
  // The first call does not wait for it.
  const held = life === undefined ? Promise.resolve() : holdLife(life);
  void held.then(() => {
    scope.postMessage({ script: import.meta.url });
  });
  serve(
    {
      post: (answer) => {
        scope.postMessage(answer, buffersOf(answer));
      },
      listen: (receive) => {
        scope.addEventListener("message", ({ data }) => {
          receive(data as Call);
        });
      },
    },
    new Session({
      cores: navigator.hardwareConcurrency,
      openQuantized: undefined,
      deviceChoices: deviceChoices(kept),
      keptTries: keptTries(kept),
      importRuntime: () => importRuntime(onnxruntime),
      importWebgpu: () => importWebgpu(webgpu),
      openModel: (model, remote, options) =>
        model === embeddedModel
          ? // The browser's HTTP cache has these files, too, but takes 0.1 s to give 13 MB.
            Promise.resolve(
              openEmbedded({
                transport: isPackaged(modelUrl ?? base, base)
                  ? packagedTransport(transport)
                  : transport,
                cache: kept,
                name: modelUrl ?? model,
                addresses: embedded,
              }),
            )
          : openModel(model, remote, options, { transport, cache: kept, base }),
    }),
  );
};

scope.addEventListener(
  "message",
  ({ data }) => {
    begin(data as Start);
  },
  { once: true },
);
