// SPDX-License-Identifier: Apache-2.0

import type { SourcedEntity } from "../recognizers/types.js";

/**
 * What is masked where spans overlap: the one that is surer by its kind, blocked values before rules, rules
 * before the model and names, these before repeated mentions; of one kind the longer, then the earlier, then the
 * model's, then the one with the higher score. Of a span that loses, what lies outside of those that win is masked still, by
 * its own label, since it may be private, too.
 *
 *     "Anna anna@x.org"   PER [0, 10) by the model, EMAIL [5, 15) by a rule
 *     // PER [0, 4), EMAIL [5, 15)
 */
export function resolveSpans(text: string, spans: readonly SourcedEntity[]): SourcedEntity[] {
  const order = [...spans].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      Number(a.source === sources.name) - Number(b.source === sources.name) ||
      b.score - a.score,
  );
  const taken = new Taken(text.length);
  const out: SourcedEntity[] = [];
  for (const span of order) {
    for (const [from, to] of taken.free(span.start, span.end)) {
      const [start, end] = trim(text, from, to);
      if (start === end) continue;
      taken.add(start, end);
      const { entity_group, score, source } = span;
      out.push({ entity_group, score, word: text.slice(start, end), start, end, source });
    }
  }
  return out.sort((a, b) => a.start - b.start);
}

/** Spans that are in order, in parts that end at these places; without parts that have neither letter nor digit. */
export function cutSpans(
  text: string,
  spans: readonly SourcedEntity[],
  cuts: readonly number[],
): SourcedEntity[] {
  let next = 0;
  return spans.flatMap(({ entity_group, score, source, start, end }) => {
    while ((cuts[next] ?? end) <= start) next += 1;
    const places = [start];
    for (; (cuts[next] ?? end) < end; ++next) places.push(cuts[next] ?? end);
    return places.flatMap((place, at) => {
      const [from, to] = trim(text, place, places[at + 1] ?? end);
      if (from === to) return [];
      return [{ entity_group, score, word: text.slice(from, to), start: from, end: to, source }];
    });
  });
}

/** The sources that are no recogniser's names. */
export const sources = {
  placeholder: "placeholder",
  block: "block",
  model: "model",
  name: "name",
  mention: "mention",
} as const;

function rankOf({ source }: SourcedEntity): number {
  switch (source) {
    case sources.placeholder:
      return 0;
    case sources.block:
      return 1;
    case sources.model:
    case sources.name:
      return 3;
    case sources.mention:
      return 4;
    default:
      return 2;
  }
}

/** Without white space at its ends; empty where it has neither letter nor digit. */
function trim(text: string, from: number, to: number): [number, number] {
  const part = text.slice(from, to);
  if (!/[\p{L}\p{N}]/u.test(part)) return [from, from];
  return [to - part.trimStart().length, from + part.trimEnd().length];
}

/** Which units of a text are taken. All calls together take a time that grows with the text and the spans. */
class Taken {
  /** Of a unit that is taken a later one, of another itself: where to look for the next free one. */
  readonly #next: Int32Array;

  constructor(length: number) {
    this.#next = Int32Array.from({ length: length + 1 }, (_, at) => at);
  }

  /** The parts of a range that are not taken. */
  free(start: number, end: number): [number, number][] {
    const out: [number, number][] = [];
    for (let from = this.#firstFree(start); from < end;) {
      let to = from;
      while (to < end && this.#next[to] === to) to += 1;
      out.push([from, to]);
      from = this.#firstFree(to);
    }
    return out;
  }

  add(start: number, end: number): void {
    for (let at = start; at < end; ++at) this.#next[at] = end;
  }

  #firstFree(from: number): number {
    const next = this.#next;
    let free = from;
    for (let to = next[free] ?? free; to !== free; to = next[free] ?? free) free = to;
    // What was passed leads there at once from now on.
    for (let at = from; at !== free;) {
      const after = next[at] ?? free;
      next[at] = free;
      at = after;
    }
    return free;
  }
}
