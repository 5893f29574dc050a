// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";

import type { FastifyInstance } from "fastify";

import { onAbort } from "../../wasm/js/base/on_abort.js";
import { Admission } from "./admission.js";
import { Connections } from "./connections.js";
import { refuseMalformed, sendError } from "./error_answers.js";
import { addGuards } from "./guards.js";
import type { Libraries } from "./libraries.js";
import { describeError, loggerOptions } from "./log.js";
import { MaskThread } from "./mask_thread.js";
import { createMetrics } from "./metrics.js";
import { ModelRegistry } from "./model_registry.js";
import { addReports } from "./reports.js";
import { addRoutes } from "./routes.js";
import type { ServerSettings } from "./settings.js";

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Takes no more requests, answers those that are there, and unloads the models; once `signal` is aborted all is cut. */
  close(signal?: AbortSignal): Promise<void>;
}

/** Milliseconds between looks for connections whose time is over. */
const connectionCheck = 1000;

/** Serves models as the Inference API does, until it is closed. Rejects where the address cannot be had. */
export async function startServer(
  settings: ServerSettings,
  libraries: Libraries,
): Promise<RunningServer> {
  const app = createApp(settings, libraries);
  const connections = new Connections(app.server);
  const admission = new Admission(settings);
  const metrics = createMetrics(libraries, {
    requests: () => admission.requests,
    loadedModels: () => loadedBytes(registry).length,
    modelBytes: () => loadedBytes(registry).reduce((sum, bytes) => sum + bytes, 0),
  });
  const registry = new ModelRegistry(
    Object.assign({}, settings, {
      onPass: (texts: number) => {
        metrics.passed(texts);
      },
      onFailure: (id: string, error: unknown) => {
        const { cause = error } = error as Error;
        app.log.error({ model: id, error: describeError(cause) }, "model failed");
      },
    }),
  );
  const masking = new MaskThread();
  const dispose = async (): Promise<void> => {
    await Promise.all([registry.dispose(), masking.close()]);
  };
  addReports(app, metrics); // also of what is refused
  addGuards(app, settings, admission);
  addRoutes(app, { settings, registry, masking, metrics });
  let isClosing = false;
  app.addHook("onSend", (_, reply, __, done) => {
    if (isClosing) reply.header("connection", "close");
    done();
  });
  try {
    await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    url: urlOf(app.server.address() as AddressInfo),
    close: async (signal = new AbortController().signal) => {
      isClosing = true;
      const closed = app.close();
      connections.end();
      const cut = (): void => {
        connections.cut();
      };
      const forget = onAbort(signal, cut);
      if (signal.aborted) cut();
      await closed.finally(forget).finally(dispose);
    },
  };
}

function createApp(
  { maxBody, bodyTimeout, log }: ServerSettings,
  { fastify: { fastify, LogController } }: Libraries,
): FastifyInstance {
  const requestTimeout = 1000 * bodyTimeout;
  const app: FastifyInstance = fastify({
    bodyLimit: maxBody,
    requestTimeout,
    // Here it bounds the time of the headers, too: where that is longer, Node takes the one for the other.
    http: { connectionsCheckingInterval: connectionCheck, requestTimeout },
    return503OnClosing: false, // clients repeat a 503 at once
    genReqId: () => randomUUID(),
    logger: loggerOptions(log),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "id" }),
    clientErrorHandler: refuseMalformed,
    frameworkErrors: (error, request, reply) => {
      sendError(error, request, reply, maxBody);
    },
  });
  app.setErrorHandler((error, request, reply) => {
    sendError(error, request, reply, maxBody);
  });
  return app;
}

function loadedBytes(registry: ModelRegistry): number[] {
  return registry.states().flatMap(({ state, memory = 0 }) => (state === "loaded" ? [memory] : []));
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
