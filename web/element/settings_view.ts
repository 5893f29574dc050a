// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { AggregationStrategy } from "../../wasm/js/base/types.js";

/** What is above the result: settings, what runs, and how far it is. */

export const strategies: readonly AggregationStrategy[] = [
  ...(["none", "simple", "first", "average", "max"] as const),
];

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

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
