// SPDX-License-Identifier: Apache-2.0

import type { IncomingHttpHeaders } from "node:http";

import type { FastifyInstance } from "fastify";

import type { Admission } from "./admission.js";
import { ApiError } from "./api_error.js";
import { originsOf } from "./origins.js";
import { tokenCheck } from "./token.js";

/** What needs no token. */
const open = ["/health"];

export interface GuardSettings {
  /** Of pages that may ask. */
  origins: readonly string[];
  token: string | undefined;
}

const refused = "Invalid credentials in Authorization header";

/** Who may ask, and whether there is room for it: all of it is known before a body is read. */
export function addGuards(
  app: FastifyInstance,
  settings: GuardSettings,
  admission: Admission,
): void {
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
    if (!open.includes(request.routeOptions.url ?? "") && !isAllowed(authorization)) {
      throw new ApiError(401, refused, {
        headers: { "www-authenticate": "Bearer", "x-error-message": refused },
      });
    }
    if (request.method === "POST") {
      reply.raw.once("close", admission.enter(bodyLength(request.headers)));
    }
    done();
  });
}

/** Undefined for a body that does not say how long it will be. */
function bodyLength(headers: IncomingHttpHeaders): string | undefined {
  if (headers["transfer-encoding"] !== undefined) return undefined;
  return headers["content-length"] ?? "0";
}
