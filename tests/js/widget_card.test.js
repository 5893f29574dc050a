// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";
import { root } from "./support.js";

const { cardExamples, cardLanguages } = await fromSource("web/element/card.ts");
const { defaultExamples } = await fromSource("web/element/examples.ts");

const card = (...lines) => ["---", ...lines, "---", "# Title"].join("\n");

test("the embedded model's card has its three sentences", () => {
  const text = readFileSync(path.join(root, "models/default/README.md"), "utf8");
  expect(cardExamples(text)).toEqual([
    { text: "Angela Merkel besuchte im Juli Paris." },
    { text: "My name is Sarah and I live in London." },
    { text: "鈴木は4月の陽気の良い日に、鈴をつけて熊本県の阿蘇山に登った" },
  ]);
});

test("scalars in each of YAML's styles", () => {
  const found = cardExamples(
    card(
      "license: mit",
      "widget: # examples",
      "- text: plain: with a colon and a#hash # a comment",
      "  example_title: First",
      "  group: Dutch",
      '- text: "double \\"quoted\\" \\u00e9\\n# kept"',
      "- text: 'single ''quoted'''",
      "# a comment",
      "- text: >-",
      "    folded",
      "    lines",
      "",
      "    and a paragraph",
      "- text: |",
      "    kept",
      "      lines",
      "- text: plain",
      "    over two lines",
      "- just a string",
      "- example_title: before its text",
      "  text: Emma",
      "tags: [ner]",
      "- text: no longer the list",
    ),
  );
  expect(found).toEqual([
    { text: "plain: with a colon and a#hash", title: "First", group: "Dutch" },
    { text: 'double "quoted" é\n# kept' },
    { text: "single 'quoted'" },
    { text: "folded lines\n\nand a paragraph" },
    { text: "kept\n  lines" },
    { text: "plain over two lines" },
    { text: "just a string" },
    { text: "Emma", title: "before its text" },
  ]);
});

test("what belongs to other tasks is passed over", () => {
  const found = cardExamples(
    card(
      "widget:",
      "  - src: https://example.org/cat.png",
      "  - text: Emma",
      "    output:",
      "      - text: not an example",
      "        score: 1",
      "    parameters:",
      "      aggregation_strategy: simple",
      "  - text: [a, list]",
      "  - text: {a: map}",
      "  - text:",
      "model-index: []",
    ),
  );
  expect(found).toEqual([{ text: "Emma" }]);
});

test.each([
  ["no front matter", "widget:\n- text: x"],
  ["no list", card("widget: x")],
  ["nothing", ""],
  ["no end", "---\nwidget:"],
  ["a mapping", card("widget:", "  text: x")],
  ["deep", card("widget:", `  - ${"- ".repeat(50_000)}x`)],
  ["an open quote", card("widget:", `  - text: "${"\\a".repeat(50_000)}`)],
])("a card without examples has none: %s", (_, text) => {
  expect(cardExamples(text)).toEqual([]);
});

test("a model without a card has sentences, those of the page's language first", () => {
  const [first, second] = defaultExamples("nl-BE");
  expect([first.text, second.text]).toEqual([
    "Mijn naam is Emma en ik woon in Londen.",
    "Groenlinks praat over Schiphol.",
  ]);
  const groups = (language) => defaultExamples(language).filter(({ group }) => group === undefined);
  expect(groups("xx")).toEqual(groups("en"));
  expect(groups("")).toEqual(groups("en"));
  const titles = defaultExamples("en").map(({ title }) => title);
  expect(titles).toContain("Hebrew");
});

test.each([
  [["language: [de, \"no\", 'zh'] # three"], ["de", "no", "zh"]],
  [
    ["language:", "  - de", "- 'no'", "license: mit"],
    ["de", "no"],
  ],
  [["language: en"], ["en"]],
  [["language: 'no'"], ["no"]],
  [["language: # a comment", "- multilingual"], ["multilingual"]],
  [
    ["language: [", "  de,", "  ja", "]"],
    ["de", "ja"],
  ],
  [["languages: [de]", "widget:", "- text: language"], []],
  [["language:"], []],
])("the languages of %j", (lines, expected) => {
  expect(cardLanguages(card(...lines))).toEqual(expected);
});
