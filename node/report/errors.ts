// SPDX-License-Identifier: Apache-2.0
//
// The page's lists of errors: what was taken for what, and the texts with the most wrong entities, in the
// widget's colours. What became of an entity is a word beside it and the form of its border.

import type { Confusion } from "../../wasm/js/eval/types.js";
import { chipOf, escaped, markOf } from "../formats/html_parts.js";
import { markedText } from "../formats/marked_text.js";
import type { Comparison } from "./comparison.js";
import { fateClass, kindOf } from "./fates.js";
import type { FaultyText, JudgedSpan } from "./faulty_texts.js";
import { faultyTexts } from "./faulty_texts.js";
import { sentenceOf, tableOf } from "./figure.js";
import { languageName, languageTag } from "./languages.js";
import { count, counted } from "./numbers.js";

/** Rows that are shown at once. */
const mostConfusions = 10;
const mostTexts = 20;

export function confusionsOf({ figures: { confusions } }: Comparison): string {
  const heading = "What was taken for what";
  const [first] = confusions; // the most frequent one
  if (first === undefined) return sentenceOf(heading, "Every entity is right.");
  const table = (caption: string, some: readonly Confusion[]): string =>
    tableOf({
      caption,
      head: ["gold", "predicted", "kind", "entities"],
      rows: some.map((each) => [
        typeCell(each.gold),
        typeCell(each.predicted),
        kindOf(each),
        `<span class="number">${count(each.count)}</span>` +
          `<svg class="share" width="64" height="10" aria-hidden="true">` +
          `<rect class="accent" width="${((100 * each.count) / first.count).toFixed(2)}%" height="10"/></svg>`,
      ]),
    });
  const rest = confusions.slice(mostConfusions);
  const more =
    rest.length === 0
      ? ""
      : `<details><summary>${count(rest.length)} more</summary>${table("All others", rest)}</details>`;
  return (
    `<section class="figure confusions"><h2>${heading}</h2>` +
    `${table("The most frequent errors first", confusions.slice(0, mostConfusions))}${more}</section>\n`
  );
}

function typeCell(type: string | null): string {
  return type === null ? `<span class="dim">nothing</span>` : chipOf(type);
}

export function textsOf(comparison: Comparison): string {
  const texts = faultyTexts(comparison, mostTexts);
  if (texts.length === 0) return "";
  return (
    `<section class="texts"><h2>Texts with the most wrong entities</h2>` +
    `<p>What is right has no border. A dashed one: the entity was missed. Dotted: it was made up. ` +
    `Double: its place is right and its type is another. Solid: it begins or ends elsewhere.</p>\n` +
    `${texts.map(articleOf).join("\n")}</section>\n`
  );
}

function articleOf({ place, text, language, faults, gold, predicted }: FaultyText): string {
  const tag = language === undefined ? undefined : languageTag(language);
  const attributes = tag === undefined ? `dir="auto"` : `dir="auto" lang="${escaped(tag)}"`;
  const side = (name: string, spans: readonly JudgedSpan[]): string => {
    const marked = markedText(text, spans, judgedMark, escaped);
    return `<dt>${name}</dt><dd class="text" ${attributes}>${marked}</dd>`;
  };
  const said = [
    counted(faults, "wrong entity", "wrong entities"),
    ...(language === undefined ? [] : [languageName(language)]),
  ];
  return (
    `<article><h3><bdi>${escaped(place)}</bdi> <span class="dim">${escaped(said.join(", "))}</span></h3>` +
    `<dl>${side("gold", gold)}${side("predicted", predicted)}</dl></article>`
  );
}

/** The space keeps the label from being read as a part of the word. */
function judgedMark(words: string, { label, fate }: JudgedSpan): string {
  if (fate === "right") return markOf(words, label);
  return markOf(words, label, { kind: fateClass(fate), note: ` ${fate}` });
}
