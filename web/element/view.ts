// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { AggregationStrategy } from "../../wasm/js/base/types.js";
import type { Example } from "./examples.js";
import { chip } from "./nodes.js";

/** The parts of the element's template that only show what they are given, and report what is clicked. */

export type Panel = "list" | "json" | "masked";

export const strategies: readonly AggregationStrategy[] = [
  ...(["none", "simple", "first", "average", "max"] as const),
];

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The examples menu: a button, and below it a list of buttons. */
export function examplesMenu(
  examples: readonly Example[],
  isOpen: boolean,
  on: { toggle: () => void; choose: (example: Example) => void },
): TemplateResult {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const button = (example: Example): TemplateResult => html`
    <li>
      <button
        @click=${() => {
          on.choose(example);
        }}
      >
        ${example.title ?? nothing}
        <small dir="auto" title=${example.text}>${example.text}</small>
      </button>
    </li>
  `;
  const list = groups.map(
    (group) => html`
      ${group === undefined ? nothing : html`<p aria-hidden="true">${group}</p>`}
      <ul role="list" aria-label=${group ?? "Examples"}>
        ${examples.filter((each) => each.group === group).map(button)}
      </ul>
    `,
  );
  return html`
    <div class="menu">
      <button
        id="examples-button"
        aria-expanded=${isOpen}
        aria-controls="examples"
        @click=${on.toggle}
      >
        Examples
      </button>
      <div id="examples" class="panel" ?hidden=${!isOpen}>${isOpen ? list : nothing}</div>
    </div>
  `;
}

/** Compute and its key, or Cancel while something runs. */
export function runButtons(
  isBusy: boolean,
  on: { compute: () => void; cancel: () => void },
): TemplateResult {
  return html`
    <button class="primary" aria-keyshortcuts="Control+Enter Meta+Enter" @click=${on.compute}>
      Compute
    </button>
    <button ?hidden=${!isBusy} @click=${on.cancel}>Cancel</button>
    <kbd>${isApple() ? "⌘" : "Ctrl"}+Enter</kbd>
  `;
}

export function progressBar(bar: { value: number | undefined; text: string }): TemplateResult {
  return html`
    <div class="row">
      <progress aria-label=${bar.text} max="1" value=${bar.value ?? nothing}></progress>
      <span class="hint">${bar.text}</span>
    </div>
  `;
}

export function settings(
  values: { aggregation: AggregationStrategy; threshold: number },
  on: {
    aggregation: (value: AggregationStrategy) => void;
    threshold: (value: number) => void;
    files: (files: FileList) => void;
  },
): TemplateResult {
  const picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.files !== null && input.files.length > 0) on.files(input.files);
    input.value = "";
  };
  return html`
    <div id="settings" class="settings row">
      <label>
        Aggregation
        <select
          @change=${(event: Event) => {
            on.aggregation((event.target as HTMLSelectElement).value as AggregationStrategy);
          }}
        >
          ${strategies.map(
            (each) => html`<option ?selected=${each === values.aggregation}>${each}</option>`,
          )}
        </select>
      </label>
      <label>
        Least score
        <input
          type="range"
          min="0"
          max="1"
          step="0.01"
          .value=${String(values.threshold)}
          @input=${(event: Event) => {
            on.threshold((event.target as HTMLInputElement).valueAsNumber);
          }}
        />
        <output>${values.threshold.toFixed(2)}</output>
      </label>
      <label class="file">
        Open a text file <input type="file" accept="text/*,.txt,.md" @change=${picked} />
      </label>
      <label class="file">
        Open a model folder <input type="file" webkitdirectory @change=${picked} />
      </label>
      <span class="note">Both can be dropped here as well.</span>
    </div>
  `;
}

/** The labels that were found: each is a button that hides and shows its entities. */
export function legend(
  counts: ReadonlyMap<string, number>,
  hidden: ReadonlySet<string>,
  toggle: (label: string) => void,
): TemplateResult {
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
    </div>
  `;
}

/** What the open panel shows; the others are empty. */
export function panels(
  open: Panel | undefined,
  views: Readonly<Record<Panel, { readonly root: HTMLElement }>>,
  copyNames: () => void,
): TemplateResult {
  const { list, json, masked } = views;
  const note = html`
    <p class="note">
      Masking covers what was found; the model misses entities. Read the text before you share it.
      <button @click=${copyNames}>Copy what the names stand for</button>
    </p>
  `;
  return html`
    <div id="list" ?hidden=${open !== "list"}>${list.root}</div>
    <div id="json" ?hidden=${open !== "json"}>
      <pre tabindex="0" aria-label="JSON Output">[${json.root}]</pre>
    </div>
    <div id="masked" ?hidden=${open !== "masked"}>
      ${open === "masked" ? note : nothing}
      <pre tabindex="0" dir="auto" aria-label="Masked text">${masked.root}</pre>
    </div>
  `;
}

/** The row of buttons below the result. */
export function footer(
  state: { panel: Panel | undefined; hasResult: boolean; isMaximized: boolean },
  on: {
    panel: (panel: Panel) => void;
    copy: (what: "json" | "csv" | "masked") => void;
    maximize: () => void;
  },
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
      ?disabled=${!state.hasResult}
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
        <button aria-pressed=${state.isMaximized} @click=${on.maximize}>
          ${state.isMaximized ? "Minimize" : "Maximize"}
        </button>
      </div>
    </div>
  `;
}
