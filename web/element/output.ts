// SPDX-License-Identifier: Apache-2.0

import type { Entity } from "../../wasm/js/base/types.js";
import { confidenceOf } from "./confidence.js";
import type { Confidence } from "./confidence.js";
import { jsonNode, listNode, textNode } from "./nodes.js";
import type { Panel } from "./result_view.js";
import { SlicedView } from "./sliced_view.js";
import { countLabels, isShown } from "./spans.js";
import type { Filter } from "./spans.js";
import type { Block } from "./tagging.js";
import type { MaskSubject } from "./text_masker.js";

/**
 * What was found, and the nodes that show it: the coloured text always, list and JSON
 * while their panel is open. Grows block by block while a text is tagged.
 */
export class Output {
  filter: Filter = { threshold: 0, hidden: new Set() };
  /** Found entities by label, hidden ones included. */
  counts = new Map<string, number>();
  readonly text = new SlicedView<Block>(box("div", "text"), (each) => textNode(each, this.filter));
  readonly list = new SlicedView<Block>(box("div", "list"), (each) => listNode(each, this.filter));
  readonly json: SlicedView<Block> = new SlicedView<Block>(box("div", ""), (each) =>
    jsonNode(each, this.filter, !this.json.root.hasChildNodes()),
  );
  /** What can be masked, which is all that was found: placeholders depend on the whole text. */
  whole: MaskSubject | undefined;
  #blocks: Block[] = [];
  #panel: Panel | undefined;

  constructor() {
    this.text.root.setAttribute("part", "text");
    this.list.root.setAttribute("role", "list");
    this.list.root.setAttribute("aria-label", "Entities");
    this.list.root.tabIndex = 0; // it scrolls
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  /** The text as far as it was tagged. */
  get source(): string {
    return this.#blocks.map(({ text }) => text).join("");
  }

  get entities(): Entity[] {
    return this.#blocks.flatMap(({ entities }) => entities);
  }

  /** How sure the model is of what is shown. */
  get confidences(): Set<Confidence> {
    const found = new Set<Confidence>();
    for (const { entities } of this.#blocks) {
      for (const each of entities) {
        if (isShown(each, this.filter)) found.add(confidenceOf(each.score));
        if (found.size === 3) return found;
      }
    }
    return found;
  }

  get shownEntities(): Entity[] {
    return this.entities.filter((each) => isShown(each, this.filter));
  }

  clear(): void {
    this.#blocks = [];
    this.whole = undefined;
    this.counts = new Map();
    this.redraw();
  }

  /** Adds a block, instead of all others where it is the first of a text. */
  add(block: Block): void {
    const labels = countLabels(block.entities);
    if (block.start === 0) {
      this.#blocks = [block];
      this.whole = undefined;
      this.counts = labels;
      this.redraw();
      return;
    }
    this.#blocks.push(block);
    for (const [label, n] of labels) this.counts.set(label, (this.counts.get(label) ?? 0) + n);
    this.text.append(block);
    if (this.#panel === "list") this.list.append(block);
    if (this.#panel === "json") this.json.append(block);
  }

  open(panel: Panel | undefined): void {
    this.#panel = panel;
    this.#redrawPanel();
  }

  /** Draws all anew, because the filter has changed. */
  redraw(): void {
    this.text.show(this.#blocks);
    this.#redrawPanel();
  }

  /** To be called after the last block. */
  finish(): void {
    this.whole = { text: this.source, entities: this.entities };
  }

  #redrawPanel(): void {
    const blocks = (panel: Panel): readonly Block[] => (this.#panel === panel ? this.#blocks : []);
    this.list.show(blocks("list"));
    this.json.show(blocks("json"));
  }

  /** Labels that are hidden but were not found stay hidden. */
  toggled(label: string): Set<string> {
    const hidden = new Set(this.filter.hidden);
    if (!hidden.delete(label)) hidden.add(label);
    return hidden;
  }

  /** "2 entities", of those that are shown. */
  get summary(): string {
    const all = [...this.counts.values()].reduce((sum, n) => sum + n, 0);
    const shown =
      this.filter.threshold > 0 || this.filter.hidden.size > 0 ? this.shownEntities.length : all;
    const noun = all === 1 ? "entity" : "entities";
    return shown === all ? `${all} ${noun}` : `${shown} of ${all} ${noun}`;
  }
}

function box(name: string, className: string): HTMLElement {
  const node = document.createElement(name);
  if (className !== "") node.className = className;
  return node;
}
