// SPDX-License-Identifier: Apache-2.0
//
// The page's charts of a comparison; in place of one that the corpus has nothing for, a sentence why.

import type { EntityScores } from "../../wasm/js/eval/types.js";
import { chipOf, escaped, hueClass } from "../formats/html_parts.js";
import type { Bar } from "./bar_chart.js";
import { barChart } from "./bar_chart.js";
import { calibrationOf, scoredEntities } from "./calibration.js";
import type { Comparison } from "./comparison.js";
import { fateClass, goldFates } from "./fates.js";
import { figureOf, sentenceOf } from "./figure.js";
import { languageName } from "./languages.js";
import { byEntityLength, bySentenceLength } from "./lengths.js";
import { count, counted, percent, rangeName } from "./numbers.js";
import { reliabilityChart } from "./reliability_chart.js";

/** In a chart; a table has all. */
const mostBars = 40;

const scoreHead = ["gold", "found", "correct", "precision", "recall", "F1"];

export function figuresOf(comparison: Comparison): string {
  const makers = [typesFigure, languagesFigure, entityLengths, calibrationFigure, sentenceLengths];
  return makers.map((make) => make(comparison)).join("");
}

function typesFigure({ figures }: Comparison): string {
  const types = Object.entries(figures.types).sort(([, one], [, other]) => other.gold - one.gold);
  const bars = types.map(([type, { f1 }]) => barOf(type, f1, hueClass(type)));
  return scoresFigure("types", "F1 by type", bars, {
    first: "type",
    rows: types.map(([type, scores]) => [chipOf(type), ...scoreCells(scores)]),
  });
}

function languagesFigure({ languages }: Comparison): string {
  if (languages.size === 0) {
    return sentenceOf("F1 by language", "The corpus does not say in which language a text is.");
  }
  const best = [...languages].sort(([, one], [, other]) => (other.f1 ?? -1) - (one.f1 ?? -1));
  const bars = best.map(([code, { f1 }]) => barOf(languageName(code), f1, "accent"));
  return scoresFigure("languages", "F1 by language", bars, {
    first: "language",
    rows: best.map(([code, scores]) => [escaped(languageName(code)), ...scoreCells(scores)]),
  });
}

function calibrationFigure({ corpus, pairs }: Comparison): string {
  const heading = "Reliability of the scores";
  const calibration = calibrationOf(scoredEntities(corpus.sentences, pairs));
  if (calibration === undefined) {
    return sentenceOf(
      heading,
      "The predicted tags have no scores. Those of a model (--model) have.",
    );
  }
  const { bins, error } = calibration;
  const description =
    `Expected calibration error ${percent(error)} % over ${counted(calibration.count, "entity", "entities")}. ` +
    filled(
      bins.flatMap(({ from, to, right }) =>
        right === null ? [] : [`scores from ${from} to ${to}: ${percent(right)} % right`],
      ),
    );
  return figureOf({
    heading,
    note:
      `Of entities with a score of 0.9, nine in ten should be right. Expected calibration error: ` +
      `<strong>${percent(error)} %</strong>, in ten bins of equal width ` +
      `(<cite>Guo et al., On Calibration of Modern Neural Networks, 2017</cite>).`,
    chart: reliabilityChart(calibration, { id: "reliability", title: heading, description }),
    legend: [
      ["accent", "share that is right"],
      ["gap", "distance to the mean score"],
    ],
    table: {
      caption: heading,
      head: ["score", "entities", "mean score", "right, %"],
      rows: bins.map(({ from, to, count: own, score, right }) => [
        `${from}–${to}`,
        count(own),
        score === null ? "–" : score.toFixed(4),
        percent(right),
      ]),
    },
  });
}

function entityLengths({ pairs }: Comparison): string {
  const heading = "Gold entities by their length";
  const lengths = byEntityLength(pairs);
  if (lengths.length === 0) return sentenceOf(heading, "There are no gold entities.");
  const bars = lengths.map((range): Bar => {
    const { gold, fates } = range;
    return {
      label: wordsOf(range),
      value: `${percent(fates.right / gold)} % of ${count(gold)}`,
      parts: goldFates.map((fate) => ({ share: fates[fate] / gold, style: fateClass(fate) })),
    };
  });
  return figureOf({
    heading,
    note: "What became of them. The figure is the share that is right.",
    chart: barChart({ id: "entity-lengths", title: heading, description: described(bars), bars }),
    legend: goldFates.map((fate) => [fateClass(fate), fate] as const),
    table: {
      caption: heading,
      head: ["words", "gold", ...goldFates],
      rows: lengths.map((range) => [
        rangeName(range),
        count(range.gold),
        ...goldFates.map((fate) => count(range.fates[fate])),
      ]),
    },
  });
}

function sentenceLengths({ corpus, pairs }: Comparison): string {
  const lengths = bySentenceLength(corpus.sentences, pairs);
  const bars = lengths.map((range) => {
    const { label, value, parts } = barOf(wordsOf(range), range.f1, "accent");
    return { label, value: `${value} in ${counted(range.sentences, "text")}`, parts };
  });
  const heading = "F1 by length of the text";
  return figureOf({
    heading,
    chart: barChart({ id: "text-lengths", title: heading, description: described(bars), bars }),
    table: {
      caption: heading,
      head: ["words", "texts", "gold", "found", "correct", "F1"],
      rows: lengths.map((range) => {
        const { sentences, gold, found, correct, f1 } = range;
        return [rangeName(range), ...[sentences, gold, found, correct].map(count), percent(f1)];
      }),
    },
  });
}

function scoresFigure(
  id: string,
  heading: string,
  bars: readonly Bar[],
  { first, rows }: { first: string; rows: string[][] },
): string {
  const shown = bars.slice(0, mostBars);
  const left = bars.length - shown.length;
  return figureOf({
    heading,
    note: left === 0 ? undefined : `The first ${mostBars}; the table has ${count(left)} more.`,
    chart: barChart({ id, title: heading, description: described(shown), bars: shown }),
    table: { caption: heading, head: [first, ...scoreHead], rows },
  });
}

function scoreCells({ gold, found, correct, precision, recall, f1 }: EntityScores): string[] {
  return [...[gold, found, correct].map(count), ...[precision, recall, f1].map(percent)];
}

function barOf(label: string, f1: number | null, style: string): Bar {
  return { label, value: percent(f1), parts: f1 === null ? [] : [{ share: f1, style }] };
}

function described(bars: readonly Bar[]): string {
  return filled(bars.map(({ label, value }) => `${label}: ${value}`));
}

/** As much as one listens to; the table has the rest. */
function filled(parts: readonly string[]): string {
  const most = 10;
  const rest = parts.length > most ? "; the table below has all" : "";
  return `${parts.slice(0, most).join("; ")}${rest}.`;
}

function wordsOf(range: { least: number; most: number }): string {
  return `${rangeName(range)} ${range.most === 1 ? "word" : "words"}`;
}
