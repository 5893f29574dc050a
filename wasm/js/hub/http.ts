// SPDX-License-Identifier: Apache-2.0

import { HttpAnswer, Watch, unreachable } from "./http_answer.js";
import type { Transport } from "./transport.js";

/** A request as it is sent; the token is added where it belongs. */
export interface HttpRequest {
  method: "GET" | "HEAD";
  url: string;
  headers: Record<string, string>;
  /** Stops at a redirect for which this is true, and returns it. */
  isEnough?: (response: Response) => boolean;
  /** The model, for messages. */
  model: string;
  signal: AbortSignal;
}

const mostRedirects = 10;
const redirects = [301, 302, 303, 307, 308];

/**
 * Requests that are given up when nothing comes for a while, and whose redirects are followed here,
 * or by the browser, so that the token goes to the endpoint's own origin and nowhere else. Does not
 * judge the status.
 */
export class HttpClient {
  readonly transport: Transport;
  readonly #tokenOrigin: string;
  readonly #token: string | undefined;

  constructor(transport: Transport, endpoint: string, token: string | undefined) {
    this.transport = transport;
    this.#tokenOrigin = new URL(endpoint).origin;
    this.#token = token;
  }

  get hasToken(): boolean {
    return this.#token !== undefined;
  }

  /** Rejects with a TransientError where no answer comes. */
  async send(request: HttpRequest): Promise<HttpAnswer> {
    const { method, headers, signal } = request;
    const watch = new Watch(this.transport.limits.stall, signal);
    let url = request.url;
    try {
      for (let hop = 0; ; hop++) {
        const isOwn = originOf(url) === originOf(request.url);
        const response = await this.transport.fetch(url, {
          method,
          headers: { ...headers, ...this.#authorization(url) },
          redirect: this.transport.redirect,
          signal: watch.signal,
        });
        watch.reset();
        if (this.transport.redirect === "follow") {
          const last = response.url === "" ? url : response.url;
          return new HttpAnswer(
            request.model,
            response,
            last,
            originOf(last) === originOf(url),
            watch,
          );
        }
        const next = redirects.includes(response.status) ? response.headers.get("location") : null;
        if (next === null || request.isEnough?.(response) === true) {
          return new HttpAnswer(request.model, response, url, isOwn, watch);
        }
        await response.body?.cancel();
        if (hop === mostRedirects) throw new Error(`more than ${mostRedirects} redirects`);
        url = redirectTarget(url, next);
      }
    } catch (cause) {
      watch.stop();
      throw unreachable(request.model, url, cause, signal);
    }
  }

  #authorization(url: string): Record<string, string> {
    return this.#token !== undefined && originOf(url) === this.#tokenOrigin
      ? { authorization: `Bearer ${this.#token}` }
      : {};
  }
}

function redirectTarget(from: string, location: string): string {
  const next = new URL(location, from);
  const isSafe = next.protocol === "https:" || (next.protocol === "http:" && isPlain(from));
  if (!isSafe) throw new Error(`a redirect to ${next.protocol}//${next.host}`);
  return next.href;
}

function isPlain(url: string): boolean {
  return new URL(url).protocol === "http:";
}

function originOf(url: string): string {
  return new URL(url).origin;
}
