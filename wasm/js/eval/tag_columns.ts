// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import { InvalidArgumentError } from "../base/errors.js";
import type { TagColumns } from "./eval_handle.js";
import type { LabelledSpan, SpanLists, TagLists } from "./types.js";

/**
 * Columns of what a caller passed: each distinct tag once, and its number per token.
 *
 *     packTags([["B-PER", "O"]], [["O", "O"]], false, (tag) => tag)
 *     // { names: ["B-PER", "O"], gold: [0, 1], predicted: [1, 1], ends: [2], open: false }
 *
 * Throws an InvalidArgumentError where there is no token, where the two have other numbers of sentences or
 * of tags, and for what is no tag.
 */
export function packTags(
  gold: TagLists,
  predicted: TagLists,
  open: boolean,
  rename: (tag: string) => string,
): TagColumns {
  checkLists("gold", gold);
  checkLists("predicted", predicted);
  if (gold.length !== predicted.length) {
    throw new InvalidArgumentError(
      `predicted: expected ${gold.length} sentences, as gold has, found ${predicted.length}`,
    );
  }
  const numbers = new Numbers(rename);
  const ends: number[] = [];
  let tokens = 0;
  for (const [at, sentence] of gold.entries()) {
    const other = predicted[at] ?? [];
    if (sentence.length !== other.length) {
      throw new InvalidArgumentError(
        `predicted[${at}]: expected ${sentence.length} tags, as gold has, found ${other.length}`,
      );
    }
    tokens += sentence.length;
    ends.push(tokens);
  }
  if (tokens === 0) {
    throw new InvalidArgumentError("gold: expected at least one tag, found none");
  }
  const columns = {
    gold: numbersOf("gold", gold, tokens, numbers),
    predicted: numbersOf("predicted", predicted, tokens, numbers),
    ends: Uint32Array.from(ends),
    open,
  };
  return Object.assign(columns, { names: numbers.names });
}

/**
 * Spans as the module takes them, with their labels as `rename` has the types of tags. Throws an
 * InvalidArgumentError for what is no span.
 */
export function packSpans(
  gold: SpanLists,
  predicted: SpanLists,
  rename: (tag: string) => string,
): { labels: string[]; spans: Float64Array; counts: Uint32Array } {
  if (gold.length !== predicted.length) {
    throw new InvalidArgumentError(
      `predicted: expected ${gold.length} documents, as gold has, found ${predicted.length}`,
    );
  }
  for (const [name, lists] of [
    ["gold", gold],
    ["predicted", predicted],
  ] as const) {
    for (const [at, spans] of lists.entries()) {
      if (!Array.isArray(spans)) throw argumentError(`${name}[${at}]`, "a list of spans", spans);
      for (const span of spans as readonly unknown[]) checkSpan(`${name}[${at}]`, span);
    }
  }
  const given = new Set([...gold, ...predicted].flat().map(({ label }) => label));
  // Behind a prefix a label is a type, whatever it looks like: `O`, `E-MAIL`.
  const names = new Map(Array.from(given, (label) => [label, rename(`B-${label}`).slice(2)]));
  const labels = [...new Set(names.values())].sort(byCodePoints);
  const numbers = new Map(labels.map((label, at) => [label, at]));
  const rows = (spans: readonly LabelledSpan[], side: number): number[][] =>
    spans.map(({ label, start, end }) => {
      return [side, numbers.get(names.get(label) ?? label) ?? 0, start, end];
    });
  const documents = gold.map((spans, at) => [...rows(spans, 0), ...rows(predicted[at] ?? [], 1)]);
  return {
    labels,
    spans: Float64Array.from(documents.flat(2)),
    counts: Uint32Array.from(documents, (each) => each.length),
  };
}

/** Whether these are spans and not tags; what has neither is taken for tags. */
export function isSpanLists(lists: unknown): lists is SpanLists {
  if (!Array.isArray(lists)) return false;
  const first: unknown = (lists as unknown[]).flatMap((each) => each).at(0);
  return typeof first === "object" && first !== null;
}

function checkLists(name: string, lists: unknown): void {
  if (!Array.isArray(lists)) throw argumentError(name, "a list of lists of tags", lists);
  for (const [at, each] of (lists as unknown[]).entries()) {
    if (!Array.isArray(each)) throw argumentError(`${name}[${at}]`, "a list of tags", each);
  }
}

function checkSpan(where: string, span: unknown): void {
  const { label, start, end } = Object(span) as Partial<Record<keyof LabelledSpan, unknown>>;
  if (typeof label === "string" && Number.isSafeInteger(start) && Number.isSafeInteger(end)) return;
  throw argumentError(where, "spans { label, start, end } of a string and whole numbers", span);
}

function numbersOf(name: string, lists: TagLists, tokens: number, numbers: Numbers): Uint32Array {
  const column = new Uint32Array(tokens);
  let row = 0;
  for (const [sentence, tags] of lists.entries()) {
    for (const [at, tag] of tags.entries()) {
      if (typeof tag !== "string") {
        throw argumentError(`${name}[${sentence}][${at}]`, "a tag as B-PER", tag);
      }
      column[row++] = numbers.of(tag);
    }
  }
  return column;
}

/** A number for each tag, by the name that it has afterwards. */
class Numbers {
  readonly #rename: (tag: string) => string;
  readonly #given = new Map<string, number>();
  readonly #renamed = new Map<string, number>();

  constructor(rename: (tag: string) => string) {
    this.#rename = rename;
  }

  get names(): string[] {
    return [...this.#renamed.keys()];
  }

  of(tag: string): number {
    const known = this.#given.get(tag);
    if (known !== undefined) return known;
    const name = this.#rename(tag);
    const number = this.#renamed.get(name) ?? this.#renamed.size;
    this.#renamed.set(name, number);
    this.#given.set(tag, number);
    return number;
  }
}

/** As Python orders strings. */
function byCodePoints(one: string, other: string): number {
  const [first, second] = [Array.from(one), Array.from(other)];
  for (const [at, character] of first.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (second[at]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
