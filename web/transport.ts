// SPDX-License-Identifier: Apache-2.0

import { defaultLimits } from "../wasm/js/hub/transport.js";
import type { Transport } from "../wasm/js/hub/transport.js";
import { createHash } from "./hashes.js";

export const webTransport: Transport = {
  fetch: (url, init) => (url.startsWith("data:") ? Promise.resolve(inline(url)) : fetch(url, init)),
  redirect: "follow",
  now: () => performance.now(),
  sleep,
  createHash,
  limits: defaultLimits,
  hints: { endpoint: "the option endpoint", passToken: "pass a token (option token)", unreachable },
};

/** A browser does not tell scripts which of these it was. */
function unreachable(isHub: boolean): string {
  if (!navigator.onLine) return "the browser is offline";
  return (
    `check the connection${isHub ? "" : " and the address"}, that the host allows pages of ` +
    `${location.origin} (CORS), and that no content security policy (connect-src) or extension forbids it`
  );
}

/** Vite puts small files into the script; a page's policy may forbid to fetch them from there. */
function inline(url: string): Response {
  const comma = url.indexOf(",");
  const text = decodeURIComponent(url.slice(comma + 1));
  if (!url.slice(0, comma).endsWith(";base64")) return new Response(text);
  return new Response(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the caller gave
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal.throwIfAborted();
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
