// SPDX-License-Identifier: Apache-2.0

import type { Entity } from "../../wasm/js/base/types.js";
import type { JudgedSpan } from "../report/faulty_texts.js";

const reset = "\x1b[0m";
const dim = "\x1b[2m";
const fault = "\x1b[1;31m";
/** Bold in the label's own colour; labels that are not listed take the last. */
const colors = new Map([
  ["PER", "\x1b[1;35m"],
  ["ORG", "\x1b[1;34m"],
  ["LOC", "\x1b[1;32m"],
]);
const otherColor = "\x1b[1;33m";

/** The text with its entities in colour, each followed by its label: for a terminal. */
export function renderColored(text: string, entities: readonly Entity[]): string {
  return render(text, entities.map(spanOf), (word, { label }) => {
    return `${colorOf(label.split("-").at(-1) ?? "")}${word}${reset}${dim}[${label}]${reset}`;
  });
}

/** The text with its entities in brackets, `[PER Emma]`: for a terminal without colours. */
export function renderBrackets(text: string, entities: readonly Entity[]): string {
  return render(text, entities.map(spanOf), (word, { label }) => `[${label} ${word}]`);
}

/** The text with what became of its entities, in colour or in brackets, on one line. */
export function renderJudged(text: string, spans: readonly JudgedSpan[], inColor: boolean): string {
  return render(printable(text), spans, (word, span) => {
    const { fate } = span;
    const label = printable(span.label);
    const isRight = fate === "right";
    if (!inColor) return isRight ? `[${label} ${word}]` : `[${label}, ${fate}: ${word}]`;
    const said = isRight ? "" : ` ${reset}${fault}${fate}${reset}${dim}`;
    return `${colorOf(label)}${word}${reset}${dim}[${label}${said}]${reset}`;
  });
}

/** On one line, and nothing in it moves the cursor. Each character is one still, so that offsets stay. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- those are what is looked for
  return text.replace(/[\0-\x1f\x7f-\x9f]/g, (each) => (/\s/.test(each) ? " " : "\ufffd"));
}

function colorOf(type: string): string {
  return colors.get(type) ?? otherColor;
}

function render<T extends { start: number; end: number }>(
  text: string,
  spans: readonly T[],
  show: (word: string, span: T) => string,
): string {
  let out = "";
  let end = 0;
  for (const [i, span] of spans.entries()) {
    // A `▁` that stands alone covers the first character of the piece after it.
    if (spans[i + 1]?.start === span.start) continue;
    out += text.slice(end, span.start);
    out += show(text.slice(span.start, span.end), span);
    end = span.end;
  }
  return out + text.slice(end);
}

function spanOf(entity: Entity): { start: number; end: number; label: string } {
  return { start: entity.start, end: entity.end, label: labelOf(entity) };
}

/** One line an entity, `LABEL score start end text` between tabs: for other programs. */
export function renderTable(text: string, entities: readonly Entity[]): string[] {
  return entities.map((entity) =>
    [
      labelOf(entity),
      entity.score.toFixed(4),
      entity.start,
      entity.end,
      text.slice(entity.start, entity.end).replace(/\s+/g, " "),
    ].join("\t"),
  );
}

function labelOf(entity: Entity): string {
  return "entity" in entity ? entity.entity : entity.entity_group;
}
