// SPDX-License-Identifier: Apache-2.0

import { HubError, NerError } from "../../wasm/js/base/errors.js";
import type { ErrorCode } from "../../wasm/js/base/errors.js";

/** What an answer has besides its message. */
export interface ApiErrorDetails extends ErrorOptions {
  headers?: Readonly<Record<string, string>>;
  /** Seconds until a model will be there: with 503 alone. */
  estimatedTime?: number;
}

/**
 * A request that gets no entities: its status, and a message for whoever sent it. The body is that of the Inference
 * API, whose clients read `error` and `estimated_time`:
 *
 *     new ApiError(404, "Model a/b does not exist").body // { error: "Model a/b does not exist" }
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #estimatedTime: number | undefined;

  constructor(status: number, message: string, details: ApiErrorDetails = {}) {
    super(message, "cause" in details ? { cause: details.cause } : undefined);
    this.status = status;
    this.headers = details.headers ?? {};
    this.#estimatedTime = details.estimatedTime;
  }

  get body(): { error: string; estimated_time?: number } {
    const time = this.#estimatedTime;
    return time === undefined
      ? { error: this.message }
      : { error: this.message, estimated_time: time };
  }
}

/** What the sender did wrong; all else is a failure of this machine. */
const statuses: Partial<Record<ErrorCode, number>> = {
  invalid_argument: 400,
  text_too_long: 400,
  too_many_calls: 429,
};

/** Why there are no entities, once the model is there. */
export function errorOfTagging(error: unknown): unknown {
  if (!(error instanceof NerError)) return error;
  return new ApiError(statuses[error.code] ?? 500, error.message, { cause: error });
}

/**
 * Why a model is not there. Messages of files name folders of this machine, which are nobody else's business: the log
 * has them.
 */
export function errorOfLoading(id: string, error: unknown): unknown {
  if (!(error instanceof NerError)) return error;
  const cause = { cause: error };
  if (error.code === "model_not_found") {
    return new ApiError(404, `Model ${id} does not exist`, cause);
  }
  if (error instanceof HubError && (error.status === 401 || error.status === 403)) {
    return new ApiError(403, `Model ${id} is gated or private: its host refused it`, cause);
  }
  const isRemote = ["hub", "offline", "integrity"].includes(error.code);
  return new ApiError(
    isRemote ? 502 : 500,
    `Model ${id} could not be ${isRemote ? "fetched" : "loaded"} (${error.code}): the server's log says why`,
    cause,
  );
}
