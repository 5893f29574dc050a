// SPDX-License-Identifier: Apache-2.0

import { untilAborted } from "../../wasm/js/base/on_abort.js";

/** What takes memory: a model that is loaded or being loaded. */
export interface Resident {
  bytes: number;
  /** Requests that wait for it or run on it. */
  users: number;
  lastUsed: number;
  isLoaded: boolean;
  /** No new request gets it. */
  retire(): void;
  /** Frees its memory. */
  dispose(): Promise<void>;
}

/**
 * Keeps the bytes of all residents within a limit. Room is made by unloading the one that was used least recently: no
 * new request gets it, those that have it finish, then its memory is freed. Who waits for room holds none, so nobody
 * waits for ever.
 */
export class MemoryBudget {
  readonly #most: number;
  readonly #residents = new Set<Resident>();
  readonly #leaving = new Set<Resident>();
  #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(resident: Resident): void {
    this.#residents.add(resident);
  }

  remove(resident: Resident): void {
    this.#residents.delete(resident);
    this.#leaving.delete(resident);
    this.changed();
  }

  /** Takes bytes for a resident in place of what it had, where they are free. */
  take(resident: Resident, bytes: number): boolean {
    let used = 0;
    for (const each of this.#residents) if (each !== resident) used += each.bytes;
    if (used + bytes > this.#most) {
      resident.bytes = 0;
      return false;
    }
    resident.bytes = bytes;
    return true;
  }

  /** Takes bytes once they are free, and makes room. Rejects with the signal's reason. */
  async reserve(resident: Resident, bytes: number, signal: AbortSignal): Promise<void> {
    while (!this.take(resident, bytes)) {
      const { promise, wake } = waiter();
      this.#waiting.push(wake);
      if (this.#leaving.size === 0) this.#unloadOldest(resident);
      await untilAborted(promise, signal);
    }
  }

  /** A request is done with it. */
  released(resident: Resident): void {
    if (resident.users === 0 && this.#leaving.has(resident)) void this.#free(resident);
    else this.changed();
  }

  /** Something may be possible that was not. */
  changed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #unloadOldest(wanting: Resident): void {
    let oldest: Resident | undefined;
    for (const each of this.#residents) {
      if (each === wanting || !each.isLoaded) continue;
      if (oldest === undefined || each.lastUsed < oldest.lastUsed) oldest = each;
    }
    if (oldest === undefined) return; // all others are being loaded: one of them will be
    oldest.retire();
    this.#leaving.add(oldest);
    if (oldest.users === 0) void this.#free(oldest);
  }

  async #free(resident: Resident): Promise<void> {
    await resident.dispose().catch(() => undefined); // its worker is gone in any case
    this.remove(resident);
  }
}

function waiter(): { promise: Promise<void>; wake: () => void } {
  let wake: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (wake = resolve));
  return { promise, wake };
}
