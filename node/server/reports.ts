// SPDX-License-Identifier: Apache-2.0

import type { FastifyInstance } from "fastify";

import { clientGone } from "./error_answers.js";
import type { RequestReport } from "./log.js";
import type { Metrics } from "./metrics.js";

/**
 * Writes a line of the log and counts a figure for each request, once its answer is through, or whoever asked has hung
 * up, which Fastify's own hook does not hear of. By its route, which is not what the client chose.
 */
export function addReports(app: FastifyInstance, metrics: Metrics): void {
  app.decorateRequest("report");
  app.addHook("onRequest", (request, reply, done) => {
    const report: RequestReport = {};
    request.setDecorator("report", report);
    reply.raw.once("close", () => {
      const status = reply.raw.writableFinished ? reply.statusCode : clientGone;
      const route = request.routeOptions.url ?? "none";
      metrics.answered(route, status, reply.elapsedTime / 1000);
      const milliseconds = Math.round(reply.elapsedTime);
      const line = { method: request.method, route, status, milliseconds };
      request.log.info(Object.assign(line, report), "request");
    });
    done();
  });
}
