// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import { lowScore, lowestScore } from "./confidence.js";
import type { Confidence } from "./confidence.js";
import { copySelected } from "./copy_selected.js";
import { chip } from "./nodes.js";

/** What is below the text that was tagged: the legend, the panels and the row of buttons. */

export type Panel = "list" | "json" | "masked";

/**
 * The labels that were found: each is a button that hides and shows its entities. Below them stands
 * what a low score looks like, where there is one.
 */
export function legend(
  found: {
    readonly counts: ReadonlyMap<string, number>;
    readonly hidden: ReadonlySet<string>;
    readonly confidences: ReadonlySet<Confidence>;
  },
  toggle: (label: string) => void,
): TemplateResult {
  const { counts, hidden, confidences } = found;
  const scores = [
    confidences.has("low") ? html`<span class="key low">score below ${lowScore}</span>` : nothing,
    confidences.has("lowest")
      ? html`<span class="key lowest">score below ${lowestScore}</span>`
      : nothing,
  ];
  return html`
    <div class="legend row" role="group" aria-label="Labels to show" part="legend">
      ${[...counts].map(
        ([label, count]) => html`
          <button
            aria-pressed=${!hidden.has(label)}
            @click=${() => {
              toggle(label);
            }}
          >
            ${chip(label)} ${count}
          </button>
        `,
      )}
      ${scores}
    </div>
  `;
}

/** What the open panel shows; the others are empty. `masked` is there once it is loaded. */
export function panels(
  open: Panel | undefined,
  { list, json }: Readonly<Record<"list" | "json", { readonly root: HTMLElement }>>,
  masked: HTMLElement | undefined,
): TemplateResult {
  return html`
    <div id="list" ?hidden=${open !== "list"}>${list.root}</div>
    <div id="json" ?hidden=${open !== "json"}>
      <pre tabindex="0" dir="ltr" role="region" aria-label="JSON Output" @copy=${copySelected}>
[${json.root}]</pre>
    </div>
    <div id="masked" ?hidden=${open !== "masked"}>${masked ?? "Loading …"}</div>
  `;
}

/** The row of buttons below the result; `more` stands at its end. */
export function footer(
  state: {
    panel: Panel | undefined;
    hasResult: boolean;
    /** Whether there is the whole result of what the element has now. */
    canCopy: boolean;
  },
  on: { panel: (panel: Panel) => void; copy: (what: "json" | "csv" | "masked") => void },
  more: TemplateResult,
): TemplateResult {
  const toggle = (panel: Panel, text: string): TemplateResult => html`
    <button
      aria-expanded=${state.panel === panel}
      aria-controls=${panel}
      ?disabled=${!state.hasResult}
      @click=${() => {
        on.panel(panel);
      }}
    >
      ${text}
    </button>
  `;
  const copy = (what: "json" | "csv" | "masked", text: string): TemplateResult => html`
    <button
      ?disabled=${!state.canCopy}
      @click=${() => {
        on.copy(what);
      }}
    >
      ${text}
    </button>
  `;
  return html`
    <div class="row between">
      <div class="row">
        ${toggle("json", "JSON Output")} ${toggle("list", "List")}
        ${toggle("masked", "Masked text")}
      </div>
      <div class="row">
        <div class="row" role="group" aria-label="Copy the result">
          <span class="hint">Copy as</span>
          ${copy("json", "JSON")} ${copy("csv", "CSV")} ${copy("masked", "masked text")}
        </div>
        ${more}
      </div>
    </div>
  `;
}
