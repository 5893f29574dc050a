// SPDX-License-Identifier: Apache-2.0

import { confidenceOf } from "./confidence.js";
import { hueOf, typeOf } from "../../wasm/js/base/palette.js";
import { isShown, labelOf, toSpans } from "./spans.js";
import type { Filter, Span } from "./spans.js";
import type { Block } from "./tagging.js";

/**
 * Entities as DOM nodes. Texts and labels become text nodes and attribute values, never markup, so
 * that nothing in them is run.
 */

const typeNames: Readonly<Record<string, string>> = {
  PER: "person",
  PERSON: "person",
  ORG: "organisation",
  LOC: "location",
  GPE: "geopolitical entity",
  FAC: "facility",
  NORP: "group",
  MISC: "other name",
  DATE: "date",
  EVT: "event",
  PRD: "product",
  INS: "institution",
};

/** A part of the text, its entities coloured and each followed by its label. */
export function textNode(block: Block, filter: Filter): Node {
  const node = element("div", { class: "block", dir: "auto" });
  let end = block.start;
  const slice = (from: number, to: number): string =>
    block.text.slice(from - block.start, to - block.start);
  for (const span of shownSpans(block, filter)) {
    node.append(slice(end, span.start), mark(slice(span.start, span.end), span));
    end = span.end;
  }
  node.append(slice(end, block.end));
  return node;
}

/**
 * One list item an entity: label, text, score. They are laid out by the block: a browser watches each
 * part that it may skip, and thousands of items would be slow to scroll and to point at.
 */
export function listNode(block: Block, filter: Filter): Node {
  const shown = block.entities.filter((each) => isShown(each, filter));
  if (shown.length === 0) return document.createDocumentFragment();
  const items = element("div", { class: "block", role: "presentation" });
  items.style.setProperty("--items", String(shown.length));
  for (const entity of shown) {
    const label = labelOf(entity);
    const text = block.text.slice(entity.start - block.start, entity.end - block.start);
    const item = element("div", { class: "item", role: "listitem" });
    const figures = element("span", { class: "figures" });
    figures.append(
      element("span", { class: "score" }, scoreText(entity.score)),
      element("span", { class: "where" }, `${entity.start}–${entity.end}`),
    );
    item.append(chip(label), element("bdi", { class: "name" }, text), figures);
    items.append(item);
  }
  return items;
}

/** The shown records as the API gives them, without the brackets around the list; nothing for none. */
export function jsonNode(block: Block, filter: Filter, isFirst: boolean): Node {
  const records = block.entities.filter((each) => isShown(each, filter));
  if (records.length === 0) return document.createDocumentFragment();
  const json = JSON.stringify(records, null, 2).slice(2, -2);
  return element("div", { class: "block" }, (isFirst ? "" : ",\n") + json);
}

/** A label in its colour. */
export function chip(label: string): HTMLElement {
  const node = element("span", { class: "chip", part: "label" }, label);
  paint(node, label);
  const name = typeNames[typeOf(label)];
  if (name !== undefined) node.append(unseen(` (${name})`));
  return node;
}

function scoreText(score: number): string {
  const low = confidenceOf(score) === "high" ? "" : ", low";
  return `score ${(score * 100).toFixed(1)} %${low}`;
}

/** The spans of a block that are shown, in units of the whole text. */
function shownSpans({ start, text, entities }: Block, filter: Filter): Span[] {
  const here = entities
    .filter((each) => isShown(each, filter))
    .map((each) => ({ ...each, start: each.start - start, end: each.end - start }));
  return toSpans(text, here).map((span) => ({
    ...span,
    start: span.start + start,
    end: span.end + start,
  }));
}

function mark(text: string, { label, score, start, end }: Span): HTMLElement {
  const node = element("mark", { part: "entity" }, text);
  node.dataset["entity"] = label;
  node.dataset["start"] = String(start);
  node.dataset["end"] = String(end);
  node.title = `${label}, ${scoreText(score)}`;
  paint(node, label);
  node.append(unseen(": "), chip(label));
  const confidence = confidenceOf(score);
  if (confidence !== "high") {
    node.classList.add(confidence);
    node.part.add("low");
    node.append(unseen(", low score"));
  }
  return node;
}

/** Text for screen readers alone. */
function unseen(text: string): HTMLElement {
  return element("span", { class: "unseen" }, text);
}

/** Gives a node its hue, and where the page sets `--ner-color-TYPE`, that colour. */
export function paint(node: HTMLElement, label: string): void {
  const type = typeOf(label);
  node.classList.add(`hue${hueOf(type)}`);
  if (/^[\w-]+$/.test(type)) node.style.setProperty("--own", `var(--ner-color-${type})`);
}

/** An element with its attributes, and with texts and nodes in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...content);
  return node;
}
