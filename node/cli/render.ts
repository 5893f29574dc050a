// SPDX-License-Identifier: Apache-2.0

import type { Entity } from "../../wasm/js/types.js";

const reset = "\x1b[0m";
const dim = "\x1b[2m";
/** Bold in the label's own colour; labels that are not listed take the last. */
const colors = new Map([
  ["PER", "\x1b[1;35m"],
  ["ORG", "\x1b[1;34m"],
  ["LOC", "\x1b[1;32m"],
]);
const otherColor = "\x1b[1;33m";

/** The text with its entities in colour, each followed by its label: for a terminal. */
export function renderColored(text: string, entities: readonly Entity[]): string {
  let out = "";
  let end = 0;
  for (const [i, entity] of entities.entries()) {
    // A `▁` that stands alone covers the first character of the piece after it.
    if (entities[i + 1]?.start === entity.start) continue;
    const label = labelOf(entity);
    const color = colors.get(label.split("-").at(-1) ?? "") ?? otherColor;
    out += text.slice(end, entity.start);
    out += `${color}${text.slice(entity.start, entity.end)}${reset}${dim}[${label}]${reset}`;
    end = entity.end;
  }
  return out + text.slice(end);
}

/** The text with its entities in brackets: for a terminal without colours. */
export function renderBrackets(text: string, entities: readonly Entity[]): string {
  // eslint-disable-next-line no-control-regex
  return renderColored(text, entities).replace(/\x1b\[[\d;]*m/g, "");
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
