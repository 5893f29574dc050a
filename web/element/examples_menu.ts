// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from "lit";

import type { Example } from "./examples.js";

type Host = HTMLElement & ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** What the menu shows, and what it does when an example is chosen. */
export interface MenuOptions {
  /** What the menu offers now, asked for when it is drawn; undefined until that is known. */
  list(): readonly Example[] | undefined;
  /** Is told that the menu opens, before it is drawn. */
  opens(): void;
  choose(text: string): void;
}

/**
 * The examples menu: a button, and below it the examples in groups, with a preview of the one that is
 * pointed at or has the focus. It closes with Escape, which gives the focus back, and when something
 * else is pointed at.
 */
export class ExamplesMenu implements ReactiveController {
  readonly #host: Host;
  readonly #options: MenuOptions;
  #isOpen = false;
  #preview: Example | undefined;

  constructor(host: Host, options: MenuOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("pointerdown", this.#onPointer);
  }

  hostDisconnected(): void {
    document.removeEventListener("pointerdown", this.#onPointer);
  }

  /** Closes the menu, where it is open. */
  close(): boolean {
    const wasOpen = this.#isOpen;
    if (wasOpen) this.#toggle();
    return wasOpen;
  }

  button(): TemplateResult {
    return html`
      <button
        id="examples-button"
        aria-expanded=${this.#isOpen}
        aria-controls="examples"
        @click=${() => {
          this.#toggle();
        }}
      >
        Examples
      </button>
    `;
  }

  /** Lies over what is below its containing block, and is never wider than that. */
  panel(): TemplateResult {
    return html`
      <div id="examples" class="panel" ?hidden=${!this.#isOpen}>
        ${this.#isOpen ? this.#content() : nothing}
      </div>
    `;
  }

  focusButton(): void {
    this.#host.renderRoot.querySelector<HTMLElement>("#examples-button")?.focus();
  }

  #content(): TemplateResult {
    const examples = this.#options.list();
    if (examples === undefined) return html`<p>Loading …</p>`;
    const groups = [...new Set(examples.map(({ group }) => group))];
    return html`
      <div class="groups" @focusin=${this.#onPreview} @pointermove=${this.#onPreview}>
        ${examples.length === 0 ? html`<p>There are no examples for this model.</p>` : nothing}
        ${groups.map(
          (group, i) => html`
            ${group === undefined ? nothing : html`<p id="group${i}">${group}</p>`}
            <ul
              role="list"
              aria-label=${group === undefined ? "Examples" : nothing}
              aria-labelledby=${group === undefined ? nothing : `group${i}`}
            >
              ${examples.filter((each) => each.group === group).map(this.#item)}
            </ul>
          `,
        )}
      </div>
      <div class="preview" aria-hidden="true" dir="auto">${this.#preview?.text ?? nothing}</div>
    `;
  }

  readonly #item = (example: Example): TemplateResult => html`
    <li>
      <button
        .example=${example}
        @click=${() => {
          this.close();
          this.#options.choose(example.text);
        }}
      >
        ${example.title ?? nothing}<small dir="auto">${example.text}</small>
      </button>
    </li>
  `;

  readonly #onPreview = (event: Event): void => {
    const button = (event.target as Element).closest("button") as { example?: Example } | null;
    if (button?.example === undefined || button.example === this.#preview) return;
    this.#preview = button.example;
    this.#host.requestUpdate();
  };

  readonly #onPointer = (event: Event): void => {
    if (!this.#isOpen) return;
    const parts = ["#examples", "#examples-button"].map((id) =>
      this.#host.renderRoot.querySelector(id),
    );
    const path = event.composedPath();
    if (!parts.some((part) => part !== null && path.includes(part))) this.close();
  };

  #toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.#preview = undefined;
    if (this.#isOpen) this.#options.opens();
    this.#host.requestUpdate();
  }
}
