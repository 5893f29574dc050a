// SPDX-License-Identifier: Apache-2.0

import type { Span } from "./record.js";

/**
 * A whole text with its spans, in their order: each as `mark` writes it, and what is between them as `plain`
 * does. Of spans that overlap the first is shown.
 *
 *     markedText("Emma sings", [{ start: 0, end: 4, label: "PER" }], (words) => `[${words}]`, (text) => text)
 *     // "[Emma] sings"
 */
export function markedText<T extends Span>(
  text: string,
  spans: readonly T[],
  mark: (words: string, span: T) => string,
  plain: (text: string) => string,
): string {
  let out = "";
  let end = 0;
  for (const span of spans) {
    if (span.start < end) continue;
    out += plain(text.slice(end, span.start)) + mark(text.slice(span.start, span.end), span);
    end = span.end;
  }
  return out + plain(text.slice(end));
}
