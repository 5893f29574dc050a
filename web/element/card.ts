// SPDX-License-Identifier: Apache-2.0

import type { Example } from "./examples.js";

/**
 * What the front matter of a model card says. The languages are those of its `language`, a list or one:
 *
 *     cardLanguages("---\nlanguage: [de, \"no\"]\n---")   // ["de", "no"]
 */
export function cardLanguages(card: string): string[] {
  const [first = "", ...below] = linesOf(card, "language");
  const flow = /^\[(.*)\]\s*(#.*)?$/.exec([first, ...below].join(" ").trim())?.[1];
  const values =
    flow?.split(",") ??
    (first === "" ? below.map((line) => /^\s*-\s(.*)$/.exec(line)?.[1] ?? "") : [first]);
  return values.flatMap((value) => readScalar(value.trim(), []) ?? []).filter(Boolean);
}

/**
 * The examples of a model card: the `widget:` list in the YAML that its README.md begins with.
 *
 *     ---
 *     widget:
 *       - text: Mijn naam is Emma.
 *         example_title: A name
 *     ---
 *
 * Reads the part of YAML that such lists are written in: a list of mappings, or of plain strings, with
 * plain, quoted and block scalars. What is something else is passed over; nothing throws, and a card
 * is read once, line by line.
 */
export function cardExamples(card: string): Example[] {
  const [first, ...lines] = linesOf(card, "widget");
  if (first !== "") return [];
  const dash = lines.find((line) => line.trim() !== "")?.match(/^(\s*)-\s/)?.[1]?.length;
  if (dash === undefined) return [];
  return itemsOf(lines, dash).flatMap(readItem);
}

/** What stands behind a key of the front matter, then the lines below it, up to the next key. */
function linesOf(card: string, key: string): string[] {
  const lines = card.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines[0]?.trimEnd() !== "---") return [];
  const close = lines.findIndex((line, i) => i > 0 && /^(---|\.\.\.)\s*$/.test(line));
  const head = lines.slice(1, close < 0 ? lines.length : close);
  const start = head.findIndex((line) => line.startsWith(`${key}:`));
  if (start < 0) return [];
  const first = head[start]?.slice(key.length + 1).replace(/^\s*#.*$/, "") ?? "";
  const rest = head.slice(start + 1).filter((line) => !/^\s*#/.test(line));
  const stop = rest.findIndex((line) => /^[^\s\-\]]/.test(line));
  return [first.trim(), ...(stop < 0 ? rest : rest.slice(0, stop))];
}

/** The lines of each list item, its dash replaced by a blank. */
function itemsOf(lines: readonly string[], dash: number): string[][] {
  const items: string[][] = [];
  for (const line of lines) {
    const isItem = indentOf(line) === dash && /^\s*-(\s|$)/.test(line);
    if (isItem) items.push([line.replace("-", " ")]);
    else items.at(-1)?.push(line);
  }
  return items;
}

function readItem(lines: string[]): Example[] {
  const first = lines[0] ?? "";
  if (!/^\s+[\w-]+:(\s|$)/.test(first)) {
    const text = readScalar(first.trim(), lines.slice(1));
    return text === undefined || text === "" ? [] : [{ text }];
  }
  const fields = new Map<string, string>();
  const indent = indentOf(first);
  for (const [i, line] of lines.entries()) {
    const match = indentOf(line) === indent ? /^\s+([\w-]+):(?:\s+(.*))?$/.exec(line) : null;
    if (match === null) continue;
    const more = lines.slice(i + 1);
    const next = more.findIndex((each) => each.trim() !== "" && indentOf(each) <= indent);
    const value = readScalar(match[2] ?? "", next < 0 ? more : more.slice(0, next));
    if (value !== undefined && match[1] !== undefined) fields.set(match[1], value);
  }
  const [text, title, group] = ["text", "example_title", "group"].map((name) => fields.get(name));
  if (text === undefined || text === "") return [];
  return [{ text, ...(title ? { title } : {}), ...(group ? { group } : {}) }];
}

/** A scalar that begins with `head` and goes on in the more indented lines below it. */
function readScalar(head: string, below: readonly string[]): string | undefined {
  const block = /^([|>])([+-]?)\d?\s*(#.*)?$/.exec(head);
  if (block !== null) return readBlock(block[1] === ">", below);
  const whole = [head, ...below.map((line) => line.trim())].join("\n").trim();
  const flat = whole.replace(/\n(\n*)/g, (_, blank: string) => (blank === "" ? " " : blank));
  const double = /^"((?:[^"\\]|\\[^])*)"\s*(#.*)?$/.exec(flat)?.[1];
  if (double !== undefined) return unescape(double);
  const single = /^'((?:[^']|'')*)'\s*(#.*)?$/.exec(flat)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  if (/^(["'[{&*!|>%@`]|- )/.test(flat)) return undefined;
  return flat.replace(/(^|\s)#.*$/, "").trimEnd();
}

function readBlock(isFolded: boolean, lines: readonly string[]): string {
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map(indentOf));
  const text = lines.map((line) => line.slice(indent)).join("\n");
  const folded = isFolded ? text.replace(/(\S)\n(?=\S)/g, "$1 ") : text;
  return folded.trimEnd();
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "0": "\0",
  e: "\x1b",
  " ": " ",
  "/": "/",
  "\\": "\\",
  '"': '"',
};

function unescape(text: string): string {
  return text.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))/g,
    (all, x?: string, u?: string, long?: string, one?: string) => {
      const code = Number.parseInt(x ?? u ?? long ?? "", 16);
      if (one !== undefined) return escapes[one] ?? all;
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
