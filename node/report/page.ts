// SPDX-License-Identifier: Apache-2.0
//
// `xlmr-ner eval --html`: one page that needs nothing else, neither the network nor a script. Every chart has
// its figures in a table. Nothing of a corpus is markup.

import { escaped } from "../formats/html_parts.js";
import type { Comparison } from "./comparison.js";
import { confusionsOf, textsOf } from "./errors.js";
import { figuresOf } from "./figures.js";
import { count, counted, percent } from "./numbers.js";
import { pageStyles, patterns } from "./page_styles.js";

export interface PageNames {
  /** What was compared, as the files' names. */
  readonly name: string;
  /** Which model tagged it, where one did. */
  readonly model: string | undefined;
}

export function pageOf(comparison: Comparison, { name, model }: PageNames): string {
  const { figures } = comparison;
  const by = model === undefined ? "" : `, tagged with <bdi>${escaped(model)}</bdi>`;
  const size = `${counted(figures.sentences, "text")}, ${counted(figures.tokens, "word")}`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(name)}: predicted entities against gold ones</title>
<style>
${pageStyles}</style>
${patterns}
<main>
<h1>Predicted entities against gold ones</h1>
<p><bdi>${escaped(name)}</bdi>${by}. ${size}.</p>
${tilesOf(comparison)}
<div class="figures">
${figuresOf(comparison)}${confusionsOf(comparison)}</div>
${textsOf(comparison)}<footer>Scores are per cent, as <bdi>xlmr-ner eval</bdi> prints them. An entity is right where its
type, its beginning and its end are.</footer>
</main>
</html>
`;
}

function tilesOf({ figures }: Comparison): string {
  const { micro, macro, accuracy } = figures;
  const tiles = [
    ["micro F1", percent(micro.f1)],
    ["precision", percent(micro.precision)],
    ["recall", percent(micro.recall)],
    ["macro F1", percent(macro.f1)],
    ["tags right", percent(accuracy)],
    ["gold entities", count(micro.gold)],
    ["found", count(micro.found)],
    ["correct", count(micro.correct)],
  ] as const;
  const divs = tiles.map(
    ([name, value], at) =>
      `<div${at === 0 ? ` class="first"` : ""}><dt>${name}</dt><dd>${value}</dd></div>`,
  );
  return `<dl class="tiles">${divs.join("")}</dl>`;
}
