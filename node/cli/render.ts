// SPDX-License-Identifier: Apache-2.0

import type { Entity } from "../../wasm/js/base/types.js";
import { markedText } from "../formats/marked_text.js";
import { labelOf } from "../formats/record.js";
import type { Span } from "../formats/record.js";
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
export function renderColored(text: string, spans: readonly Span[]): string {
  const mark = (words: string, { label }: Span): string =>
    `${colorOf(label.split("-").at(-1) ?? "")}${words}${reset}${dim}[${label}]${reset}`;
  return markedText(text, spans, mark, asItIs);
}

/** The text with its entities in brackets, `[PER Emma]`: for a terminal without colours. */
export function renderBrackets(text: string, spans: readonly Span[]): string {
  return markedText(text, spans, (words, { label }) => `[${label} ${words}]`, asItIs);
}

/** The text with what became of its entities, in colour or in brackets, on one line. */
export function renderJudged(text: string, spans: readonly JudgedSpan[], inColor: boolean): string {
  const mark = (words: string, span: JudgedSpan): string => {
    const { fate } = span;
    const label = printable(span.label);
    const isRight = fate === "right";
    if (!inColor) return isRight ? `[${label} ${words}]` : `[${label}, ${fate}: ${words}]`;
    const said = isRight ? "" : ` ${reset}${fault}${fate}${reset}${dim}`;
    return `${colorOf(label)}${words}${reset}${dim}[${label}${said}]${reset}`;
  };
  return markedText(printable(text), spans, mark, asItIs);
}

function asItIs(text: string): string {
  return text;
}

/** On one line, and nothing in it moves the cursor. Each character is one still, so that offsets stay. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- those are what is looked for
  return text.replace(/[\0-\x1f\x7f-\x9f]/g, (each) => (/\s/.test(each) ? " " : "\ufffd"));
}

function colorOf(type: string): string {
  return colors.get(type) ?? otherColor;
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
