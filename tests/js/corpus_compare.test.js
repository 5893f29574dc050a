// SPDX-License-Identifier: Apache-2.0
// Gold and predicted texts as sentences to compare. The oracle of figures is the sets of spans, as they are.
import { describe, expect, test } from "@jest/globals";

import { compareTexts } from "../../dist/node/corpus/compare.js";
import { unitsOf } from "../../dist/node/corpus/units.js";
import { evaluate } from "../../dist/node/index.js";
import "./support.js";
import { taggedTexts } from "./tagged_texts.js";

const compare = (gold, predicted, overlaps = false) =>
  compareTexts(gold, predicted, { overlaps, where: "p" });
const spanned = (place, text, spans, more = {}) => ({
  place,
  text,
  spans: spans.map(([start, end, label]) => ({ start, end, label, place })),
  ...more,
});
const words = (place, list, tags, more = {}) => ({ place, words: list, tags, ...more });

/** Numbers below n, the same each time. */
function numbers(seed) {
  let state = seed;
  return (n) => (state = (state * 48271) % 2147483647) % n;
}

describe("units", () => {
  test("are cut at white space, at punctuation and at each entity's ends", () => {
    const text = "🚀 New York-based";
    const pieces = (spans) => unitsOf(text, spans).map(({ start, end }) => text.slice(start, end));
    expect(pieces([])).toEqual(["🚀", "New", "York", "-", "based"]);
    expect(
      pieces([
        { start: 5, end: 9 },
        { start: 8, end: 11 },
      ]),
    ).toEqual(["🚀", "Ne", "w", "Y", "o", "rk", "-", "based"]);
    // White space is one only where an entity begins or ends with it.
    expect(pieces([{ start: 3, end: 7 }])).toEqual(["🚀", "New", " ", "York", "-", "based"]);
  });

  test("make figures on entities those of their sets, for texts of all kinds", async () => {
    const below = numbers(5);
    const gold = [];
    const predicted = [];
    const counts = { correct: 0, gold: 0, found: 0 };
    for (const [at, { record, entities }] of taggedTexts(1000, { seed: 11 }).entries()) {
      const all = entities.map(({ start, end, entity_group: label }) => [start, end, label]);
      const place = `g:${at + 1}`;
      const others = all.flatMap(([start, end, label]) => {
        if (below(4) === 0) return [];
        const shorter = below(3) === 0 && end - start > 2 ? end - 2 : end;
        const isInside = (record.text.codePointAt(shorter - 1) ?? 0) > 0xffff;
        return [[start, isInside ? end : shorter, below(5) === 0 ? "ORG" : label]];
      });
      gold.push(spanned(place, record.text, all));
      predicted.push(spanned(place, record.text, others));
      const keys = new Set(all.map(String));
      counts.correct += others.filter((span) => keys.has(String(span))).length;
      counts.gold += all.length;
      counts.found += others.length;
    }
    const sentences = compare(gold, predicted);
    const tags = (of) => sentences.map((each) => each[of]);
    const { figures } = await evaluate(tags("gold"), tags("predicted"));
    expect(counts.correct).toBeGreaterThan(300);
    expect(figures.micro).toMatchObject(counts);
  });

  test("of entities that differ in white space alone differ", () => {
    const [{ gold, predicted }] = compare(
      [spanned("g:1", "Emma  sings", [[0, 5, "PER"]])],
      [spanned("p:1", "Emma  sings", [[0, 4, "PER"]])],
    );
    expect(gold).toEqual(["B-PER", "I-PER", "O"]);
    expect(predicted).toEqual(["B-PER", "O", "O"]);
  });
});

describe("sentences", () => {
  test("of the same words keep their tags, whatever their scheme", () => {
    const gold = words("g:1", ["Emma", "B"], ["B-PER", "L-PER"], { language: "en" });
    const said = words("p:1", ["Emma", "B"], ["U-PER", "O"], { scores: [0.5, 0.75] });
    expect(compare([gold], [said])).toEqual([
      {
        text: "Emma B",
        units: [
          { start: 0, end: 4 },
          { start: 5, end: 6 },
        ],
        gold: ["B-PER", "L-PER"],
        predicted: ["U-PER", "O"],
        scores: [0.5, 0.75],
        language: "en",
        place: "g:1",
      },
    ]);
  });

  test("of words and of a text are compared as spans, whatever its white space", () => {
    const text = spanned("g:1", "Emma  lives in\u00a0Zürich.", [
      [0, 4, "PER"],
      [15, 21, "LOC"],
    ]);
    const list = ["Emma", "lives", "in", "Zürich", "."];
    const said = words("p:1", list, ["B-PER", "O", "O", "S-LOC", "O"], {
      scores: [1, 1, 1, 0.5, 1],
    });
    const [sentence] = compare([text], [said]);
    expect(sentence).toMatchObject({
      gold: ["B-PER", "O", "O", "B-LOC", "O"],
      predicted: ["B-PER", "O", "O", "B-LOC", "O"],
      scores: [1, undefined, undefined, 0.5, undefined],
    });
    const [other] = compare([said], [text]);
    expect(other.gold).toEqual(sentence.predicted);
  });

  test("of entities without a text take the gold text, by the records' ids", () => {
    const open = (id, spans) => ({ place: `p:${id}`, id, spansIn: () => spans });
    const gold = [
      spanned("g:1", "Emma", [[0, 4, "PER"]], { id: "7" }),
      spanned("g:2", "Oslo", [], { id: "8" }),
    ];
    const found = [{ start: 0, end: 4, label: "LOC", score: 0.25, place: "p:8" }];
    expect(compare(gold, [open("7", []), open("8", found)])).toMatchObject([
      { gold: ["B-PER"], predicted: ["O"] },
      { gold: ["O"], predicted: ["B-LOC"], scores: [0.25] },
    ]);
    expect(() => compare(gold, [open("8", []), open("7", [])])).toThrow(
      "p:8: expected the record 7 of g:1, found 8",
    );
  });

  test("keep overlapping entities for nervaluate alone", () => {
    const nested = [
      [0, 8, "ORG"],
      [4, 8, "LOC"],
    ];
    const gold = [spanned("g:3", "FC Köln e", nested)];
    expect(() => compare(gold, gold)).toThrow(
      'g:3: expected entities that do not overlap (the report nervaluate alone takes those), found ORG 0 to 8 ("FC Köln ") and LOC 4 to 8 ("öln ")',
    );
    const [{ spans }] = compare(gold, gold, true);
    expect(spans.gold).toHaveLength(2);
    // Pieces of a model that are one space stand at the next character, too.
    const [said] = compare(
      [spanned("g:1", "Emma", [[0, 4, "PER"]])],
      [
        spanned("p:1", "Emma", [
          [0, 1, "LOC"],
          [0, 4, "PER"],
        ]),
      ],
    );
    expect(said.predicted).toEqual(["B-PER"]);
  });

  test.each([
    [
      "another text",
      [spanned("g:2", "Emma in Paris", [])],
      [spanned("p:9", "Emma in Rome", [])],
      'p:9: expected the text of g:2, with "Emma in Paris" around character 8, found "Emma in Rome"',
    ],
    [
      "other line ends",
      [spanned("g:1", "a\r\nb", [])],
      [spanned("p:1", "a\nb", [])],
      'found "a\\nb"',
    ],
    [
      "another normalisation",
      [spanned("g:1", "e\u0301", [])],
      [spanned("p:1", "é", [])],
      "(another form of Unicode normalisation)",
    ],
    [
      "another word",
      [words("g:1", ["a", "London"], ["O", "O"], { wordPlaces: ["g:1", "g:2"] })],
      [words("p:1", ["a", "Londn"], ["O", "O"], { wordPlaces: ["p:4", "p:5"] })],
      'p:5: expected the word "London" as at g:2, found the word "Londn"',
    ],
    [
      "fewer words",
      [words("g:1", ["a", "b"], ["O", "O"])],
      [words("p:1", ["a"], ["O"])],
      'p:1: expected the word "b" as at g:1, found the end of the sentence',
    ],
    [
      "fewer tags",
      [words("g:1", ["a", "b"], ["O", "O"])],
      [{ place: "p:1", tags: ["O"] }],
      "p:1: expected 2 tags, as g:1 has tokens, found 1",
    ],
    [
      "words of another text",
      [spanned("g:1", "Emma sings", [])],
      [words("p:1", ["Emma", "sang"], ["O", "O"])],
      'p:1: expected the words of the text at g:1, "sings", found "sang"',
    ],
    [
      "words of a part",
      [spanned("g:1", "Emma sings", [])],
      [words("p:1", ["Emma"], ["O"])],
      'p:1: expected the words of the text at g:1, "sings", found the end',
    ],
    [
      "a text less",
      [spanned("g:1", "a", []), spanned("g:2", "b", [])],
      [spanned("p:1", "a", [])],
      "p:1: expected the text of g:2 behind it, found the end of the file",
    ],
    [
      "a text more",
      [spanned("g:1", "a", [])],
      [spanned("p:1", "a", []), spanned("p:2", "b", [])],
      "p:2: expected the end of the file, as behind g:1, found one more text",
    ],
    [
      "a gold text that is not there",
      [{ place: "g:1", spansIn: () => [] }],
      [],
      "g:1: expected a text with its entities, found entities alone",
    ],
    [
      "gold words that are not there",
      [{ place: "g:1", tags: [] }],
      [],
      "g:1: expected tokens with their tags, found tags alone",
    ],
  ])("%s is refused with its line", (_, gold, predicted, message) => {
    expect(() => compare(gold, predicted)).toThrow(message);
  });
});
