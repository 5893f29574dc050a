// SPDX-License-Identifier: Apache-2.0

import { DisposedError, TooManyCallsError } from "../base/errors.js";
import { untilAborted } from "../base/on_abort.js";
import type { PipelineInfo } from "../base/types.js";
import type { CallOptions, Client } from "./client.js";
import type { Method, Params, Result } from "./protocol.js";

/** A worker that has loaded its model, and what it said then. */
export interface Loaded<L> {
  client: Client;
  answer: L;
}

/** Starts one in place of a worker that is lost. */
export type Restart<L> = (signal: AbortSignal) => Promise<Loaded<L>>;

/** Most calls that wait for an answer at a time. */
export const mostCalls = 1000;

/**
 * Calls into a worker that is replaced where it stops by itself. What was running then fails with what
 * the client says; the next call starts another worker, and waits for that. Every call is settled by its
 * answer, its signal, dispose() or the worker's end, also while another worker starts.
 *
 *     const workers = new Supervisor(await load(), load);
 *     await workers.call("classify", params); // rejects: the worker was killed
 *     await workers.call("classify", params); // starts another one, and gives its answer
 */
export class Supervisor<L> {
  readonly #restart: Restart<L>;
  readonly #end = new AbortController();
  #loaded: Loaded<L>;
  #starting: Promise<Client> | undefined;
  #calls = 0;

  constructor(first: Loaded<L>, restart: Restart<L>) {
    this.#loaded = first;
    this.#restart = restart;
  }

  /** What the worker said when it had loaded its model. */
  get answer(): L {
    return this.#loaded.answer;
  }

  /** What it has said of its model since. */
  get info(): PipelineInfo | undefined {
    return this.#loaded.client.info;
  }

  async call<M extends Method>(
    method: M,
    params: Params<M>,
    options: CallOptions = {},
  ): Promise<Result<M>> {
    options.signal?.throwIfAborted();
    if (this.#calls >= mostCalls) {
      throw new TooManyCallsError(
        `calls: expected at most ${mostCalls} that wait for an answer, found one more: ` +
          "await some of them first, or pass a list of texts",
      );
    }
    this.#calls++;
    try {
      const { client } = this.#loaded;
      const able = client.isOver ? await this.#replacement(options.signal) : client;
      return await able.call(method, params, options);
    } finally {
      this.#calls--;
    }
  }

  /** Rejects what is pending and stops the worker, and one that starts. Further calls do no more. */
  async dispose(): Promise<void> {
    this.#end.abort(disposed());
    await this.#loaded.client.dispose();
    await this.#starting?.catch(() => undefined);
  }

  async #replacement(signal: AbortSignal | undefined): Promise<Client> {
    if (this.#end.signal.aborted) throw disposed();
    this.#starting ??= this.#replace().finally(() => (this.#starting = undefined));
    this.#starting.catch(() => undefined); // all who wait may have left
    return untilAborted(this.#starting, signal);
  }

  async #replace(): Promise<Client> {
    const { signal } = this.#end;
    const loaded = await untilAborted(this.#restart(signal), signal);
    this.#loaded = loaded;
    return loaded.client;
  }
}

function disposed(): DisposedError {
  return new DisposedError("expected a live object, found it disposed");
}
