// SPDX-License-Identifier: Apache-2.0

import type { ServerResponse } from "node:http";

import { ApiError } from "./api_error.js";

/** Whoever asked has hung up: there is nobody to answer. */
export class ClientGoneError extends Error {
  override readonly name = "ClientGoneError";
}

/**
 * Does a request's work under a signal that is aborted when its time is over, with a 504, or when the client hangs
 * up, so that nothing is computed for nobody.
 */
export async function withinDeadline<T>(
  response: ServerResponse,
  seconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new ApiError(504, `The request took more than ${seconds} s`));
  }, 1000 * seconds);
  const onClose = (): void => {
    if (!response.writableFinished) controller.abort(new ClientGoneError("the client hung up"));
  };
  response.once("close", onClose);
  try {
    if (response.destroyed) onClose();
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    response.off("close", onClose);
  }
}
