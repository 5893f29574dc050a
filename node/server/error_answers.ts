// SPDX-License-Identifier: Apache-2.0

import type { Socket } from "node:net";

import type { FastifyReply, FastifyRequest } from "fastify";

import { bodyTooLarge } from "./admission.js";
import { ApiError } from "./api_error.js";
import { ClientGoneError } from "./deadline.js";
import { describeError } from "./log.js";

/** The status, in log and metrics, of a request that nobody waits for any more; nginx has it, too. */
export const clientGone = 499;

/** Answers with an error in the shape that the API's clients read. What is unexpected is told to the log alone. */
export function sendError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  maxBody: number,
): void {
  const known = toApiError(error, maxBody);
  if (known === undefined) {
    request.log.error({ error: describeError(error) }, "unexpected error");
  } else if (known.status >= 500) {
    request.log.error({ error: known.message }, "request failed");
  }
  const { status, headers, body } =
    known ?? new ApiError(500, "Internal error: the server's log says why");
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
export function refuseMalformed({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = malformed(code);
  const body = JSON.stringify({ error: message });
  const head = [
    `HTTP/1.1 ${status}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

/** By the codes of Node's HTTP server. */
function malformed(code: string | undefined): [status: string, message: string] {
  switch (code) {
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return ["408 Request Timeout", "The request took too long to come"];
    case "HPE_HEADER_OVERFLOW":
      return ["431 Request Header Fields Too Large", "The request's headers are too large"];
    default:
      return ["400 Bad Request", "Expected HTTP, found something else"];
  }
}
