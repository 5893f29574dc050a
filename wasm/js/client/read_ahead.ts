// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";

/**
 * UTF-16 units that a reader holds, but for one long text: some passes of the network, so that the first
 * result of many does not wait long.
 */
const mostUnits = 2 ** 13;

/**
 * Reads texts, or what has them, while what was read before is worked on, so that many are worked on
 * together, and none waits for another that has not come yet. What the source fails with is thrown once all
 * before it was taken.
 *
 *     const reader = new ReadAhead(texts, 64, (text) => text.length);
 *     await reader.take() // ["Emma woont in Utrecht."], the first
 *     await reader.take() // what came meanwhile, or the next once it comes; [] at the end
 */
export class ReadAhead<T> {
  readonly #source: Iterator<T> | AsyncIterator<T>;
  readonly #most: number;
  readonly #unitsOf: (item: T) => number;
  #items: T[] = [];
  #units = 0;
  #isReading = false;
  #isOver = false;
  #failure: { error: unknown } | undefined;
  #wake: () => void = () => undefined;

  /** Holds at most `most` items; `unitsOf` counts the UTF-16 units of one. */
  constructor(items: Iterable<T> | AsyncIterable<T>, most: number, unitsOf: (item: T) => number) {
    this.#source = iteratorOf(items);
    this.#most = most;
    this.#unitsOf = unitsOf;
  }

  /** All that was read, at least one item; none at the end. */
  async take(): Promise<T[]> {
    void this.#read();
    while (this.#items.length === 0 && !this.#isOver) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const items = this.#items;
    if (items.length === 0 && this.#failure !== undefined) throw this.#failure.error;
    this.#items = [];
    this.#units = 0;
    void this.#read();
    return items;
  }

  /** Lets the source clean up. One that is being waited for is told, and not waited for any longer. */
  async close(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    const closed = Promise.resolve(this.#source.return?.());
    if (this.#isReading) closed.catch(() => undefined);
    else await closed;
  }

  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (!this.#isOver && this.#items.length < this.#most && this.#units < mostUnits) {
        const next: IteratorResult<T, unknown> = await this.#source.next();
        if (next.done === true) this.#isOver = true;
        else {
          // As `for await` takes it, a list may hold promises.
          const item = (await Promise.resolve(next.value)) as T;
          this.#items.push(item);
          this.#units += this.#unitsOf(item);
        }
        this.#wake();
      }
    } catch (error) {
      this.#failure = { error };
      this.#isOver = true;
      this.#wake();
    }
    this.#isReading = false;
  }
}

/** A single string is an iterable of its characters, which nobody means. */
function iteratorOf<T>(items: unknown): Iterator<T> | AsyncIterator<T> {
  const given = items as Partial<Iterable<T> & AsyncIterable<T>> | null | undefined;
  const iterator = given?.[Symbol.asyncIterator]?.() ?? given?.[Symbol.iterator]?.();
  if (iterator !== undefined && typeof items !== "string") return iterator;
  throw argumentError("texts", "an iterable of strings", items);
}
