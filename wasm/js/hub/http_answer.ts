// SPDX-License-Identifier: Apache-2.0

import { OfflineError } from "../base/errors.js";
import { SlowError } from "./pace.js";
import type { Pace } from "./pace.js";
import { TransientError } from "./retry.js";

export interface HttpAnswerParts {
  model: string;
  response: Response;
  /** The address of the last redirect. */
  url: string;
  isOwn: boolean;
  watch: Watch;
  pace: Pace;
  /** What to look at where the connection breaks. */
  hint: string;
}

/** A response whose body can be read once; whoever does not read it calls cancel(). */
export class HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The address of the last redirect, without its query. */
  readonly url: string;
  /** Whether the server that was asked answers itself. */
  readonly isOwn: boolean;
  readonly #model: string;
  readonly #response: Response;
  readonly #watch: Watch;
  readonly #pace: Pace;
  readonly #hint: string;

  constructor({ model, response, url, isOwn, watch, pace, hint }: HttpAnswerParts) {
    this.#model = model;
    this.#hint = hint;
    this.status = response.status;
    this.headers = response.headers;
    this.url = withoutQuery(url);
    this.isOwn = isOwn;
    this.#response = response;
    this.#watch = watch;
    this.#pace = pace;
  }

  /** Whether a browser keeps most headers of it from scripts, Content-Encoding among them. */
  get hidesHeaders(): boolean {
    return this.#response.type === "cors";
  }

  /** The chunks as they come. Rejects with a TransientError where the connection breaks or stalls. */
  async *body(): AsyncGenerator<Uint8Array> {
    const reader = this.#response.body?.getReader();
    try {
      while (reader !== undefined) {
        const { done, value } = await this.#read(reader);
        if (done) return;
        yield value;
        // The time that the reader of this takes is not the server's.
        this.#watch.reset();
      }
    } finally {
      this.#watch.stop();
      await reader?.cancel().catch(() => undefined);
    }
  }

  /** The whole body, refused above `most` bytes. */
  async text(most: number): Promise<string | undefined> {
    const decoder = new TextDecoder();
    let text = "";
    let length = 0;
    for await (const chunk of this.body()) {
      length += chunk.length;
      if (length > most) return undefined;
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  }

  async cancel(): Promise<void> {
    this.#watch.stop();
    await this.#response.body?.cancel().catch(() => undefined);
  }

  async #read(
    reader: ReadableStreamDefaultReader<Uint8Array>,
  ): Promise<ReadableStreamReadResult<Uint8Array>> {
    try {
      return await this.#pace.wait(reader.read(), ({ value }) => value?.length ?? 0);
    } catch (cause) {
      throw unreachable(this.#model, this.url, cause, this.#hint, this.#watch.caller);
    }
  }
}

/** Aborts a request when nothing came for `patience` ms, or when the caller does. */
export class Watch {
  readonly caller: AbortSignal;
  readonly #controller = new AbortController();
  readonly #patience: number;
  readonly #onAbort = (): void => {
    this.#controller.abort(this.caller.reason);
  };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(patience: number, caller: AbortSignal) {
    caller.throwIfAborted();
    this.#patience = patience;
    this.caller = caller;
    caller.addEventListener("abort", this.#onAbort, { once: true });
    this.reset();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#controller.abort(new Error(`nothing for ${this.#patience} ms`));
    }, this.#patience);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.caller.removeEventListener("abort", this.#onAbort);
  }
}

export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, "");
}

/** The caller's own reason where it is the caller who aborted. */
export function unreachable(
  model: string,
  url: string,
  cause: unknown,
  hint: string,
  signal: AbortSignal,
): unknown {
  signal.throwIfAborted();
  const message = `${model}: expected an answer from ${withoutQuery(url)}, found ${why(cause)}: ${hint}`;
  return new TransientError(new OfflineError(message, { cause }), {
    isSlow: cause instanceof SlowError,
  });
}

/** `fetch` says only "fetch failed"; what failed is in the cause. */
function why(error: unknown): string {
  const outer = Object(error) as { cause?: unknown };
  const { code, message } = Object(outer.cause ?? outer) as { code?: string; message?: string };
  return code ?? (message === undefined || message === "" ? String(error) : message);
}
