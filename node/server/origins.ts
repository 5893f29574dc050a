// SPDX-License-Identifier: Apache-2.0

/** Which pages of other origins may ask, and read the answers. */
export interface Origins {
  /** Whether a request with these headers may be answered: one without an origin comes from no page. */
  allows(origin: string | undefined, host: string | undefined): boolean;
  /** The headers of an answer, by the Fetch standard's CORS protocol; none for an origin that was not named. */
  headers(origin: string | undefined): Record<string, string>;
  /** Those of an answer to a preflight. */
  preflight(origin: string | undefined): Record<string, string>;
}

/** What pages may read besides the body. */
const exposed = "x-compute-time, x-compute-type, x-request-id";

/**
 * Pages of `names`, or of any origin for `*`. A page of an origin that was not named is refused, although a browser
 * would only keep the answer from it: it has no business to load models here.
 */
export function originsOf(names: readonly string[]): Origins {
  const isNamed = (origin: string): boolean => names.includes("*") || names.includes(origin);
  const headers = (origin: string | undefined): Record<string, string> => {
    if (names.length === 0) return {};
    if (origin === undefined || !isNamed(origin)) return { vary: "origin" };
    return {
      vary: "origin",
      "access-control-allow-origin": origin,
      "access-control-expose-headers": exposed,
    };
  };
  return {
    allows: (origin, host) => origin === undefined || isNamed(origin) || isOwn(origin, host),
    headers,
    preflight: (origin) =>
      Object.assign(headers(origin), {
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers":
          "authorization, content-type, x-wait-for-model, x-use-cache, x-load-model",
        "access-control-max-age": "600",
      }),
  };
}

/** A page of this server itself. */
function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
