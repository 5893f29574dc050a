// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import type { TemplateResult } from "lit";

/**
 * Lets a part of the page fill the window, in the browser's top layer, so that no ancestor clips it,
 * with the keyboard's focus kept inside.
 */
export class Maximizer {
  readonly #find: () => HTMLElement | null;
  readonly #changed: () => void;
  #frame: HTMLElement | undefined;

  /** `find` gives the part; `changed` is told when it fills the window, and when it does no more. */
  constructor(find: () => HTMLElement | null, changed: () => void) {
    this.#find = find;
    this.#changed = changed;
  }

  get isOn(): boolean {
    return this.#frame !== undefined;
  }

  button(): TemplateResult {
    return html`
      <button
        aria-pressed=${this.isOn}
        @click=${() => {
          if (!this.end()) this.#begin();
        }}
      >
        ${this.isOn ? "Minimize" : "Maximize"}
      </button>
    `;
  }

  /** Back to its place; false where it is there. */
  end(): boolean {
    const frame = this.#frame;
    if (frame === undefined) return false;
    this.#frame = undefined;
    frame.removeEventListener("keydown", keepFocus);
    frame.hidePopover();
    for (const name of ["popover", "role", "aria-modal", "aria-label"]) frame.removeAttribute(name);
    this.#changed();
    return true;
  }

  #begin(): void {
    const frame = this.#find();
    if (frame === null) return;
    frame.popover = "manual";
    frame.setAttribute("role", "dialog");
    frame.setAttribute("aria-modal", "true");
    frame.setAttribute("aria-label", "Token Classification");
    frame.showPopover();
    frame.addEventListener("keydown", keepFocus);
    this.#frame = frame;
    this.#changed();
  }
}

/** Tab goes from the last control to the first, and back. */
function keepFocus(this: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== "Tab") return;
  const controls = [
    ...this.querySelectorAll<HTMLElement>("button, textarea, select, input, [tabindex='0']"),
  ].filter((each) => !each.matches(":disabled") && each.checkVisibility());
  const [edge, other] = event.shiftKey
    ? [controls[0], controls.at(-1)]
    : [controls.at(-1), controls[0]];
  const root = this.getRootNode() as ShadowRoot;
  if (root.activeElement !== edge || other === undefined) return;
  event.preventDefault();
  other.focus();
}
