// SPDX-License-Identifier: Apache-2.0

import { NerWidget } from "./index.js";
import type { NerWidgetElement, WidgetEvents } from "./types.js";

/** Registers `<ner-widget>`, unless the page has an element of that name already. A server has none. */
const registry = (globalThis as { customElements?: CustomElementRegistry }).customElements;
if (registry?.get("ner-widget") === undefined) registry?.define("ner-widget", NerWidget);

// eslint-disable-next-line no-restricted-syntax -- the one way to tell DOM functions of an element
declare global {
  interface HTMLElementTagNameMap {
    "ner-widget": NerWidgetElement;
  }
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging adds the events
  interface HTMLElementEventMap extends WidgetEvents {}
}

export * from "./index.js";
