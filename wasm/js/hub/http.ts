// SPDX-License-Identifier: Apache-2.0

import { HubError } from "../base/errors.js";
import { HttpAnswer, Watch, unreachable, withoutQuery } from "./http_answer.js";
import { Pace } from "./pace.js";
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

/** Where requests go, and what is sent there. */
export interface HttpOptions {
  transport: Transport;
  /** The hub's address, which alone gets the token. */
  endpoint: string;
  token: string | undefined;
  /** An address of the host that is asked for the model. Default: the hub's. */
  url?: string;
  /** For that host alone, by their names in lower case. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Comes after each address that is asked for, from the `?` on. */
  query?: string;
}

const mostRedirects = 10;
const tooMany = `more than ${mostRedirects} redirects`;
const redirects = [301, 302, 303, 307, 308];

/**
 * Requests that are given up when nothing comes for a while, and whose redirects are followed here,
 * or by the browser, so that the token goes to the endpoint's own origin and nowhere else, and the
 * caller's headers to the model's. Does not judge the status.
 */
export class HttpClient {
  readonly transport: Transport;
  readonly hasToken: boolean;
  /** What only one origin is sent. */
  readonly #headers: Record<string, Readonly<Record<string, string>>>;
  readonly #query: string;
  readonly #hub: string;
  /** Whether there are headers that a browser would send to whatever host it is redirected to. */
  readonly #isTied: boolean;

  constructor({
    transport,
    endpoint,
    token,
    url = endpoint,
    headers = {},
    query = "",
  }: HttpOptions) {
    this.transport = transport;
    this.hasToken = token !== undefined;
    const authorization = token && { authorization: `Bearer ${token}` };
    this.#headers = { [originOf(endpoint)]: { ...authorization } };
    const origin = originOf(url);
    this.#headers[origin] = { ...this.#headers[origin], ...headers };
    this.#query = query;
    this.#hub = originOf(endpoint);
    this.#isTied = Object.keys(headers).some((name) => name !== "authorization");
  }

  /** Rejects with a TransientError where no answer comes. */
  async send(request: HttpRequest): Promise<HttpAnswer> {
    const { method, headers, signal } = request;
    const watch = new Watch(this.transport.limits.stall, signal);
    const mayFollow = this.transport.redirect === "follow";
    let url = request.url + this.#query;
    try {
      for (let hop = 0; ; hop++) {
        const response = await this.transport.fetch(url, {
          method,
          headers: { ...headers, ...this.#headers[originOf(url)] },
          redirect: mayFollow && !this.#isTied ? "follow" : "manual",
          signal: watch.signal,
        });
        watch.reset();
        if (response.type === "opaqueredirect") {
          throw new HubError(
            `${request.model}: expected ${request.url}, found a redirect, which would take ` +
              "the headers along",
            { url: request.url },
          );
        }
        const last = mayFollow && response.url !== "" ? response.url : url;
        const next = redirects.includes(response.status) ? response.headers.get("location") : null;
        if (next === null || request.isEnough?.(response) === true) {
          const isOwn = originOf(last) === originOf(request.url);
          const { model } = request;
          const hint = this.#hint(request.url);
          const pace = new Pace(this.transport);
          return new HttpAnswer({ model, response, url: last, isOwn, watch, pace, hint });
        }
        await response.body?.cancel();
        const target = redirectTarget(url, next);
        if (target === undefined || hop === mostRedirects) {
          const found = target === undefined ? wrongTarget(url, next) : tooMany;
          throw misled(request, response.status, found, this.#hint(request.url));
        }
        url = target;
      }
    } catch (cause) {
      watch.stop();
      if (cause instanceof HubError) throw cause;
      throw unreachable(request.model, url, cause, this.#hint(request.url), signal);
    }
  }

  #hint(url: string): string {
    return this.transport.hints.unreachable(originOf(url) === this.#hub);
  }
}

/** Undefined where no request is sent to. */
function redirectTarget(from: string, location: string): string | undefined {
  if (!URL.canParse(location, from)) return undefined;
  const next = new URL(location, from);
  const isSafe = next.protocol === "https:" || (next.protocol === "http:" && isPlain(from));
  return isSafe ? next.href : undefined;
}

function wrongTarget(from: string, location: string): string {
  if (!URL.canParse(location, from)) return "a redirect to what is no address";
  const { protocol, host } = new URL(location, from);
  return `a redirect to ${protocol}//${host}`;
}

/** The server has answered, and would not say anything else the next time. */
function misled(
  { model, url }: HttpRequest,
  status: number,
  found: string,
  hint: string,
): HubError {
  const asked = withoutQuery(url);
  const message = `${model}: expected an answer from ${asked}, found ${found}: ${hint}`;
  return new HubError(message, { status, url: asked });
}

function isPlain(url: string): boolean {
  return new URL(url).protocol === "http:";
}

function originOf(url: string): string {
  return new URL(url).origin;
}
