// SPDX-License-Identifier: Apache-2.0
//
// A cache that the page has given, used from the worker: functions do not cross, Blobs do.

import type { ModelCache } from "../wasm/js/base/types.js";
import type { BlobCache } from "./blob_cache.js";

interface Ask {
  id: number;
  key: string;
  /** To be put; undefined to be matched. */
  blob: Blob | undefined;
}

interface Answer {
  id: number;
  blob: Blob | undefined;
}

/** The page's end. A cache that fails has nothing, and keeps nothing. */
export function serveCache(cache: ModelCache): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: { id, key, blob } }: MessageEvent<Ask>) => {
    const answer = (found: Blob | undefined): void => {
      port1.postMessage({ id, blob: found } satisfies Answer);
    };
    const work = blob === undefined ? match(cache, key) : put(cache, key, blob);
    work.then(answer, () => {
      answer(undefined);
    });
  };
  return port2;
}

async function match(cache: ModelCache, key: string): Promise<Blob | undefined> {
  return (await cache.match(key))?.blob();
}

async function put(cache: ModelCache, key: string, blob: Blob): Promise<undefined> {
  await cache.put(key, new Response(blob));
}

/** The worker's end. */
export function portCache(port: MessagePort): BlobCache {
  const pending = new Map<number, (blob: Blob | undefined) => void>();
  let nextId = 1;
  port.onmessage = ({ data: { id, blob } }: MessageEvent<Answer>) => {
    pending.get(id)?.(blob);
    pending.delete(id);
  };
  const ask = (key: string, blob: Blob | undefined): Promise<Blob | undefined> =>
    new Promise((resolve) => {
      const id = nextId++;
      pending.set(id, resolve);
      port.postMessage({ id, key, blob } satisfies Ask);
    });
  return {
    match: (key) => ask(key, undefined),
    put: async (key, blob) => {
      await ask(key, blob);
    },
    evict: () => Promise.resolve(),
  };
}
