// SPDX-License-Identifier: Apache-2.0

import type { Entity } from "../../wasm/js/base/types.js";

/**
 * Entities as what can be drawn: in order, without overlap, each inside the text. Offsets are UTF-16
 * units, so `text.slice(start, end)` is what is coloured.
 *
 *     toSpans("Emma lives here.", [{ entity_group: "PER", score: 1, word: "Emma", start: 0, end: 4 }])
 *     // [{ label: "PER", score: 1, start: 0, end: 4 }]
 */

/** A half-open range of the text with its label. */
export interface Span {
  readonly label: string;
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

/** What a reader has asked to see. */
export interface Filter {
  /** The least score. */
  readonly threshold: number;
  readonly hidden: ReadonlySet<string>;
}

/**
 * The spans to draw. Where two overlap, the first to begin stays, then the longer, then the later:
 * a `▁` that stands alone covers the first character of the piece after it. Throws a TypeError where
 * a range is not one of the text.
 */
export function toSpans(text: string, entities: readonly Entity[]): Span[] {
  const spans = entities
    .map((entity, order) => ({ ...toSpan(text, entity), order }))
    .sort((a, b) => a.start - b.start || b.end - a.end || b.order - a.order);
  let covered = 0;
  return spans.flatMap(({ label, score, start, end }) => {
    if (start < covered) return [];
    covered = end;
    return [{ label, score, start, end }];
  });
}

export function labelOf(entity: Entity): string {
  return "entity" in entity ? entity.entity : entity.entity_group;
}

/** How many entities each label has, labels in the order in which they first appear. */
export function countLabels(entities: Iterable<Entity>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entity of entities) {
    const label = labelOf(entity);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

export function isShown(entity: Entity, { threshold, hidden }: Filter): boolean {
  return entity.score >= threshold && !hidden.has(labelOf(entity));
}

function toSpan(text: string, entity: Entity): Span {
  const { start, end, score } = entity;
  const isRange = Number.isInteger(start) && start >= 0 && start < end && end <= text.length;
  if (isRange) return { label: labelOf(entity), score, start, end };
  const found = `start ${String(start)} and end ${String(end)}`;
  throw new TypeError(
    `entity ${labelOf(entity)}: expected a range of the ${text.length} units of the text, found ${found}`,
  );
}
