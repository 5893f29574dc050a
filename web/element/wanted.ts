// SPDX-License-Identifier: Apache-2.0

import type { PipelineOptions } from "../../wasm/js/base/types.js";
import type { LoadPipeline, WidgetModel } from "./types.js";

/** What decides which model is loaded, and how. */
export interface Wanted {
  readonly pipeline: LoadPipeline;
  readonly model: WidgetModel;
  readonly options: PipelineOptions;
}

/**
 * Whether both get the same worker and model: names are compared, files are the same objects, and who
 * is told of progress makes no difference.
 */
export function isSame(a: Wanted, b: Wanted): boolean {
  return a.pipeline === b.pipeline && isEqual(a.model, b.model) && hasSame(a.options, b.options);
}

/**
 * What a page would call the model.
 *
 *     nameOf({ pipeline, model: "owner/name", options: {} })   // "owner/name"
 *     nameOf({ pipeline, model: undefined, options: {} })      // "the embedded model"
 */
export function nameOf({ model }: Pick<Wanted, "model">): string {
  if (model === undefined) return "the embedded model";
  return typeof model === "string" || model instanceof URL ? String(model) : "the chosen files";
}

function hasSame(a: PipelineOptions, b: PipelineOptions): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)] as (keyof PipelineOptions)[]);
  names.delete("progress_callback");
  return [...names].every((name) => isEqual(a[name], b[name]));
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (a instanceof URL && b instanceof URL && a.href === b.href);
}
