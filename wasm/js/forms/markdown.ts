// SPDX-License-Identifier: Apache-2.0

import { meaningOf, reference, withoutReferences } from "./character_references.js";
import type { Block, Piece, Writing } from "./document.js";
import { labelOf, markdownGroups } from "./markdown_lines.js";
import type { LinePart } from "./markdown_lines.js";

/** What stands in a line besides text; longest first where several begin at a place. */
const inline = new RegExp(
  [
    "(?<escape>\\\\[!-/:-@[-`{-~])",
    "(?<ticks>`+)",
    "(?<mail><[^\\s<>@]{1,64}@[^\\s<>@]{1,255}>)",
    "(?<tag></?[A-Za-z][^<>]*>|<!--[^<>]*-->|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*>)",
    "(?<target>\\]\\([ \\t]*(?:<[^<>\\n]{0,2000}>|[^\\s()<>]{0,2000}(?:\\([^\\s()]{0,200}\\)[^\\s()]{0,200}){0,8}))" +
      "(?=(?:\\s{1,9}(?:\"[^\"]{0,999}\"|'[^']{0,999}'|\\([^()]{0,999}\\)))?\\s{0,9}\\))",
    "(?<label>\\[(?<name>[^[\\]]{1,999})\\])",
    "(?<bare>(?<![\\p{L}\\p{M}\\p{N}]|[\\p{L}\\p{M}\\p{N}]_{1,3})[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){0,9}_(?:\\d{1,9}[a-z]{0,3}|[b-df-hj-np-tv-xz][2-9b-df-hj-np-tv-xz]{5,39})" +
      "(?![\\p{L}\\p{M}\\p{N}@]|_[\\p{L}\\p{N}]))",
    "(?<run>\\*+|~~+|(?<![\\p{L}\\p{M}\\p{N}_])_+|_+(?![\\p{L}\\p{M}\\p{N}_]))",
    "(?<bar>\\|)",
    "(?<line>\\n)",
  ].join("|"),
  "gu",
);

/**
 * The texts of a Markdown document: paragraphs, headings, items and cells, as they are read, without marks of emphasis,
 * links' targets and tags. Code is a text as well where it is wanted. Labels of links that the document defines stay;
 * they are given as well.
 */
export function markdownBlocks(
  markdown: string,
  hasCode: boolean,
): { blocks: Block[]; labels: ReadonlySet<string> } {
  const labels = new Set<string>();
  const blocks: Block[] = [];
  for (const { lines, isCode } of [...markdownGroups(markdown, labels)]) {
    if (!isCode) blocks.push(...new InlineText(markdown, lines, labels, hasCode).blocks());
    else if (hasCode) blocks.push({ pieces: joined(markdown, lines), writing: literal });
  }
  return { blocks, labels };
}

/** Text in which nothing is escaped. */
const literal: Writing = { encode: (text) => text, decode: (written) => written };

/** Lines as they are, parted by line ends that nothing goes over. */
function joined(markdown: string, lines: readonly LinePart[]): Piece[] {
  return lines.flatMap(({ start, end }) => [
    { text: markdown.slice(start, end), start, end },
    { text: "\n", start: end, end },
  ]);
}

class InlineText {
  readonly #markdown: string;
  readonly #labels: ReadonlySet<string>;
  readonly #hasCode: boolean;
  /** The lines, joined by line feeds. */
  readonly #text: string;
  /** Where each line begins in `#text`, and in the document. */
  readonly #lines: readonly { readonly at: number; readonly start: number }[];
  readonly #blocks: Block[] = [];
  #pieces: Piece[] = [];
  #line = 0;
  /** Where code begins and ends in the document, in order. */
  readonly #code: number[] = [];

  constructor(
    markdown: string,
    lines: readonly LinePart[],
    labels: ReadonlySet<string>,
    hasCode: boolean,
  ) {
    this.#markdown = markdown;
    this.#labels = labels;
    this.#hasCode = hasCode;
    this.#text = lines.map(({ start, end }) => markdown.slice(start, end)).join("\n");
    let at = 0;
    this.#lines = lines.map(({ start, end }) => {
      const line = { at, start };
      at += end - start + 1;
      return line;
    });
  }

  blocks(): Block[] {
    const text = this.#text;
    const runs = new BacktickRuns(text);
    let at = 0;
    for (;;) {
      inline.lastIndex = at;
      const match = inline.exec(text);
      if (match === null) break;
      this.#plain(at, match.index);
      at = this.#token(match, runs);
    }
    this.#plain(at, text.length);
    this.#finish();
    return this.#blocks;
  }

  /** Takes what stands at a place; returns where it ends. */
  #token({ 0: found, index, groups }: RegExpExecArray, runs: BacktickRuns): number {
    const end = index + found.length;
    const { escape, ticks, mail, label, name, bare, bar, line } = groups ?? {};
    if (escape !== undefined) this.#piece(found.slice(1), index, end);
    else if (ticks !== undefined) return this.#codeSpan(index, end, runs);
    else if (mail !== undefined) this.#plain(index, end);
    else if (label !== undefined) {
      if (this.#isReference(name ?? "") && !this.#isReference(labelAt(this.#text, end))) return end;
      // The rest of it may have other marks.
      this.#plain(index, index + 1);
      return index + 1;
    } else if (bare !== undefined) {
      const isMarked = isMarkBefore(this.#text, index) || isMark(this.#text[end]);
      if (isMarked) this.#virtual("[", index);
      this.#plain(index, end);
      if (isMarked) this.#virtual("]", end);
    } else if (bar !== undefined) this.#finish();
    else if (line !== undefined) this.#virtual("\n", end);
    return end;
  }

  #isReference(label: string): boolean {
    return this.#labels.has(labelOf(label));
  }

  #codeSpan(index: number, end: number, runs: BacktickRuns): number {
    const close = runs.next(end - index, end);
    if (close === undefined) {
      this.#plain(index, end);
      return end;
    }
    if (this.#hasCode) {
      this.#code.push(this.#placeOf(end), this.#placeOf(close));
      this.#plain(end, close, true);
    } else this.#virtual(" ", end);
    return close + end - index;
  }

  /** Text with character references, line by line. */
  #plain(from: number, to: number, isCode = false): void {
    for (const part of this.#text.slice(from, to).matchAll(/[^\n]+|\n/gu)) {
      const start = from + part.index;
      if (part[0] === "\n") {
        this.#virtual("\n", start + 1);
        continue;
      }
      let at = 0;
      for (const match of part[0].matchAll(reference)) {
        const meaning = meaningOf(match);
        if (meaning === undefined || isCode) continue;
        if (match.index > at)
          this.#piece(part[0].slice(at, match.index), start + at, start + match.index);
        at = match.index + match[0].length;
        this.#piece(meaning, start + match.index, start + at);
      }
      if (at < part[0].length) this.#piece(part[0].slice(at), start + at, start + part[0].length);
    }
  }

  #piece(text: string, from: number, to: number): void {
    const start = this.#placeOf(from);
    this.#pieces.push({ text, start, end: start + to - from });
  }

  #virtual(text: string, at: number): void {
    const place = this.#placeOf(at);
    this.#pieces.push({ text, start: place, end: place });
  }

  #finish(): void {
    const writing = writingIn(this.#markdown, this.#code);
    if (this.#pieces.length > 0) this.#blocks.push({ pieces: this.#pieces, writing });
    this.#pieces = [];
  }

  /** A place of `#text` in the document. */
  #placeOf(at: number): number {
    while ((this.#lines[this.#line + 1]?.at ?? Infinity) <= at) this.#line += 1;
    while ((this.#lines[this.#line]?.at ?? 0) > at) this.#line -= 1;
    const line = this.#lines[this.#line];
    return line === undefined ? at : line.start + at - line.at;
  }
}

/** Where runs of so many backticks are. */
class BacktickRuns {
  readonly #byLength = new Map<number, number[]>();
  readonly #next = new Map<number, number>();

  constructor(text: string) {
    for (const { 0: run, index } of text.matchAll(/`+/gu)) {
      const places = this.#byLength.get(run.length) ?? [];
      places.push(index);
      this.#byLength.set(run.length, places);
    }
  }

  /** The next one from a place on; places only grow. */
  next(length: number, from: number): number | undefined {
    const places = this.#byLength.get(length) ?? [];
    let at = this.#next.get(length) ?? 0;
    while ((places[at] ?? from) < from) at += 1;
    this.#next.set(length, at);
    return places[at];
  }
}

/** The label in brackets at a place. */
function labelAt(text: string, at: number): string {
  const pattern = /\[([^[\]]{1,999})\]/uy;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[1] ?? "";
}

/** Whether a mark ends there, or a backslash that stands for itself: it would escape a bracket. */
function isMarkBefore(text: string, at: number): boolean {
  const isEscaped = /(?<!\\)(?:\\\\)*\\.$/su.test(text.slice(Math.max(0, at - 20), at));
  return (isMark(text[at - 1]) && !isEscaped) || isBackslash(text, at);
}

function isBackslash(text: string, at: number): boolean {
  return /(?<!\\)(?:\\\\)*\\$/u.test(text.slice(Math.max(0, at - 20), at));
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && "*~_".includes(character);
}

/** Whether a place lies in one of these, which begin and end by turns. */
function isWithin(ends: readonly number[], place: number): boolean {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

const placeholder = /^\[[\p{L}\p{M}\p{N}]+(?:_[\p{L}\p{M}\p{N}]+)*\]$/u;
/** One of a usual label, which is known as one without its brackets, too. */
const usual = /^\[[A-Z][A-Z0-9_]*_[0-9a-z]+\]$/u;

function writingIn(markdown: string, code: readonly number[]): Writing {
  return {
    encode: (text, start, end) => {
      if (isWithin(code, start)) return text;
      const [before, behind] = [markdown[start - 1], markdown[end]];
      if (!placeholder.test(text)) return text.replace(/[\\`*_[\]<|~]|&(?=[#\w])/gu, "\\$&");
      // Brackets beside marks of emphasis would end these: 我是**[PER_1]**的. A word is read as one between them.
      const isMarked = usual.test(text) && (isMarkBefore(markdown, start) || isMark(behind));
      const isInside = isWord(before) || isWord(behind) || isInWord(markdown, start, end);
      if (isMarked && !isInside && (isMarkBefore(markdown, start) || !isMark(before))) {
        return text.slice(1, -1);
      }
      // It would be a link, or what one leads to.
      return behind !== undefined && "([:".includes(behind)
        ? text.replace(/[[\]]/gu, "\\$&")
        : text;
    },
    decode: (written) =>
      /<[A-Za-z/!?]|\]\(/u.test(written)
        ? undefined
        : withoutReferences(written.replace(/\\([!-/:-@[-`{-~])/gu, "$1")),
  };
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);
}

/** Whether a `_` at one of the ends stands within a word. */
function isInWord(markdown: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{M}\p{N}]_{1,3}$/u.test(markdown.slice(Math.max(0, start - 5), start)) ||
    (markdown[end] === "_" && isWord(markdown[end + 1]))
  );
}
