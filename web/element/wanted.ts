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
 * Whether both get the same worker and model: names and options are compared, files are the same
 * objects, and who is told of progress makes no difference.
 */
export function isSame(a: Wanted, b: Wanted): boolean {
  return (
    a.pipeline === b.pipeline &&
    isEqual(a.model, b.model) &&
    isEqual(withoutCallback(a.options), withoutCallback(b.options))
  );
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

function withoutCallback(options: PipelineOptions): unknown {
  const own = Object.entries(options).filter(([name]) => name !== "progress_callback");
  return Object.fromEntries(own);
}

/** Frameworks make the objects in a template anew with each drawing: these are compared by what is in them. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b || (a instanceof URL && b instanceof URL && a.href === b.href)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => isEqual(a[name], b[name]));
}

/** An object of values, and not one that is something by itself, as a File, a Blob or a signal is. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  const kind: unknown = typeof value === "object" && value !== null && Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === Array.prototype;
}
