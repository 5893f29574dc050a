// SPDX-License-Identifier: Apache-2.0

/**
 * The demo's service worker: keeps every file of the page, the package and the embedded model, so that
 * the page works with the network off, and tells the page of requests that its workers make.
 *
 * `FILES` are the paths, `VERSION` a hash of all their contents: the server puts both here, so a changed
 * file makes a new service worker, which fetches anew and drops what was kept before.
 */
declare const FILES: readonly string[];
declare const VERSION: string;

interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lifetime {
  readonly request: Request;
  readonly clientId: string;
  respondWith(response: Promise<Response>): void;
}
interface Page {
  readonly type: "window" | "worker" | "sharedworker";
  postMessage(message: unknown): void;
}
interface Scope extends EventTarget {
  readonly clients: {
    claim(): Promise<void>;
    get(id: string): Promise<Page | undefined>;
    matchAll(): Promise<readonly Page[]>;
  };
  skipWaiting(): Promise<void>;
}

const scope = globalThis as unknown as Scope;
const prefix = "xlmr-ner-demo-";
const name = prefix + VERSION;

scope.addEventListener("install", (event) => {
  (event as Lifetime).waitUntil(install());
});
scope.addEventListener("activate", (event) => {
  (event as Lifetime).waitUntil(activate());
});
scope.addEventListener("fetch", (event) => {
  const { request, clientId } = event as Fetching;
  if (new URL(request.url).origin !== location.origin || request.method !== "GET") return;
  (event as Fetching).respondWith(answer(request));
  (event as Fetching).waitUntil(report(clientId));
});

async function install(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll([...FILES]);
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
  await scope.clients.claim();
}

/** From the network, so that a page is never older than its server; without it, what was kept. */
async function answer(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true, cacheName: name });
    if (kept === undefined) throw error;
    return kept;
  }
}

async function report(clientId: string): Promise<void> {
  const client = await scope.clients.get(clientId);
  if (client === undefined || client.type === "window") return;
  for (const page of await scope.clients.matchAll()) page.postMessage("worker-request");
}

export {};
