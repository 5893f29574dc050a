// SPDX-License-Identifier: Apache-2.0

import { DisposedError, WorkerError } from "../base/errors.js";
import { onAbort } from "../base/on_abort.js";
import type { PipelineInfo, Progress } from "../base/types.js";
import { fromErrorData } from "./protocol.js";
import type { Method, Params, Request, Response, Result } from "./protocol.js";

/** A worker as a host makes it. */
export interface WorkerPort {
  post(request: Request): void;
  /** Called once; `onFailure` is for a worker that crashed, exited or sent what cannot be read. */
  listen(onResponse: (response: Response) => void, onFailure: (cause: unknown) => void): void;
  /** Whether the worker keeps the process alive: it should only while it owes an answer. */
  keepAlive(needed: boolean): void;
  terminate(): Promise<void>;
  /**
   * Keeps the scripts of the worker and of its core (at `glue`), and gives what starts another worker of
   * them. Absent where they lie on the disk.
   */
  keepScripts?(glue: string): () => Promise<KeptWorker>;
}

/** A worker that was started from what had been kept, and where it finds its core's script. */
export interface KeptWorker {
  port: WorkerPort;
  glue: string;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

interface Pending {
  resolve(value: Result<Method>): void;
  reject(reason: unknown): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

/**
 * Calls into a worker as promises. Every call is settled exactly once: by its answer, by its signal,
 * by dispose(), or by the worker's end, whatever that was.
 */
export class Client {
  readonly #port: WorkerPort;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #info: PipelineInfo | undefined;
  /** Why no call can succeed any more. */
  #closed: DisposedError | WorkerError | undefined;
  #terminated: Promise<void> | undefined;

  constructor(port: WorkerPort) {
    this.#port = port;
    port.listen(
      (response) => {
        this.#receive(response);
      },
      (cause) => {
        this.#fail(cause);
      },
    );
    port.keepAlive(false);
  }

  /** Whether no call can succeed any more. */
  get isOver(): boolean {
    return this.#closed !== undefined;
  }

  /** What the worker last said of its model, after it was loaded. */
  get info(): PipelineInfo | undefined {
    return this.#info;
  }

  async call<M extends Method>(
    method: M,
    params: Params<M>,
    { signal, onProgress }: CallOptions = {},
  ): Promise<Result<M>> {
    signal?.throwIfAborted();
    if (this.#closed !== undefined) throw again(this.#closed);
    const id = this.#nextId++;
    let forget: (() => void) | undefined;
    try {
      return await new Promise<Result<M>>((resolve, reject) => {
        this.#pending.set(id, {
          resolve,
          reject,
          onProgress,
        });
        if (signal !== undefined) {
          forget = onAbort(signal, () => {
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the caller gave
            reject(signal.reason);
            this.#port.post({ type: "cancel", id });
          });
        }
        this.#port.keepAlive(true);
        this.#port.post({ type: "call", id, method, params });
      });
    } finally {
      forget?.();
      this.#pending.delete(id);
      this.#rest();
    }
  }

  /** Rejects what is pending and stops the worker. Further calls do no more. */
  dispose(): Promise<void> {
    this.#close(new DisposedError("expected a live object, found it disposed"));
    return (this.#terminated ??= this.#port.terminate());
  }

  #rest(): void {
    if (this.#pending.size === 0 && this.#closed === undefined) this.#port.keepAlive(false);
  }

  #receive(response: Response): void {
    // A call that was cancelled is gone from the map, and its answer is dropped.
    const pending = this.#pending.get(response.id);
    switch (response.type) {
      case "result":
        pending?.resolve(response.value);
        break;
      case "error":
        pending?.reject(fromErrorData(response.error));
        break;
      case "progress":
        this.#report(response.progress, pending);
        break;
      case "info":
        this.#info = response.info;
        break;
      case "stopped": {
        const error = fromErrorData(response.error);
        pending?.reject(error);
        this.#fail(error);
        break;
      }
    }
  }

  /** A callback that throws fails its own call, not the whole client. */
  #report(progress: Progress, pending: Pending | undefined): void {
    try {
      pending?.onProgress?.(progress);
    } catch (error) {
      pending?.reject(error);
    }
  }

  #fail(cause: unknown): void {
    const why = cause instanceof Error ? cause.message : String(cause);
    this.#close(new WorkerError(`the worker stopped: ${why}`, { cause }));
    this.#terminated ??= this.#port.terminate();
  }

  #close(error: DisposedError | WorkerError): void {
    this.#closed ??= error;
    for (const pending of this.#pending.values()) pending.reject(again(this.#closed));
    this.#pending.clear();
  }
}

/** A new error for each call, so that each has its own stack. */
function again(error: DisposedError | WorkerError): DisposedError | WorkerError {
  const Class = error instanceof DisposedError ? DisposedError : WorkerError;
  return new Class(error.message, error.cause === undefined ? undefined : { cause: error.cause });
}
