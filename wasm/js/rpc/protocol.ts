// SPDX-License-Identifier: Apache-2.0

import { HubError, InternalError, errorOf, isNerError } from "../base/errors.js";
import type { NerError } from "../base/errors.js";
import type { BackendName, DeviceName, Dtype, PipelineInfo, Progress } from "../base/types.js";
import type { CompiledCore } from "../core/compile.js";
import type { CoreInput } from "../core/core_handle.js";
import type { TaggedText, TaggedWords } from "../core/records.js";
import type { EncodedTexts, TextBatch } from "../core/text_batch.js";
import type { GivenParts } from "../files/given_files.js";
import type { ModelSource } from "../files/model_source.js";
import type { EncodeSettings } from "../options/load_options.js";
import type { RemoteSettings } from "../options/remote_options.js";
import type { TagSettings } from "../options/tag_options.js";
import type { WordSettings } from "../options/word_options.js";
import type { NamedWeights } from "../weights/choose_weights.js";

/**
 * What travels between a client and its worker. The client sends `call` and `cancel`; the worker
 * answers each call once, with `result` or `error`, after any number of `progress` and, where a GPU was
 * lost during the call, `info`. `stopped` is its last word: it can compute no more, and no call that is
 * not answered by then will be.
 */

/** The calls a worker takes. */
export interface Calls {
  loadClassifier: {
    params: {
      compiled: CompiledCore;
      model: ModelSource;
      remote: RemoteSettings;
      device: DeviceName | "auto";
      backend: BackendName | "auto";
      dtype: Dtype | "auto";
      weights: NamedWeights | undefined;
      given: GivenParts | undefined;
      cacheQuantized: boolean;
      verify: boolean;
      threads: number | "auto";
    };
    result: PipelineInfo;
  };
  classify: {
    params: { inputs: CoreInput[]; settings: TagSettings };
    result: TaggedText[];
  };
  scripts: {
    params: { text: string };
    /** Code points in each script, in the order of client/scripts.ts. */
    result: Uint32Array;
  };
  tagWords: {
    params: { lists: string[][]; settings: WordSettings; spans: boolean };
    result: TaggedWords[];
  };
  loadTokenizer: {
    params: {
      compiled: CompiledCore;
      model: ModelSource;
      remote: RemoteSettings;
      threads: number | "auto";
    };
    /** How many threads started, the worker's included. */
    result: { threads: number };
  };
  encode: {
    params: { texts: TextBatch; settings: EncodeSettings };
    result: EncodedTexts;
  };
  pieces: {
    params: { ids: Int32Array; compat: EncodeSettings["compat"] };
    result: string[];
  };
}

export type Method = keyof Calls;
export type Params<M extends Method> = Calls[M]["params"];
export type Result<M extends Method> = Calls[M]["result"];

export interface CallMessage<M extends Method = Method> {
  type: "call";
  id: number;
  method: M;
  params: Params<M>;
}

export type Request = CallMessage | { type: "cancel"; id: number };

export type Response =
  | { type: "result"; id: number; value: Result<Method> }
  | { type: "error"; id: number; error: ErrorData }
  | { type: "progress"; id: number; progress: Progress }
  | { type: "info"; id: number; info: PipelineInfo }
  /** `id` is the call during which it happened, 0 for none. */
  | { type: "stopped"; id: number; error: ErrorData };

/** The buffers of an answer's arrays: a worker keeps no copy, so they move instead of being cloned. */
export function buffersOf(response: Response): ArrayBuffer[] {
  if (response.type !== "result" || typeof response.value !== "object") return [];
  return Object.values(response.value)
    .filter((value) => ArrayBuffer.isView(value))
    .map((array) => array.buffer as ArrayBuffer); // none is shared: the core's arrays are copies
}

/** An error as plain data, because structured cloning loses subclasses. */
export interface ErrorData {
  code: string;
  message: string;
  stack: string | undefined;
  cause: string | undefined;
  status: number | undefined;
  url: string | undefined;
}

export function toErrorData(error: unknown): ErrorData {
  const known = isNerError(error) ? error : new InternalError(String(error), { cause: error });
  const cause: unknown = known.cause;
  return {
    code: known.code,
    message: known.message,
    stack: known.stack,
    // eslint-disable-next-line @typescript-eslint/no-base-to-string -- anything can be a cause
    cause: cause === undefined ? undefined : String(cause),
    status: known instanceof HubError ? known.status : undefined,
    url: known instanceof HubError ? known.url : undefined,
  };
}

export function fromErrorData(data: ErrorData): NerError {
  const { code, message, cause, status, url } = data;
  const error = errorOf(code, message, {
    status,
    url,
    ...(cause === undefined ? {} : { cause }),
  });
  if (data.stack !== undefined) error.stack = data.stack;
  return error;
}
