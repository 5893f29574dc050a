// SPDX-License-Identifier: Apache-2.0

import type { SourcedEntity } from "../recognizers/types.js";
import type { MaskPolicy, Masked, Replacement } from "./types.js";

/** A span with what stands in its place. */
export interface SpanReplacement {
  readonly span: SourcedEntity;
  readonly policy: MaskPolicy;
  readonly replacement: string;
}

/** `replacements` are in order, without overlap. */
export function replaceSpans(text: string, replacements: readonly SpanReplacement[]): Masked {
  const parts: string[] = [];
  const done: Replacement[] = [];
  let end = 0;
  let length = 0;
  for (const { span, policy, replacement } of replacements) {
    parts.push(text.slice(end, span.start), replacement);
    length += span.start - end;
    if (policy !== "keep") {
      done.push({
        label: span.entity_group,
        policy,
        value: span.word,
        replacement,
        start: span.start,
        end: span.end,
        masked_start: length,
        masked_end: length + replacement.length,
      });
    }
    length += replacement.length;
    end = span.end;
  }
  parts.push(text.slice(end));
  return {
    text: parts.join(""),
    entities: replacements.map(({ span }) => span),
    replacements: done,
  };
}
