// SPDX-License-Identifier: Apache-2.0
// What each form of output says of a thousand texts, read back by a reader that knows the form alone.
// round_trips_python.test.js has the packages that the forms are for.

import { describe, expect, test } from "@jest/globals";

import { writerOf } from "../../dist/node/cli/writers.js";
import { bratAnnotations } from "../../dist/node/formats/brat.js";
import { readRows } from "../../dist/node/formats/table.js";
import { spansIn, taggedTexts, written } from "./tagged_texts.js";

const texts = taggedTexts(1000);
const flat = taggedTexts(1000, { seed: 2, lines: false });
const options = { format: "text", isFromArguments: false, color: true };
const write = (form, all = texts, more = {}) =>
  written(writerOf(form, { ...options, ...more }), all);
const objects = (jsonl) =>
  jsonl
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
/** Offsets in code points as UTF-16 units. */
const unitsOf = (text, points) => [...text].slice(0, points).join("").length;

const expected = texts.map(spansIn);
const sources = texts.map(({ record }) => record.text);

test("the texts are what they are said to be", () => {
  const all = sources.join("");
  for (const part of ["🚀", "e\u0301", "שלום", "\r\n"]) expect(all).toContain(part);
  expect(expected.flat().length).toBeGreaterThan(1000);
  const inLines = texts
    .flatMap(({ entities }) => entities)
    .filter(({ word }) => /[\r\n]/.test(word));
  expect(inLines.length).toBeGreaterThan(20);
});

test("json", () => {
  expect(objects(write("json")).map((entities) => spansIn({ entities }))).toEqual(expected);
});

test("jsonl", () => {
  const records = objects(write("jsonl"));
  expect(records.map(spansIn)).toEqual(expected);
  expect(records.map(({ text }) => text)).toEqual(sources);
  expect(records.map(({ id }) => id)).toEqual(texts.map((_, i) => i + 1));
});

test("tsv, an entity a line with the number of its text", () => {
  const found = sources.map(() => []);
  for (const line of write("tsv").trimEnd().split("\n")) {
    const [label, , start, end, , id] = line.split("\t");
    found[id - 1].push([Number(start), Number(end), label]);
  }
  expect(found).toEqual(expected);
});

test("text, in colours", () => {
  const escape = "\u001b";
  const mark = new RegExp(
    `${escape}\\[1;3\\dm([^]*?)${escape}\\[0m${escape}\\[2m\\[(\\w+)\\]${escape}\\[0m`,
    "g",
  );
  const writer = writerOf("text", options);
  for (const [i, tagged] of texts.entries()) {
    const spans = [];
    let removed = 0;
    const colored = writer.write(tagged).slice(0, -1);
    const plain = colored.replace(mark, (whole, words, label, at) => {
      const start = at - removed;
      removed += whole.length - words.length;
      spans.push([start, start + words.length, label]);
      return words;
    });
    expect([plain, spans]).toEqual([sources[i], expected[i]]);
  }
});

test("doccano, in UTF-16 units", () => {
  const records = objects(write("doccano"));
  expect(records.map(({ label }) => label)).toEqual(expected);
  expect(records.map(({ text }) => text)).toEqual(sources);
});

test("Label Studio, in UTF-16 units", () => {
  const tasks = JSON.parse(write("label-studio"));
  expect(tasks.map(({ data }) => data.text)).toEqual(sources);
  for (const [i, { predictions }] of tasks.entries()) {
    const values = predictions[0].result.map(({ value }) => value);
    expect(values.map(({ start, end, labels }) => [start, end, ...labels])).toEqual(expected[i]);
    for (const { start, end, text } of values) expect(sources[i].slice(start, end)).toBe(text);
  }
});

test("spaCy, whose tokens are the text", () => {
  const documents = JSON.parse(write("spacy"));
  for (const [i, { paragraphs }] of documents.entries()) {
    const [{ raw, sentences }] = paragraphs;
    const spans = [];
    let text = "";
    for (const { orth, space, ner } of sentences[0].tokens) {
      const [prefix, label] = [ner[0], ner.slice(2)];
      expect(orth).not.toBe("");
      if ("BU".includes(prefix)) spans.push([text.length, 0, label]);
      text += orth;
      if ("LU".includes(prefix)) spans.at(-1)[1] = text.length;
      text += space;
    }
    expect([raw, text, spans]).toEqual([sources[i], sources[i], expected[i]]);
  }
});

test("brat, in code points, an entity of several lines in parts", () => {
  for (const [i, tagged] of texts.entries()) {
    const lines = bratAnnotations(tagged).split("\n").slice(0, -1);
    const points = [...sources[i]];
    const spans = lines.map((line, n) => {
      const [id, place, words] = line.split("\t");
      const [label, ...numbers] = place.split(/[ ;]/);
      const ranges = numbers.map(Number);
      const parts = ranges.flatMap((from, k) =>
        k % 2 === 0 ? [points.slice(from, ranges[k + 1]).join("")] : [],
      );
      expect([id, words]).toEqual([`T${n + 1}`, parts.join(" ")]);
      expect(words).not.toMatch(/[\r\n]/);
      return [ranges[0], ranges.at(-1)].map((at) => unitsOf(sources[i], at)).concat(label);
    });
    expect(spans).toEqual(expected[i]);
  }
});

test("conll, whose words are found in the text one after the other", () => {
  const sentences = write("conll").split("\n\n").slice(0, -1);
  // A text without a word has an empty sentence, which no reader can tell from none.
  const withWords = texts.filter(({ record }) => /[^\s\u0085]/u.test(record.text));
  const filled = sentences.map((each) => each.replace(/^\n+/, "")).filter((each) => each !== "");
  expect(filled.length).toBe(withWords.length);
  for (const [i, tagged] of withWords.entries()) {
    const { text } = tagged.record;
    const spans = [];
    let at = 0;
    for (const line of filled[i].split("\n")) {
      const [word, tag, ...more] = line.split(/[\s\u0085]/u);
      expect([word === "", more]).toEqual([false, []]);
      const start = text.indexOf(word, at);
      at = start + word.length;
      if (tag.startsWith("B-")) spans.push([start, at, tag.slice(2)]);
      if (tag.startsWith("I-")) spans.at(-1)[1] = at;
    }
    expect(spans).toEqual(spansIn(tagged));
  }
});

describe.each(["csv", "tsv"])("%s, a table", (form) => {
  const all = (form === "csv" ? texts : flat).map(({ record, entities }, i) => {
    const text = form === "csv" ? record.text : record.text.replaceAll("\t", " ");
    const table = { header: ["text", "n"], cells: [text, String(i)] };
    return { record: { ...record, text, table }, entities };
  });

  test("has each row with its entities", async () => {
    const output = write(form, all, { format: form });
    // A lone carriage return is no end of a line, but CRLF is one.
    async function* lines() {
      for (const [i, text] of output.trimEnd().split("\n").entries())
        yield { text, number: i + 1, ending: "\n" };
    }
    const rows = [];
    const options = { form, textColumn: "text", mostUnits: 1e6, fail: (_, message) => message };
    for await (const row of readRows(lines(), options)) rows.push(row);
    expect(rows.map(({ problem }) => problem).filter(Boolean)).toEqual([]);
    const [header, ...cells] = rows.map((row) => row.cells);
    expect(header).toEqual(["text", "n", "entities"]);
    expect(cells.map(([text]) => text)).toEqual(all.map(({ record }) => record.text));
    const found = cells.map((row) => spansIn({ entities: JSON.parse(row[2]) }));
    expect(found).toEqual(all.map(spansIn));
  });
});

test("html, each character of a text and each entity", () => {
  const page = write("html");
  const decode = (html) => html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  const paragraphs = [...page.matchAll(/<p class="text" dir="auto">([^]*?)<\/p><\/article>/g)];
  expect(paragraphs.length).toBe(texts.length);
  const mark =
    /<mark class="hue\d"><span>([^]*?)<\/span><span class="chip hue\d">([^]*?)<\/span><\/mark>/g;
  for (const [i, [, html]] of paragraphs.entries()) {
    const spans = [];
    let text = "";
    let end = 0;
    for (const match of html.matchAll(mark)) {
      text += decode(html.slice(end, match.index));
      const words = decode(match[1]);
      spans.push([text.length, text.length + words.length, decode(match[2])]);
      text += words;
      end = match.index + match[0].length;
    }
    text += decode(html.slice(end));
    expect([text, spans]).toEqual([sources[i], expected[i]]);
    expect(html.replace(mark, "$1$2")).not.toMatch(/[<>"\r]/);
  }
});
