// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from "node:crypto";
import type { AddressInfo, Socket } from "node:net";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { onAbort } from "../../wasm/js/base/on_abort.js";
import { Admission, bodyTooLarge } from "./admission.js";
import { ApiError } from "./api_error.js";
import { Connections } from "./connections.js";
import { ClientGoneError } from "./deadline.js";
import type { Libraries } from "./libraries.js";
import { createMetrics } from "./metrics.js";
import type { Metrics } from "./metrics.js";
import { ModelRegistry } from "./model_registry.js";
import { originsOf } from "./origins.js";
import { addRoutes, openRoutes } from "./routes.js";
import type { RequestReport } from "./routes.js";
import type { ServerSettings } from "./settings.js";
import { tokenCheck } from "./token.js";

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Takes no more requests, answers those that are there, and unloads the models; once `signal` is aborted all is cut. */
  close(signal?: AbortSignal): Promise<void>;
}

/** The status, in log and metrics, of a request that nobody waits for any more; nginx has it, too. */
const clientGone = 499;

/** Seconds between looks for connections whose time is over. */
const connectionCheck = 1;

/** Serves models as the Inference API does, until it is closed. Rejects where the address cannot be had. */
export async function startServer(
  settings: ServerSettings,
  libraries: Libraries,
): Promise<RunningServer> {
  const { host, port, maxBody, bodyTimeout } = settings;
  const { fastify, LogController } = libraries.fastify;
  const app: FastifyInstance = fastify({
    bodyLimit: maxBody,
    requestTimeout: 1000 * bodyTimeout,
    http: {
      connectionsCheckingInterval: 1000 * connectionCheck,
      requestTimeout: 1000 * bodyTimeout,
    },
    return503OnClosing: false, // clients repeat a 503 at once
    genReqId: () => randomUUID(),
    logger: loggerTo(settings),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "id" }),
    clientErrorHandler: refuseMalformed,
    frameworkErrors: (error, request, reply) => {
      sendError(error, request, reply, maxBody);
    },
  });
  const admission = new Admission(settings);
  const connections = new Connections(app.server);
  let metrics: Metrics | undefined = undefined;
  const registry = new ModelRegistry(
    Object.assign({}, settings, {
      onPass: (texts: number) => metrics?.passed(texts),
      onFailure: (id: string, error: unknown) => {
        const { cause } = error as Error;
        app.log.error({ model: id, error: describe(cause ?? error) }, "model failed");
      },
    }),
  );
  const loaded = (): number[] =>
    registry.states().flatMap((each) => (each.state === "loaded" ? [each.memory ?? 0] : []));
  metrics = createMetrics(libraries, {
    requests: () => admission.requests,
    loadedModels: () => loaded().length,
    modelBytes: () => loaded().reduce((sum, bytes) => sum + bytes, 0),
  });
  let isClosing = false;
  addReports(app, metrics, () => isClosing); // also of what is refused
  addGuards(app, settings, admission);
  app.setErrorHandler((error, request, reply) => {
    sendError(error, request, reply, maxBody);
  });
  addRoutes(app, { settings, registry, metrics });
  try {
    await app.listen({ host, port });
  } catch (error) {
    await registry.dispose();
    throw error;
  }
  return {
    url: urlOf(app.server.address() as AddressInfo),
    close: async (signal = new AbortController().signal) => {
      isClosing = true;
      const closed = app.close();
      connections.end();
      const forget = onAbort(signal, () => {
        connections.cut();
      });
      if (signal.aborted) connections.cut();
      await closed.finally(forget).finally(() => registry.dispose());
    },
  };
}

/** Who may ask, and how much there is room for. All of it is known before a body is read. */
function addGuards(app: FastifyInstance, settings: ServerSettings, admission: Admission): void {
  const origins = originsOf(settings.origins);
  const isAllowed = tokenCheck(settings.token);
  app.addHook("onRequest", (request, reply, done) => {
    const { origin, host, authorization } = request.headers;
    reply.headers(origins.headers(origin));
    reply.header("x-request-id", request.id);
    if (!origins.allows(origin, host)) {
      throw new ApiError(403, "Pages of this origin may not ask: --cors names those that may");
    }
    if (request.method === "OPTIONS" && settings.origins.length > 0) {
      void reply.code(204).headers(origins.preflight(origin)).send();
      return;
    }
    if (!openRoutes.includes(request.routeOptions.url ?? "") && !isAllowed(authorization)) {
      throw new ApiError(401, "Invalid credentials in Authorization header", {
        headers: {
          "www-authenticate": "Bearer",
          "x-error-message": "Invalid credentials in Authorization header",
        },
      });
    }
    if (request.method === "POST") {
      const isChunked = request.headers["transfer-encoding"] !== undefined;
      const length = isChunked ? undefined : (request.headers["content-length"] ?? "0");
      const leave = admission.enter(length);
      reply.raw.once("close", leave);
    }
    done();
  });
}

/** A line of the log and a figure for each request. */
function addReports(app: FastifyInstance, metrics: Metrics, isClosing: () => boolean): void {
  app.decorateRequest("report");
  app.addHook("onRequest", (request, reply, done) => {
    const report: RequestReport = {};
    request.setDecorator("report", report);
    // Also where whoever asked has hung up, which Fastify's own hook does not hear of.
    reply.raw.once("close", () => {
      const status = reply.raw.writableFinished ? reply.statusCode : clientGone;
      const route = request.routeOptions.url ?? "none";
      const { method } = request;
      metrics.answered(route, status, reply.elapsedTime / 1000);
      const line = { method, route, status, milliseconds: Math.round(reply.elapsedTime) };
      request.log.info(Object.assign(line, report), "request");
    });
    done();
  });
  app.addHook("onSend", (_, reply, __, done) => {
    if (isClosing()) reply.header("connection", "close");
    done();
  });
}

/** In the shape that the API's clients read. */
function sendError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  maxBody: number,
): void {
  const known = toApiError(error, maxBody);
  if (known === undefined) {
    request.log.error({ error: describe(error) }, "unexpected error");
  }
  const { status, headers, body } =
    known ?? new ApiError(500, "Internal error: the server's log says why");
  if (status >= 500 && known !== undefined) {
    request.log.error({ error: known.message }, "request failed");
  }
  // What is left of a body is read and dropped: closing the connection could take the answer with it.
  reply.removeHeader("connection");
  void reply.code(status).headers(headers).type("application/json; charset=utf-8").send(body);
}

function toApiError(error: unknown, maxBody: number): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof ClientGoneError) return new ApiError(clientGone, error.message);
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return bodyTooLarge(maxBody);
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return undefined;
  return new ApiError(statusCode, "Expected a well-formed request, found another");
}

/** What is no HTTP gets an answer, too, if it can. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] =
    error.code === "ERR_HTTP_REQUEST_TIMEOUT"
      ? ["408 Request Timeout", "The request took too long to come"]
      : error.code === "HPE_HEADER_OVERFLOW"
        ? ["431 Request Header Fields Too Large", "The request's headers are too large"]
        : ["400 Bad Request", "Expected HTTP, found something else"];
  const body = JSON.stringify({ error: message });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}

/** Lines of JSON. Texts and tokens are in no field. */
function loggerTo({ log }: ServerSettings): object {
  return {
    stream: log,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level: string) => ({ level }) },
    serializers: { req: () => undefined, res: () => undefined, err: describe },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
