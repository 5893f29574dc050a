// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";

/** What a reader may hold: so many texts, and of these so many UTF-16 units, but for one long text. */
export interface ReadAheadLimits {
  texts: number;
  units: number;
}

/**
 * Reads texts while what was read before is worked on, so that many are worked on together, and none waits
 * for another that has not come yet. What the source fails with is thrown once all before it was taken.
 *
 *     const reader = new ReadAhead(texts, { texts: 64, units: 2 ** 17 });
 *     await reader.take() // ["Emma woont in Utrecht."], the first
 *     await reader.take() // what came meanwhile, or the next once it comes; [] at the end
 */
export class ReadAhead {
  readonly #source: Iterator<string> | AsyncIterator<string>;
  readonly #limits: ReadAheadLimits;
  #texts: string[] = [];
  #units = 0;
  #isReading = false;
  #isOver = false;
  #failure: { reason: unknown } | undefined;
  #wake: (() => void) | undefined;

  constructor(texts: Iterable<string> | AsyncIterable<string>, limits: ReadAheadLimits) {
    this.#source = iteratorOf(texts);
    this.#limits = limits;
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
    this.#texts = [];
    this.#units = 0;
    if (texts.length === 0 && this.#failure !== undefined) throw this.#failure.reason;
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

  get #hasRoom(): boolean {
    const { texts, units } = this.#limits;
    return this.#texts.length < texts && (this.#units < units || this.#texts.length === 0);
  }

  #hold(text: string): void {
    this.#texts.push(text);
    this.#units += typeof text === "string" ? text.length : 0; // what is none, the call refuses
  }

  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (!this.#isOver && this.#hasRoom) {
        const next: IteratorResult<string, unknown> = await this.#source.next();
        if (next.done === true) this.#isOver = true;
        else {
          // As `for await` takes it, a list may hold promises.
          // eslint-disable-next-line @typescript-eslint/await-thenable -- whatever its type says
          this.#hold(await next.value);
        }
        this.#wake?.();
      }
    } catch (reason) {
      this.#failure = { reason };
      this.#isOver = true;
      this.#wake?.();
    } finally {
      this.#isReading = false;
    }
  }
}

/** A single string is an iterable of its characters, which nobody means. */
function iteratorOf(texts: unknown): Iterator<string> | AsyncIterator<string> {
  if (typeof texts === "object" && texts !== null) {
    const given = texts as Partial<Iterable<string> & AsyncIterable<string>>;
    const iterator = given[Symbol.asyncIterator]?.() ?? given[Symbol.iterator]?.();
    if (iterator !== undefined) return iterator;
  }
  throw argumentError("texts", "an iterable of strings", texts);
}
