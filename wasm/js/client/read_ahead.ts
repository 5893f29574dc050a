// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";

/** UTF-16 units that a reader holds, but for one long text. */
const mostUnits = 2 ** 17;

/**
 * Reads texts while what was read before is worked on, so that many are worked on together, and none waits
 * for another that has not come yet. What the source fails with is thrown once all before it was taken.
 *
 *     const reader = new ReadAhead(texts, 64);
 *     await reader.take() // ["Emma woont in Utrecht."], the first
 *     await reader.take() // what came meanwhile, or the next once it comes; [] at the end
 */
export class ReadAhead {
  readonly #source: Iterator<string> | AsyncIterator<string>;
  readonly #most: number;
  #texts: string[] = [];
  #units = 0;
  #isReading = false;
  #isOver = false;
  #failure: { error: unknown } | undefined;
  #wake: () => void = () => undefined;

  /** Holds at most so many texts. */
  constructor(texts: Iterable<string> | AsyncIterable<string>, most: number) {
    this.#source = iteratorOf(texts);
    this.#most = most;
  }

  /** All that was read, at least one text; none at the end. */
  async take(): Promise<string[]> {
    void this.#read();
    while (this.#texts.length === 0 && !this.#isOver) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const texts = this.#texts;
    if (texts.length === 0 && this.#failure !== undefined) throw this.#failure.error;
    this.#texts = [];
    this.#units = 0;
    void this.#read();
    return texts;
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
      while (!this.#isOver && this.#texts.length < this.#most && this.#units < mostUnits) {
        const next: IteratorResult<string, unknown> = await this.#source.next();
        const text = (await next.value) as string; // a list may hold promises, as for `for await`
        if (next.done === true) this.#isOver = true;
        else this.#texts.push(text);
        // The call refuses what is no text.
        this.#units += (text as Partial<string> | null)?.length ?? 0;
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
function iteratorOf(texts: unknown): Iterator<string> | AsyncIterator<string> {
  const given = texts as Partial<Iterable<string> & AsyncIterable<string>> | null | undefined;
  const iterator = given?.[Symbol.asyncIterator]?.() ?? given?.[Symbol.iterator]?.();
  if (iterator !== undefined && typeof texts !== "string") return iterator;
  throw argumentError("texts", "an iterable of strings", texts);
}
