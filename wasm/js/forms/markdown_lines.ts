// SPDX-License-Identifier: Apache-2.0

/** A part of a line, without what it begins with as a block: `> `, `- `, `# `. */
export interface LinePart {
  readonly start: number;
  readonly end: number;
}

/** Lines that belong together: a paragraph, a heading, the content of a code block. */
export interface LineGroup {
  readonly lines: readonly LinePart[];
  readonly isCode: boolean;
}

/** What a line begins with that says what it is. */
const prefix = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/u;
const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/u;
const thematicBreak = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
/** Below a heading, or the head of a table. */
const ruler = /^(?:=+[ \t]*|[-:|][-:| \t]*)$/u;
const definition = /^\[((?:[^\\[\]]|\\.){1,999})\]:[ \t]*(?:<[^<>]*>|\S*)/u;
/** Blocks of HTML that go on over empty lines, with their ends. */
const htmlBlocks: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<script(?=[\s>]|$)/iu, /<\/script>/iu],
  [/^<style(?=[\s>]|$)/iu, /<\/style>/iu],
  [/^<!--/u, /-->/u],
];

/**
 * The texts of a Markdown document by their lines (CommonMark, with tables). Rulers, fences, labels and targets of
 * links' definitions, scripts, styles and comments are none. The labels of the definitions are added to
 * `labels`. Takes one pass.
 */
export function* markdownGroups(markdown: string, labels: Set<string>): Generator<LineGroup> {
  let lines: LinePart[] = [];
  let open: { readonly mark: string; readonly quotes: number } | undefined;
  let htmlEnd: RegExp | undefined;
  const take = (isCode: boolean): LineGroup[] => {
    const group = { lines, isCode };
    lines = [];
    return group.lines.length > 0 ? [group] : [];
  };
  for (const { start, end } of linesOf(markdown)) {
    const line = markdown.slice(start, end);
    if (htmlEnd !== undefined) {
      if (htmlEnd.test(line)) htmlEnd = undefined;
      continue;
    }
    const before = prefix.exec(line)?.[0] ?? "";
    const quotes = before.split(">").length;
    if (open !== undefined && quotes >= open.quotes) {
      const rest = line.trim().replace(/^(?:>[ \t]*)+/u, "");
      if (
        rest.startsWith(open.mark) &&
        rest
          .split(open.mark[0] ?? "")
          .join("")
          .trim() === ""
      ) {
        open = undefined;
        yield* take(true);
      } else lines.push({ start: start + quotedBy(line, open.quotes), end });
      continue;
    }
    if (open !== undefined) {
      open = undefined;
      yield* take(true);
    }
    const from = start + before.length;
    const text = line.slice(before.length);
    const isItem = /[-+*\d]/u.test(before);
    const [, ticks, tildes] = fence.exec(text) ?? [];
    const [defined, label] = definition.exec(text) ?? [];
    const html = htmlBlocks.find(([begin]) => begin.test(text));
    if (thematicBreak.test(line.trim()) || ruler.test(text) || text === "") {
      yield* take(false);
    } else if (defined !== undefined) {
      yield* take(false);
      labels.add(labelOf(label ?? ""));
      if (from + defined.length < end) lines.push({ start: from + defined.length, end });
      yield* take(false);
    } else if (ticks !== undefined || tildes !== undefined) {
      yield* take(false);
      open = { mark: ticks ?? tildes ?? "", quotes };
    } else if (html !== undefined) {
      yield* take(false);
      if (!html[1].test(text)) htmlEnd = html[1];
    } else {
      const heading = /^#{1,6}(?:[ \t]+|$)/u.exec(text)?.[0] ?? "";
      if (isItem || heading !== "") yield* take(false);
      if (from + heading.length < end) lines.push({ start: from + heading.length, end });
      if (heading !== "") yield* take(false);
    }
  }
  yield* take(open !== undefined);
}

/** What two spellings of a label have in common. */
export function labelOf(text: string): string {
  return text.trim().replace(/\s+/gu, " ").toLowerCase().toUpperCase();
}

function* linesOf(text: string): Generator<LinePart> {
  let start = 0;
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n|[\r\n]/gu)) {
    yield { start, end: index };
    start = index + lineEnd.length;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** How long what a line of a quoted code block begins with is. */
function quotedBy(line: string, quotes: number): number {
  return new RegExp(`^(?:[ \\t]*>){0,${quotes - 1}}`, "u").exec(line)?.[0].length ?? 0;
}
