// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../base/call_context.js";
import type { NerError } from "../base/errors.js";
import type { PipelineInfo, Progress } from "../base/types.js";
import { toErrorData } from "./protocol.js";
import type { CallMessage, Method, Params, Request, Response, Result } from "./protocol.js";

/** The worker's end of the port. */
export interface ServerPort {
  post(response: Response): void;
  listen(onRequest: (request: Request) => void): void;
}

/** What a call may say besides its answer. */
export interface AnswerContext extends CallContext {
  onInfo: (info: PipelineInfo) => void;
}

export type Handlers = {
  [M in Method]: (params: Params<M>, context: AnswerContext) => Result<M> | Promise<Result<M>>;
};

/** What a worker computes with, which may stop for good. */
export interface Engine {
  /** Whether it has. */
  isStopped(): boolean;
  /** Calls back once, when it is known why. */
  onStopped(report: (error: NerError) => void): void;
}

/**
 * Answers calls one after another, in the order in which they came, until the engine stops: the call
 * during which it did is answered by that news, and no later one is begun.
 */
export function serve(port: ServerPort, handlers: Handlers & Engine): void {
  const controllers = new Map<number, AbortController>();
  let last: Promise<unknown> = Promise.resolve();
  let running = 0;
  handlers.onStopped((error) => {
    port.post({ type: "stopped", id: running, error: toErrorData(error) });
  });
  const run = async (call: CallMessage, { signal }: AbortController): Promise<void> => {
    if (handlers.isStopped()) return;
    running = call.id;
    const response = await answer(call, handlers, port, signal);
    if (handlers.isStopped()) return;
    running = 0;
    postAnswer(port, response);
  };
  port.listen((request) => {
    if (request.type === "cancel") {
      controllers.get(request.id)?.abort();
      return;
    }
    const controller = new AbortController();
    controllers.set(request.id, controller);
    last = last.then(() => run(request, controller)).then(() => controllers.delete(request.id));
  });
}

/** Says why where a result is one that cannot be posted. */
function postAnswer(port: ServerPort, response: Response): void {
  try {
    port.post(response);
  } catch (error) {
    port.post({ type: "error", id: response.id, error: toErrorData(error) });
  }
}

/** A call's result, or why there is none. */
async function answer<M extends Method>(
  { id, method, params }: CallMessage<M>,
  handlers: Handlers,
  port: ServerPort,
  signal: AbortSignal,
): Promise<Response> {
  try {
    signal.throwIfAborted();
    const onProgress = (progress: Progress): void => {
      port.post({ type: "progress", id, progress });
    };
    const onInfo = (info: PipelineInfo): void => {
      port.post({ type: "info", id, info });
    };
    const value = await handlers[method](params, { signal, onProgress, onInfo });
    return { type: "result", id, value };
  } catch (error) {
    return { type: "error", id, error: toErrorData(error) };
  }
}
