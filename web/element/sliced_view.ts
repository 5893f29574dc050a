// SPDX-License-Identifier: Apache-2.0

/** Milliseconds of drawing after which the page gets its turn. Layout and paint come on top. */
const slice = 5;

/**
 * Draws a long list of items into one element without holding up the page: what does not fit into a
 * slice of time is drawn in the next. Items stay in order, and each is drawn once.
 *
 *     const view = new SlicedView<string>(document.createElement("ol"), (item) => liOf(item));
 *     view.show(tenThousandStrings);
 *     await view.drawn;
 */
export class SlicedView<Item> {
  readonly root: HTMLElement;
  readonly #make: (item: Item) => Node;
  #queue: Item[] = [];
  #next = 0;
  #drawn: Promise<void> | undefined;

  constructor(root: HTMLElement, make: (item: Item) => Node) {
    this.root = root;
    this.#make = make;
  }

  /** Resolves when all that was given is on the page. */
  get drawn(): Promise<void> {
    return this.#drawn ?? Promise.resolve();
  }

  /** Shows these items instead of all others; the first of them at once. */
  show(items: readonly Item[]): void {
    this.root.replaceChildren();
    this.#queue = [...items];
    this.#next = 0;
    this.#start();
  }

  append(item: Item): void {
    this.#queue.push(item);
    this.#start();
  }

  #start(): void {
    this.#drawn ??= this.#draw().finally(() => (this.#drawn = undefined));
  }

  /** The first slice is one item: the task that it is part of has removed what was there before. */
  async #draw(): Promise<void> {
    let end = 0;
    while (this.#next < this.#queue.length) {
      do {
        const item = this.#queue[this.#next++];
        if (item !== undefined) this.root.append(this.#make(item));
      } while (this.#next < this.#queue.length && performance.now() < end);
      if (this.#next < this.#queue.length) await nextTask();
      end = performance.now() + slice;
    }
  }
}

/** Lets events, layout and paint have their turn. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
