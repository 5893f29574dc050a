// SPDX-License-Identifier: Apache-2.0

import type { Entity } from "../../wasm/js/base/types.js";

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
  return render(text, entities, (word, label) => {
    const color = colors.get(label.split("-").at(-1) ?? "") ?? otherColor;
    return `${color}${word}${reset}${dim}[${label}]${reset}`;
  });
}

/** The text with its entities in brackets, `[PER Emma]`: for a terminal without colours. */
export function renderBrackets(text: string, entities: readonly Entity[]): string {
  return render(text, entities, (word, label) => `[${label} ${word}]`);
}

function render(
  text: string,
  entities: readonly Entity[],
  show: (word: string, label: string) => string,
): string {
  let out = "";
  let end = 0;
  for (const [i, entity] of entities.entries()) {
    // A `▁` that stands alone covers the first character of the piece after it.
    if (entities[i + 1]?.start === entity.start) continue;
    out += text.slice(end, entity.start);
    out += show(text.slice(entity.start, entity.end), labelOf(entity));
    end = entity.end;
  }
  return out + text.slice(end);
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
