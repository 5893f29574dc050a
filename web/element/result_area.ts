// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import { copyOutput } from "./clipboard.js";
import type { CopyKind } from "./clipboard.js";
import { copySelected } from "./copy_selected.js";
import { MaskPanel } from "./mask_panel.js";
import type { Output } from "./output.js";
import { footer, legend, panels } from "./result_view.js";
import type { Panel } from "./result_view.js";
import type { Session, Subject } from "./session.js";

/** What the area asks of its element. */
export interface AreaHost {
  /** What the element has at the moment. */
  subject(): Subject;
  hide(labels: readonly string[]): void;
  changed(): void;
}

/**
 * The result below the text area, and what can be done with it. A result that is not of what the
 * element has at the moment is marked, with the reason in words, and cannot be copied; nor can one
 * that is still being made.
 */
export class ResultArea {
  readonly #host: AreaHost;
  readonly #session: Session;
  readonly #output: Output;
  readonly #mask: MaskPanel;
  #panel: Panel | undefined;

  constructor(host: AreaHost, session: Session, output: Output) {
    this.#host = host;
    this.#session = session;
    this.#output = output;
    this.#mask = new MaskPanel({ copy: (what) => void this.#copy(what) });
  }

  render(): TemplateResult {
    const { counts, confidences, filter, text } = this.#output;
    const outdated = this.#session.outdated(this.#host.subject());
    if (this.#openPanel === "masked") this.#mask.view?.update(this.#output.whole, this.#canCopy);
    return html`
      <div class=${outdated === undefined ? "result" : "result outdated"}>
        ${outdated === undefined ? nothing : html`<p class="note" id="outdated">${outdated}</p>`}
        <section
          aria-label="Entities in the text"
          aria-busy=${this.#session.isComputing}
          aria-describedby=${outdated === undefined ? nothing : "outdated"}
          @copy=${copySelected}
        >
          ${text.root}
        </section>
        <slot name="legend"
          >${
            counts.size === 0
              ? nothing
              : legend({ counts, confidences, hidden: filter.hidden }, (label) => {
                  this.#host.hide([...this.#output.toggled(label)]);
                })
          }</slot
        >
        ${panels(this.#openPanel, this.#output, this.#mask.view?.root)}
      </div>
    `;
  }

  /** The row of buttons: panels and copying, and `more` of the element's. */
  footer(more: TemplateResult): TemplateResult {
    return footer(
      { panel: this.#openPanel, hasResult: !this.#output.isEmpty, canCopy: this.#canCopy },
      {
        panel: (panel) => {
          this.#panel = this.#panel === panel ? undefined : panel;
          this.#output.open(this.#panel);
          this.#host.changed();
          if (panel === "masked") void this.#loadMask();
        },
        copy: (what) => void this.#copy(what),
      },
      more,
    );
  }

  /** Without a result there is nothing to show, not even that nothing was found. */
  get #openPanel(): Panel | undefined {
    return this.#output.isEmpty ? undefined : this.#panel;
  }

  get #canCopy(): boolean {
    const isOld = this.#session.outdated(this.#host.subject()) !== undefined;
    return !this.#output.isEmpty && !this.#session.isComputing && !isOld;
  }

  async #copy(kind: CopyKind): Promise<void> {
    this.#session.say(await copyOutput(this.#output, this.#mask, kind));
  }

  async #loadMask(): Promise<void> {
    if (this.#mask.view !== undefined) return;
    try {
      await this.#mask.load();
    } catch (error) {
      this.#panel = undefined;
      this.#session.say(`What masks could not be loaded: ${String(error)}`);
    }
    this.#host.changed();
  }
}
