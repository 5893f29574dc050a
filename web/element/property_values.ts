// SPDX-License-Identifier: Apache-2.0

import type { ReactiveElement } from "lit";

import { pipeline } from "../index.js";
import { strategies } from "./settings_view.js";

/** What lit calls `getPropertyDescriptor` with. */
export type DescriptorArguments = Parameters<(typeof ReactiveElement)["getPropertyDescriptor"]>;

/**
 * What each property makes of what it is set to. Frameworks set null or undefined for "no value", as
 * lit does when an attribute is taken away, and strings where a page has an attribute's value in mind:
 *
 *     widget.text = null         // ""
 *     widget.threshold = "0.5"   // 0.5
 *     widget.live = ""           // true, as in <ner-widget live="">
 */
const readers: Readonly<Record<string, (value: unknown) => unknown>> = {
  text: (value) => (typeof value === "number" ? String(value) : (value ?? "")),
  aggregation: (value) => strategies.find((each) => each === value) ?? "simple",
  threshold: (value) => (Number.isFinite(Number(value)) ? Number(value) : 0),
  live: isOn,
  autoload: isOn,
  urlText: isOn,
  hiddenLabels: (value) => value ?? [],
  pipelineOptions: (value) => value ?? {},
  pipeline: (value) => value ?? pipeline,
};

/** A property that reads so what it is set to; all others read null as undefined. */
export function reading(name: string, own: PropertyDescriptor | undefined): PropertyDescriptor {
  const read = readers[name] ?? ((value: unknown) => value ?? undefined);
  return {
    ...own,
    set(value: unknown) {
      own?.set?.call(this, read(value));
    },
  };
}

function isOn(value: unknown): boolean {
  return value === "" || Boolean(value);
}
