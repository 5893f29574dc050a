// SPDX-License-Identifier: Apache-2.0

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { EntityList } from "../../wasm/js/base/types.js";
import { ApiError } from "./api_error.js";
import { withinDeadline } from "./deadline.js";
import { reportTexts } from "./log.js";
import type { RequestReport } from "./log.js";
import { addMaskRoutes, maskPaths } from "./mask_routes.js";
import type { MaskContext } from "./mask_routes.js";
import type { Metrics } from "./metrics.js";
import type { ModelRegistry } from "./model_registry.js";
import { openApi } from "./openapi.js";
import { readRequest } from "./request_body.js";

export interface RouteContext extends MaskContext {
  metrics: Metrics;
}

/** `/models/owner/name`, and the older `/pipeline/token-classification/owner/name`. */
const modelRoutes = ["/models/*", "/pipeline/token-classification/*"];

/** Puts all addresses of the server into it. */
export function addRoutes(app: FastifyInstance, context: RouteContext): void {
  const { settings, registry, metrics } = context;
  // The body is read as bytes, and by the API's own rules.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => {
    done(null, body);
  });

  for (const route of modelRoutes) {
    app.post<{ Params: { "*": string } }>(route, (request, reply) =>
      tag(request.params["*"].replace(/\/$/, ""), request, reply, context),
    );
  }
  const [first] = settings.models;
  if (first !== undefined) {
    app.post("/", (request, reply) => tag(first.id, request, reply, context));
  }

  addMaskRoutes(app, context);

  app.get("/health", () => ({ status: "ok" }));
  app.get("/metrics", (_, reply) => {
    void reply.type(metrics.contentType);
    return metrics.text();
  });
  app.get("/info", () => ({ version: settings.version, models: registry.states().map(describe) }));
  app.get("/openapi.json", () => openApi(settings.version));

  app.setNotFoundHandler((request) => {
    const [path = ""] = request.url.split("?");
    const isModel = ["/models/", "/pipeline/token-classification/"].some((prefix) =>
      path.startsWith(prefix),
    );
    const isMasking = Object.values<string>(maskPaths).includes(path);
    if (isModel || isMasking || path === "/") {
      throw new ApiError(405, "Expected POST, found another method", {
        headers: { allow: "POST" },
      });
    }
    throw new ApiError(404, "Not Found: /openapi.json says what there is");
  });
}

/** One model's entities: a list of records for a text, a list of such lists for a list. */
async function tag(
  id: string,
  request: FastifyRequest,
  reply: FastifyReply,
  { settings, registry }: RouteContext,
): Promise<EntityList | EntityList[]> {
  const { texts, isOne, parameters, waits } = readRequest(request.body, request.headers);
  const report = request.getDecorator<RequestReport>("report");
  reportTexts(report, texts);
  return withinDeadline(reply.raw, settings.timeout, (signal) =>
    registry.use(id, { waits, signal }, async (model) => {
      report.model = id;
      const begin = performance.now();
      const lists = await model.tag(texts, parameters, signal);
      void reply.headers({
        "x-compute-type": "cpu",
        "x-compute-time": ((performance.now() - begin) / 1000).toFixed(3),
      });
      return isOne ? (lists[0] ?? []) : lists;
    }),
  );
}

/** Without what names folders of this machine. */
function describe({
  id,
  state,
  memory,
  info,
}: ReturnType<ModelRegistry["states"]>[number]): object {
  const { revision, weights, backend, dtype, kernel, threads, labels, max_tokens } = info ?? {};
  const running = { revision, weights, backend, dtype, kernel, threads, labels, max_tokens };
  return Object.assign({ id, state, memory }, running);
}
