// SPDX-License-Identifier: Apache-2.0

/** Where the worker keeps what it has downloaded. No call rejects: what cannot be kept is not. */
export interface BlobCache {
  match(key: string): Promise<Blob | undefined>;
  put(key: string, blob: Blob): Promise<void>;
  /** Drops what has a key that begins so, but for these. A page's own cache is the page's to clear. */
  evict(prefix: string, keep: ReadonlySet<string>): Promise<void>;
}

/** A name that no server has: keys are URLs, as Cache wants them, that nothing is fetched from. */
const root = "https://xlmr-ner.invalid/";

/** Cache key of a file's content: its hash. */
export function blobKey(key: string): string {
  return `${root}blobs/${encodeURIComponent(key)}`;
}

/** Cache key of what is known of a model: its server, name and revision. */
export function modelKey(server: string, name: string, revision: string): string {
  return `${root}models/${[server, name, revision].map(encodeURIComponent).join("/")}`;
}

/** Cache key of a remembered device choice: what tells model and GPU from others. */
export function deviceKey(key: string): string {
  return `${root}devices/${encodeURIComponent(key)}`;
}

/** Cache key of what a model's vocabulary was made into. */
export function trieKey(key: string): string {
  return `${root}tries/${encodeURIComponent(key)}`;
}

/** The browser's own; in a private window, or where it is full, as much of it as works. */
export function browserCache(): BlobCache {
  let opened: Promise<Cache | undefined> | undefined;
  const open = (): Promise<Cache | undefined> => {
    const storage = (globalThis as { caches?: CacheStorage }).caches;
    return (opened ??= Promise.resolve(storage?.open("xlmr-ner")).catch(() => undefined));
  };
  return {
    match: async (key) => {
      try {
        return await (await (await open())?.match(key))?.blob();
      } catch {
        return undefined;
      }
    },
    put: async (key, blob) => {
      try {
        await (await open())?.put(key, new Response(blob));
      } catch {
        // QuotaExceededError, most often: the next visit downloads it again.
      }
    },
    evict: async (prefix, keep) => {
      try {
        const cache = await open();
        for (const { url } of (await cache?.keys()) ?? []) {
          if (url.startsWith(prefix) && !keep.has(url)) await cache?.delete(url);
        }
      } catch {
        // It is gone the next time.
      }
    },
  };
}
