// SPDX-License-Identifier: Apache-2.0

/** Tells when a worker has ended, however it did: browsers have no event for that. */
export interface Life {
  /** The name of the lock that the worker holds until it ends. */
  readonly name: string;
  /** Once the worker has said that it has the lock: waits to get it. Further calls do nothing. */
  follow(onEnd: (cause: unknown) => void): void;
  end(): void;
}

/** Undefined where the page has no locks, as it is not in a secure context. */
export function watchLife(): Life | undefined {
  const locks = locksOf();
  if (locks === undefined) return undefined;
  const name = `xlmr-ner worker ${crypto.randomUUID()}`;
  const controller = new AbortController();
  let isFollowed = false;
  return {
    name,
    follow: (onEnd) => {
      if (isFollowed) return;
      isFollowed = true;
      const { signal } = controller;
      const report = (): void => {
        onEnd("it ended");
      };
      locks.request(name, { mode: "shared", signal }, report).catch(() => undefined);
    },
    end: () => {
      controller.abort();
    },
  };
}

/** In the worker. Resolves once it has the lock. */
export async function holdLife(name: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const hold = (): Promise<never> => {
      resolve();
      return new Promise<never>(() => undefined);
    };
    const taken = locksOf()?.request(name, hold);
    // Without the lock the worker works as well.
    (taken ?? Promise.resolve()).then(resolve, resolve);
  });
}

function locksOf(): LockManager | undefined {
  return (navigator as { locks?: LockManager }).locks;
}
