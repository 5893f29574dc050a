// SPDX-License-Identifier: Apache-2.0

import { typeOf } from "../../wasm/js/base/palette.js";
import type { Span } from "./spans.js";

/**
 * A text with its entities replaced by names for them, and the way back. One entity has one name
 * however often it is found; no name is used that the text itself has.
 *
 *     maskSpans("Emma met Emma.", spans)
 *     // { text: "[PER_1] met [PER_1].", names: Map { "[PER_1]" => "Emma" } }
 *
 * Only what was found is masked: entities that the model misses stay readable.
 */

export interface Masked {
  text: string;
  /** What each name stands for. */
  names: Map<string, string>;
}

const anyName = /\[[\p{L}\p{N}_]*_\d+\]/gu;

export function maskSpans(text: string, spans: readonly Span[]): Masked {
  const names = new Map<string, string>();
  const nameOf = new Map<string, string>();
  const counts = new Map<string, number>();
  const taken = new Set(text.match(anyName));
  let out = "";
  let end = 0;
  for (const span of spans) {
    const label = typeOf(span.label).replace(/[^\p{L}\p{N}]+/gu, "_");
    const entity = text.slice(span.start, span.end);
    const key = `${label}\n${entity}`;
    let name = nameOf.get(key);
    if (name === undefined) {
      let count = counts.get(label) ?? 0;
      do name = `[${label}_${++count}]`;
      while (taken.has(name));
      counts.set(label, count);
      nameOf.set(key, name);
      names.set(name, entity);
    }
    out += text.slice(end, span.start) + name;
    end = span.end;
  }
  return { text: out + text.slice(end), names };
}

/** Puts back what `names` stand for. */
export function unmask(masked: string, names: ReadonlyMap<string, string>): string {
  return masked.replace(anyName, (name) => names.get(name) ?? name);
}
