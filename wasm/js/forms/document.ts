// SPDX-License-Identifier: Apache-2.0

import type {
  DocumentText,
  MaskSession,
  Masked,
  Replacement,
  Restoration,
  SourcedEntity,
  Unmasked,
} from "../masking/index.js";
import type { AbortSignal } from "../base/host_types.js";

/** Some characters of a text as a model reads it, and where they stand in the document. */
export interface Piece {
  readonly text: string;
  /** Where it stands in the document, half-open; empty where it is not there, as a line end for `<br>`. */
  readonly start: number;
  readonly end: number;
}

/** How the form writes what is put into a place of the document. */
export interface Writing {
  /** A text for the document's range `[start, end)`. */
  encode(text: string, start: number, end: number): string;
  /** What a text of the document means, to check how a value is said to be written; undefined where it ends the place. */
  decode(written: string): string | undefined;
}

/** A text of a document by itself: a paragraph, a cell, an attribute. */
export interface Block {
  readonly pieces: readonly Piece[];
  readonly writing: Writing;
  /** More changes, where those of the block are not all, as of a cell that needs quotes now. */
  also?(edits: readonly Edit[]): Edit[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A change of the document. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  text: string;
}

/**
 * A block's text, and the way from places in it to places in the document. A piece whose text is as long as its range
 * is that range's text; of another the characters are one, as those of `&amp;`.
 */
class BlockText {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  /** Where the pieces begin in the text. */
  readonly #starts: number[] = [];

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    let length = 0;
    for (const { text } of pieces) {
      this.#starts.push(length);
      length += text.length;
    }
    this.text = pieces.map(({ text }) => text).join("");
  }

  /** Where pieces do not follow each other in the document, or have no place there. */
  cuts(): number[] {
    const cuts = new Set<number>();
    for (const [at, { start, end, text }] of this.#pieces.entries()) {
      const from = this.#starts[at] ?? 0;
      const before = this.#pieces[at - 1];
      if (before !== undefined && before.end !== start) cuts.add(from);
      if (start < end) continue;
      cuts.add(from);
      cuts.add(from + text.length);
    }
    return [...cuts];
  }

  /** The document's ranges of a part of the text, those that follow each other as one. */
  ranges(start: number, end: number): [number, number][] {
    const out: [number, number][] = [];
    for (let at = this.#pieceAt(start); at < this.#pieces.length; ++at) {
      const from = this.#starts[at] ?? 0;
      if (from >= end && from > start) break;
      const piece = this.#pieces[at];
      if (piece === undefined || piece.start === piece.end) continue;
      const { text, start: first, end: last } = piece;
      const isPlain = text.length === last - first;
      const begin = isPlain ? first + Math.max(0, start - from) : first;
      const stop = isPlain ? Math.min(last, first + end - from) : last;
      const range = out.at(-1);
      if (range !== undefined && range[1] === begin) range[1] = stop;
      else out.push([begin, stop]);
    }
    return out;
  }

  /** The last piece that begins at a place or before it. */
  #pieceAt(place: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    // Of no text are those before it that begin there, too.
    return Math.max(0, low);
  }
}

interface BlockSource extends DocumentText {
  readonly block: BlockText;
  readonly writing: Writing;
}

/** What has neither letters nor digits has no values and no placeholders. */
function hasWords({ pieces }: Block): boolean {
  return pieces.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/**
 * Masks the blocks of a document, one after the other. Offsets are of the document. `seen` is what stands in it and
 * stays: no placeholder is given that is like it.
 */
export async function maskBlocks(
  session: MaskSession,
  document: string,
  blocks: readonly Block[],
  signal: AbortSignal | undefined,
  seen: readonly string[] = [],
): Promise<Masked> {
  const edits: (Edit & { readonly replacement: Replacement })[] = [];
  const entities: SourcedEntity[] = [];
  const texts = blocks.filter(hasWords).map(({ pieces, writing }): BlockSource => {
    const block = new BlockText(pieces);
    const written = (start: number, end: number): string | undefined => {
      const [first, more] = block.ranges(start, end);
      if (first === undefined || more !== undefined) return undefined;
      const raw = document.slice(...first);
      return raw === writing.encode(block.text.slice(start, end), ...first) ? undefined : raw;
    };
    return { text: block.text, cuts: block.cuts(), written, block, writing };
  });
  const all = await session.maskTexts(texts, { seen, signal });
  for (const [at, masked] of all.entries()) {
    const { block, writing } = texts[at] ?? {};
    if (block === undefined || writing === undefined) continue;
    for (const { entity_group, score, word, start, end, source: by } of masked.entities) {
      const [from, to] = hull(block.ranges(start, end));
      entities.push({ entity_group, score, word, start: from, end: to, source: by });
    }
    for (const replacement of masked.replacements) {
      const [range] = block.ranges(replacement.start, replacement.end);
      if (range === undefined) continue;
      const [start, end] = range;
      edits.push({
        start,
        end,
        text: writing.encode(replacement.replacement, start, end),
        replacement,
      });
    }
  }
  edits.sort(byStart);
  entities.sort(byStart);
  const { text, places } = edited(document, edits);
  const replacements = edits.map(({ start, end, replacement }, at): Replacement => {
    const { label, policy, value, replacement: by } = replacement;
    const [from, to] = places[at] ?? [0, 0];
    const offsets = { start, end, masked_start: from, masked_end: to };
    return Object.assign({ label, policy, value, replacement: by }, offsets);
  });
  return { text, entities, replacements };
}

/** Puts values back into the blocks of a document. */
export function unmaskBlocks(
  session: MaskSession,
  document: string,
  blocks: readonly Block[],
): Unmasked {
  const edits: (Edit & { readonly value: string; readonly written: string | undefined })[] = [];
  const unknown: string[] = [];
  for (const each of blocks.filter(hasWords)) {
    const { pieces, writing } = each;
    const block = new BlockText(pieces);
    const first = edits.length;
    const unmasked = session.unmask(block.text);
    unknown.push(...unmasked.unknown);
    for (const { value, written, masked_start, masked_end } of unmasked.replacements) {
      const [range, ...rest] = block.ranges(masked_start, masked_end);
      if (range === undefined) continue;
      const [start, end] = range;
      const isGood = written !== undefined && writing.decode(written) === value;
      const text = isGood ? written : writing.encode(value, start, end);
      edits.push({ start, end, text, value, written });
      // A placeholder over several parts of the document: what it leaves in the others goes.
      for (const [from, to] of rest)
        edits.push({ start: from, end: to, text: "", value: "", written });
    }
    for (const { start, end, text } of each.also?.(edits.slice(first)) ?? []) {
      edits.push({ start, end, text, value: "", written: undefined });
    }
  }
  edits.sort(byStart);
  const { text, places } = edited(document, edits);
  const replacements = edits.flatMap(({ start, end, value, written }, at): Restoration[] => {
    if (value === "") return [];
    const [from, to] = places[at] ?? [0, 0];
    const restoration = {
      placeholder: document.slice(start, end),
      value,
      masked_start: start,
      masked_end: end,
      start: from,
      end: to,
      written,
    };
    return [restoration];
  });
  return { text, replacements, unknown };
}

/** `edits` are in order. The places are those of their texts in the result. */
function edited(
  document: string,
  edits: readonly Edit[],
): { text: string; places: [number, number][] } {
  const parts: string[] = [];
  const places: [number, number][] = [];
  let at = 0;
  let length = 0;
  for (const { start, end, text } of edits) {
    parts.push(document.slice(at, start), text);
    length += start - at;
    places.push([length, length + text.length]);
    length += text.length;
    at = end;
  }
  parts.push(document.slice(at));
  return { text: parts.join(""), places };
}

function byStart(a: Range, b: Range): number {
  return a.start - b.start || a.end - b.end;
}

function hull(ranges: readonly (readonly [number, number])[]): [number, number] {
  return [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
}
