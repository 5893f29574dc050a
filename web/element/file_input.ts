// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from "lit";

import { readEntries, readFiles } from "./dropped.js";
import type { Dropped, UnsureText } from "./dropped.js";
import type { WidgetModel } from "./types.js";

/** What is done with what the files are. */
export interface FileTaker {
  text(text: string): void;
  model(files: WidgetModel): void;
  failed(error: unknown): void;
}

/**
 * Files that are dropped onto the element, or opened. A text that is not UTF-8 is not taken before
 * somebody has said that it is what it looks like.
 */
export class FileInput implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #taker: FileTaker;
  #unsure: UnsureText | undefined;
  /** Grows with each input, so that a slow one does not replace a later one. */
  #count = 0;

  constructor(host: ReactiveControllerHost, taker: FileTaker) {
    this.#host = host;
    this.#taker = taker;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#count++;
  }

  /** The files of an input. */
  take(files: FileList): void {
    void this.#read(readFiles([...files]));
  }

  readonly onDrag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    const frame = event.currentTarget as HTMLElement;
    frame.classList.toggle("dropping", event.type === "dragover");
  };

  readonly onDrop = (event: DragEvent): void => {
    this.onDrag(event);
    const { dataTransfer } = event;
    if (!event.defaultPrevented || dataTransfer === null) return;
    // The list is emptied once the event is over, so all is taken before anything is awaited.
    const files = [...dataTransfer.files];
    const entries = [...dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
    void this.#read(entries.length > 0 ? readEntries(entries) : readFiles(files));
  };

  /** Asks how a text is to be read that is not UTF-8. */
  question(): TemplateResult | typeof nothing {
    const unsure = this.#unsure;
    if (unsure === undefined) return nothing;
    const { name, looksLike, encoding, text } = unsure;
    return html`
      <div class="question" role="group" aria-labelledby="question">
        <p id="question" role="alert">
          ${name} is not a text in UTF-8; it looks like ${looksLike}. So it would begin:
        </p>
        <q dir="auto">${text.slice(0, 120)}</q>
        <div class="row">
          <button
            @click=${() => {
              this.#answer(text);
            }}
          >
            Read it as ${encoding}
          </button>
          <button
            @click=${() => {
              this.#answer(undefined);
            }}
          >
            Leave it
          </button>
        </div>
      </div>
    `;
  }

  #answer(text: string | undefined): void {
    this.#unsure = undefined;
    if (text !== undefined) this.#taker.text(text);
    this.#host.requestUpdate();
  }

  async #read(reading: Promise<Dropped>): Promise<void> {
    const count = ++this.#count;
    this.#unsure = undefined;
    this.#host.requestUpdate();
    try {
      const dropped = await reading;
      if (count !== this.#count) return;
      if ("text" in dropped) this.#taker.text(dropped.text);
      else if ("model" in dropped) this.#taker.model(dropped.model);
      else this.#unsure = dropped.unsure;
      this.#host.requestUpdate();
    } catch (error) {
      if (count === this.#count) this.#taker.failed(error);
    }
  }
}
