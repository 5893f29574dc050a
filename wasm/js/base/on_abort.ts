// SPDX-License-Identifier: Apache-2.0

interface Waiting {
  acts: Set<() => void>;
  listener: () => void;
}

const signals = new WeakMap<AbortSignal, Waiting>();

/**
 * Does `act` once when the signal is aborted; the function that it returns takes that back. However many
 * wait for one signal, it has one listener, and none once nobody waits: Node warns of a leak above ten.
 *
 *     const forget = onAbort(signal, () => reject(signal.reason));
 *     await work.finally(forget);
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  const waiting = signals.get(signal) ?? listen(signal);
  const own = (): void => {
    act();
  };
  waiting.acts.add(own);
  return () => {
    waiting.acts.delete(own);
    if (waiting.acts.size > 0) return;
    signal.removeEventListener("abort", waiting.listener);
    if (signals.get(signal) === waiting) signals.delete(signal);
  };
}

/** What `work` gives, or at once the reason of a signal that is aborted before that. */
export async function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  let forget: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    forget = onAbort(signal, () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the caller gave
      reject(signal.reason);
    });
  });
  return Promise.race([work, aborted]).finally(forget);
}

function listen(signal: AbortSignal): Waiting {
  const acts = new Set<() => void>();
  const listener = (): void => {
    signals.delete(signal);
    for (const act of [...acts]) act();
  };
  const waiting = { acts, listener };
  signals.set(signal, waiting);
  signal.addEventListener("abort", listener, { once: true });
  return waiting;
}
