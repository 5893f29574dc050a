// SPDX-License-Identifier: Apache-2.0

import { NerWidget as Widget } from "./ner-widget.js";
import type { NerWidgetElement } from "./types.js";

/** The class of `<ner-widget>`, not registered: `customElements.define("my-tag", NerWidget)`. */
export const NerWidget: {
  /** Makes an element that is in no document yet. */
  new (): NerWidgetElement;
} = Widget;

export type { Example } from "./examples.js";
export type {
  LoadPipeline,
  NerWidgetElement,
  TagProgress,
  WidgetEvents,
  WidgetModel,
  WidgetResult,
} from "./types.js";
