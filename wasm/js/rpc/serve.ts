// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../base/call_context.js";
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

/** Answers calls one after another, in the order in which they came. */
export function serve(port: ServerPort, handlers: Handlers): void {
  const controllers = new Map<number, AbortController>();
  let last: Promise<unknown> = Promise.resolve();
  port.listen((request) => {
    if (request.type === "cancel") {
      controllers.get(request.id)?.abort();
      return;
    }
    const controller = new AbortController();
    controllers.set(request.id, controller);
    last = last
      .then(() => answer(request, handlers, port, controller.signal))
      .then(() => controllers.delete(request.id));
  });
}

/** Posts the answer, or why there is none: a result may be one that cannot be posted. */
async function answer<M extends Method>(
  { id, method, params }: CallMessage<M>,
  handlers: Handlers,
  port: ServerPort,
  signal: AbortSignal,
): Promise<void> {
  try {
    signal.throwIfAborted();
    const onProgress = (progress: Progress): void => {
      port.post({ type: "progress", id, progress });
    };
    const onInfo = (info: PipelineInfo): void => {
      port.post({ type: "info", id, info });
    };
    const value = await handlers[method](params, { signal, onProgress, onInfo });
    port.post({ type: "result", id, value });
  } catch (error) {
    port.post({ type: "error", id, error: toErrorData(error) });
  }
}
