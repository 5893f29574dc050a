// SPDX-License-Identifier: Apache-2.0
// tests/e2e/eval_page.test.js reads the page in a browser.

import { describe, expect, test } from "@jest/globals";

import { pageOf } from "../../dist/node/report/page.js";
import { compared, mixed, sentence } from "./compared.js";

const names = { name: "gold.jsonl and mine.jsonl", model: undefined };
const pageFor = async (sentences, of = names) => pageOf(await compared(sentences), of);

/** The rows of the table with this caption, as texts. */
function tableOf(html, caption) {
  const [, table] = html.split(`<caption>${caption}</caption>`);
  return table
    .split("</table>")[0]
    .split("<tr>")
    .slice(1)
    .map((row) =>
      row
        .split(/<\/t[hd]>/)
        .slice(0, -1)
        .map((cell) => cell.replace(/<[^>]*>/g, "")),
    );
}

describe("the page of a comparison", () => {
  test("has the figures of each chart as a table", async () => {
    const html = await pageFor(mixed);
    const head = ["gold", "found", "correct", "precision", "recall", "F1"];
    // By hand: see compared.js.
    expect(tableOf(html, "F1 by type")).toEqual([
      ["type", ...head],
      ["LOC", "2", "4", "1", "25.00", "50.00", "33.33"],
      ["PER", "2", "1", "1", "100.00", "50.00", "66.67"],
      ["ORG", "1", "0", "0", "–", "0.00", "0.00"],
    ]);
    expect(tableOf(html, "F1 by language")).toEqual([
      ["language", ...head],
      ["Hebrew (he)", "2", "1", "1", "100.00", "50.00", "66.67"],
      ["Dutch (nl)", "3", "4", "1", "25.00", "33.33", "28.57"],
      ["German (de)", "0", "0", "0", "–", "–", "–"],
    ]);
    expect(tableOf(html, "Gold entities by their length")).toEqual([
      ["words", "gold", "right", "other type", "other boundaries", "missed"],
      ["1", "3", "1", "1", "0", "1"],
      ["2", "2", "1", "0", "1", "0"],
    ]);
    expect(tableOf(html, "F1 by length of the text")).toEqual([
      ["words", "texts", "gold", "found", "correct", "F1"],
      ["1–5", "2", "2", "1", "1", "66.67"],
      ["6–10", "1", "3", "4", "1", "28.57"],
    ]);
    // Scores 0.99 right, 0.4 wrong, 0.8 wrong, 0.61 wrong, (0.95 + 0.85) / 2 right.
    const bins = tableOf(html, "Reliability of the scores");
    expect(bins.filter(([, count]) => count !== "0")).toEqual([
      ["score", "entities", "mean score", "right, %"],
      ["0.3–0.4", "1", "0.4000", "0.00"],
      ["0.6–0.7", "1", "0.6100", "0.00"],
      ["0.7–0.8", "1", "0.8000", "0.00"],
      ["0.8–0.9", "1", "0.9000", "100.00"],
      ["0.9–1", "1", "0.9900", "100.00"],
    ]);
    // (0.4 + 0.61 + 0.8 + 0.1 + 0.01) / 5
    expect(html).toContain("Expected calibration error: <strong>38.40 %</strong>");
    expect(
      tableOf(html, "The most frequent errors first")
        .slice(1)
        .map((row) => row.join(" ")),
    ).toEqual([
      "nothing LOC made up 1",
      "LOC LOC other boundaries 1",
      "ORG LOC other type 1",
      "PER nothing missed 1",
    ]);
  });

  test("has no markup of a corpus, a file's name or a model", async () => {
    const evil = `<img/src="x"onerror=a&b>'\``;
    const page = async (word) =>
      pageFor(
        [
          sentence(`${word} b`, `B-${word} O`, `O B-${word}`, {
            language: word,
            scores: [1, 1],
            place: word,
          }),
        ],
        { name: word, model: word },
      );
    const tags = (html) =>
      html
        .replace(/<style>.*<\/style>/s, "")
        .match(/<[^>]*>/g)
        .map((tag) => tag.replace(/hue\d| long/g, ""));
    expect(tags(await page(evil))).toEqual(tags(await page("word")));
    expect(await page(evil)).toContain("&#60;img/src=&#34;x&#34;onerror=a&#38;b&#62;");
  });

  test("loads nothing and runs nothing", async () => {
    const html = await pageFor(mixed);
    expect(html).not.toMatch(/https?:|src=|href=|@import|<script|<link|url\((?!#)|\son\w+=/);
  });

  test("says why a chart is not there", async () => {
    const html = await pageFor([sentence("a", "B-X", "B-X")]);
    expect(html).toContain("The corpus does not say in which language a text is.");
    expect(html).toContain("The predicted tags have no scores.");
    expect(html).toContain("Every entity is right.");
    expect(html).not.toContain("Texts with the most wrong entities");
    const empty = await pageFor([sentence("a", "O", "O")]);
    expect(empty).toContain("There are no gold entities.");
    expect(empty).toContain("<dt>micro F1</dt><dd>–</dd>");
  });

  test("has all types in its table where there are too many for a chart", async () => {
    const types = Array.from({ length: 60 }, (_, at) => `B-T${at}`).join(" ");
    const html = await pageFor([sentence(Array(60).fill("a").join(" "), types, types)]);
    expect(tableOf(html, "F1 by type")).toHaveLength(61);
    expect(html).toContain("The first 40; the table has 20 more.");
  });
});
