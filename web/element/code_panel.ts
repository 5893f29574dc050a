// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from "lit";

import type * as CodeModule from "./code.js";
import type { Code, CodeSettings } from "./code.js";

const parts: readonly (readonly [keyof Code, string])[] = [
  ["page", "In a page"],
  ["node", "In Node"],
  ["python", "In Python, with transformers"],
];

/** "View code": the lines that do what the element does, each to be copied. */
export class CodePanel implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #say: (text: string) => void;
  #isOpen = false;
  /** What makes the lines; loaded when they are first asked for. */
  #module: typeof CodeModule | undefined;

  constructor(host: ReactiveControllerHost, say: (text: string) => void) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to do: lit asks for one of its methods.
  }

  button(): TemplateResult {
    return html`
      <button
        aria-expanded=${this.#isOpen}
        aria-controls="code"
        @click=${() => void this.#toggle()}
      >
        View code
      </button>
    `;
  }

  async #toggle(): Promise<void> {
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
    if (this.#module !== undefined) return;
    try {
      this.#module = await import("./code.js");
    } catch (error) {
      this.#isOpen = false;
      this.#say(`The code could not be loaded: ${String(error)}`);
    }
    this.#host.requestUpdate();
  }

  render(settings: () => CodeSettings): TemplateResult {
    const code = this.#isOpen ? this.#module?.codeFor(settings()) : undefined;
    return html`
      <div id="code" ?hidden=${!this.#isOpen}>
        ${
          code === undefined
            ? "Loading …"
            : parts.map(
                ([name, title]) => html`
                  <div class="row between">
                    <span class="hint">${title}</span>
                    <button
                      aria-label=${`Copy the code: ${title}`}
                      @click=${() => void this.#copy(code[name])}
                    >
                      Copy
                    </button>
                  </div>
                  <pre tabindex="0" dir="ltr" role="region" aria-label=${title}>${code[name]}</pre>
                `,
              )
        }
      </div>
    `;
  }

  async #copy(code: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(code);
      this.#say("Copied.");
    } catch (error) {
      this.#say(`The browser did not allow to copy: ${String(error)}`);
    }
  }
}
