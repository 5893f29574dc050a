// SPDX-License-Identifier: Apache-2.0

import type { Unmasked } from "../../wasm/js/masking/index.js";
import { element } from "./nodes.js";

/** How many unknown placeholders are named. */
const most = 5;

/**
 * Takes an answer, and shows it with its values. It is shown as text: an answer is no markup, so that it
 * cannot ask for an address with a value in it.
 */
export class AnswerField {
  readonly root = element("div", { class: "answer" });
  readonly #unmask: (text: string) => Unmasked;
  readonly #area = element("textarea", { rows: "2", dir: "auto", spellcheck: "false" });
  readonly #said = element("output", { class: "note" });
  readonly #restored = element("pre", {
    tabindex: "0",
    dir: "auto",
    role: "region",
    "aria-label": "Answer with its values",
  });

  constructor(unmask: (text: string) => Unmasked) {
    this.#unmask = unmask;
    const label = element("label", {}, "Answer to the masked text", this.#area);
    this.root.append(label, this.#said, this.#restored);
    this.#area.placeholder = "Paste it here to see it with its values.";
    this.#area.addEventListener("input", () => {
      this.show();
    });
    this.show();
  }

  /** Shows the answer by the table as it is now. */
  show(): void {
    const { text, replacements, unknown } = this.#unmask(this.#area.value);
    this.#restored.hidden = text === "";
    this.#restored.textContent = text;
    this.#said.textContent = text === "" ? "" : summaryOf(replacements.length, unknown);
  }
}

function summaryOf(count: number, unknown: readonly string[]): string {
  const put = count === 1 ? "1 value was put back." : `${count} values were put back.`;
  const names = [...new Set(unknown)];
  if (names.length === 0) return put;
  const rest = names.length > most ? ` and ${names.length - most} more` : "";
  return `${put} The table has no ${names.slice(0, most).join(", ")}${rest}.`;
}
