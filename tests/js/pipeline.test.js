// SPDX-License-Identifier: Apache-2.0

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { Tokenizer, pipeline } from "../../dist/node/index.js";
import { golden, sentence, tiny, toUtf16, use, withMarks } from "./support.js";

let ner;
beforeAll(
  async () => (ner = await pipeline("token-classification", tiny, { dtype: "fp32", threads: 1 })),
);
afterAll(() => ner?.dispose());

const simple = { aggregation_strategy: "simple" };

/** Our records have scores to 1e-4 of the expected ones, and all else equal. */
function expectRecords(found, expected) {
  const close = (records) => records.map((record) => ({ ...record, score: expect.any(Number) }));
  expect(found).toEqual(close(expected));
  found.forEach((record, i) => {
    expect(Math.abs(record.score - expected[i].score)).toBeLessThan(1e-4);
  });
}

describe.each(golden.cases)("$text", ({ text, none, simple: grouped }) => {
  test("has the records that Hugging Face finds, by none and simple", async () => {
    const whole = ({ start, end, ...record }) => {
      const [from, to] = withMarks(text, [start, end]);
      return { ...record, start: from, end: to };
    };
    expectRecords(await ner(text, { offsets: "codepoint" }), none.map(whole));
    expectRecords(await ner(text, { ...simple, offsets: "codepoint" }), grouped.map(whole));
  });

  test("has the same records in UTF-16, so that a slice is what was found", async () => {
    const utf16 = ({ start, end, ...record }) => {
      const [from, to] = withMarks(text, [start, end]);
      return { ...record, start: toUtf16(text, from), end: toUtf16(text, to) };
    };
    const found = await ner(text, simple);
    expectRecords(found, grouped.map(utf16));
    for (const { word, start, end } of found) {
      expect(start).toBeLessThan(end);
      // A `▁` that stands alone covers the first character of the piece after it, and ㍿ is four
      // pieces with one range.
      const isWhole = word !== "" && word === word.trim() && !text.includes("㍿");
      if (isWhole) expect(fold(text.slice(start, end))).toBe(fold(word));
    }
  });
});

/** Up to the tokenizer's normalisation. */
const fold = (text) => text.normalize("NFKC").replace(/\s+/g, " ").trim();

test.each([
  ["Angela Merkel besuchte im Juli Paris.", "PER Angela Merkel", "LOC Paris"],
  ["🎉 🚀🚀 Emma → Łódź 👩‍🚀", "LOC Łódź"],
  ["Jose\u0301 Mu\u0308ller visited Lo\u0301dz\u0301 in July.", "PER Jose\u0301 Mu\u0308ller"],
  ["דוד כהן גר בתל אביב.", "PER דוד כהן", "LOC תל אביב"],
  ["田中太郎は東京に住んでいます。", "LOC 東京"],
  ["My name is\r\nEmma\r\nand I live in Paris.\r\n", "PER Emma", "LOC Paris"],
])("in %j the slices are the entities", async (text, ...expected) => {
  const found = await ner(text, simple);
  const slices = found.map((each) => `${each.entity_group} ${text.slice(each.start, each.end)}`);
  expect(slices).toEqual(expect.arrayContaining(expected));
});

test("records have Hugging Face's keys in its order", async () => {
  const keys = async (options) => Object.keys((await ner(sentence, options))[0]);
  expect(await keys()).toEqual(["entity", "score", "index", "word", "start", "end"]);
  expect(await keys(simple)).toEqual(["entity_group", "score", "word", "start", "end"]);
});

test("a list gives a list of lists in its order, also for one text or none", async () => {
  const one = await ner(sentence);
  expect(await ner([sentence])).toEqual([one]);
  expect(await ner(["", sentence, "Emma"])).toEqual([[], one, await ner("Emma")]);
  expect(await ner([])).toEqual([]);
});

test("texts without a token have no records", async () => {
  for (const text of ["", " ", "\r\n\t", "\u200b", "\u3000"]) expect(await ner(text)).toEqual([]);
});

test("ignore_labels names labels by none and groups by simple", async () => {
  const labels = async (options) =>
    new Set((await ner(sentence, options)).map((each) => each.entity));
  expect(await labels({ ignore_labels: [] })).toEqual(new Set(["O", "B-PER", "I-PER", "B-LOC"]));
  expect(await labels({ ignore_labels: ["O", "B-PER"] })).toEqual(new Set(["I-PER", "B-LOC"]));
  const groups = await ner(sentence, { ...simple, ignore_labels: ["O", "PER"] });
  expect(groups.map((each) => each.entity_group)).toEqual(["LOC"]);
});

test("with nothing ignored, none gives every token, from 1, in order", async () => {
  const records = await ner(sentence, { ignore_labels: [] });
  expect(records.map((each) => each.index)).toEqual(records.map((_, i) => i + 1));
  const { tokens } = golden.cases.find(({ text }) => text === sentence);
  expect(records.map((each) => each.word)).toEqual(tokens.slice(1, -1));
});

test("a text longer than the window is windowed, and what is far apart is found everywhere", async () => {
  const copies = 40;
  const text = `${sentence} `.repeat(copies).trim();
  const found = await ner(text, simple);
  const starts = found.filter((each) => each.word === "Angela Merkel").map((each) => each.start);
  expect(starts.length).toBeGreaterThan(copies * 0.8);
  expect(new Set(starts).size).toBe(starts.length);
  for (const { word, start, end } of found) expect(fold(text.slice(start, end))).toBe(fold(word));
});

test("every token of a long text has one record, whatever the stride", async () => {
  const text = `${sentence} `.repeat(20).trim();
  for (const stride of [0, 1, 32, 125]) {
    const records = await ner(text, { ignore_labels: [], stride });
    expect(records).toHaveLength(20 * 17);
    expect(records.map((each) => each.index)).toEqual(records.map((_, i) => i + 1));
  }
});

test("a stride as long as the window is refused with both numbers", async () => {
  await expect(ner(sentence, { stride: 126 })).rejects.toMatchObject({
    code: "invalid_argument",
    message: "stride: expected fewer than the 126 tokens of text in a window, found 126",
  });
});

test("a result does not depend on what else is in the list", async () => {
  const texts = golden.cases.map(({ text }) => text);
  const alone = [];
  for (const text of texts) alone.push(await ner(text));
  expect(await ner(texts)).toEqual(alone);
});

test("two threads give what one gives, for texts and for words", async () => {
  const texts = Array.from({ length: 150 }, (_, i) => golden.cases[i % golden.cases.length].text);
  const lists = texts.map((text) => text.split(" "));
  await use(pipeline("ner", tiny, { dtype: "fp32", threads: 2 }), async (two) => {
    for (const aggregation_strategy of ["none", "average"]) {
      const options = { aggregation_strategy, top_k: 2 };
      expect(await two(texts, options)).toEqual(await ner(texts, options));
    }
    expect(await two.tagWords(lists)).toEqual(await ner.tagWords(lists));
  });
});

test("a text cut on request says how many tokens were left out", async () => {
  const text = `${sentence} `.repeat(20).trim();
  const cut = await ner(text, { truncation: true, ignore_labels: [] });
  expect(cut).toHaveLength(126);
  expect(cut.truncated).toBe(20 * 17 - 126);
  const like = await ner(text, { compat: "hf", ignore_labels: [] });
  expect([like.length, like.truncated]).toEqual([126, 20 * 17 - 126]);
  expect(await ner(sentence, { truncation: true })).not.toHaveProperty("truncated");
  expect(await ner(text)).not.toHaveProperty("truncated");
});

test("words are given as lists, and come back as lists of lists, as in Python", async () => {
  const words = ["Angela", "Merkel", "besuchte", "Paris."];
  const options = { is_split_into_words: true, ...simple };
  const [records] = await ner(words, options);
  expect(records.map((each) => [each.entity_group, each.word, each.start, each.end])).toEqual([
    ["PER", "Angela Merkel", 0, 13],
    ["LOC", "Paris", 23, 28],
  ]);
  expect(await ner([words, words], options)).toEqual([records, records]);
  const [joined] = await ner(words, { ...options, delimiter: "" });
  expect(joined.map(({ start, end }) => [start, end])).toEqual([
    [0, 12],
    [20, 25],
  ]);
});

test("a word keeps the U+FEFF that begins it", async () => {
  // Normalisation drops the mark, so only replaced offsets can make it part of a word.
  const text = "\ufeff" + "\u{13000}".repeat(20);
  const { offsets } = await use(Tokenizer.load(tiny), (tokenizer) => tokenizer.encode(text));
  const offset_mapping = offsets.with(-2, [0, text.length]);
  const records = await ner(text, { ignore_labels: [], offset_mapping });
  expect(records.at(-1).word).toBe(text);
});

test("compat refuses an empty list, and without it there is nothing to do", async () => {
  await expect(ner([], { compat: "hf" })).rejects.toMatchObject({
    code: "invalid_argument",
    message: "At least one input is required.",
  });
  expect(await ner([], { is_split_into_words: true })).toEqual([]);
});

test("offsets can be replaced, in the unit that is asked for", async () => {
  const text = "🎉 Paris";
  const { offsets } = await use(Tokenizer.load(tiny), (tokenizer) => tokenizer.encode(text));
  const records = await ner(text, { ...simple, offset_mapping: offsets });
  expect(records).toEqual(await ner(text, simple));
  const beyond = [...offsets.slice(0, -2), [3, 99], [0, 0]];
  await expect(ner(text, { offset_mapping: beyond })).rejects.toMatchObject({
    code: "invalid_argument",
    message: expect.stringMatching(/^offset_mapping\[\d+\]: expected a range within the text/),
  });
  await expect(ner([text, text], { offset_mapping: offsets })).rejects.toThrow(/expected one text/);
});

test("lone surrogates count one unit each and leave the rest as it is", async () => {
  const text = `\ud83d ${sentence} \ude80\ud83d`;
  const found = await ner(text, simple);
  expect(found).toEqual(await ner(text.toWellFormed(), simple));
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["Angela Merkel", "Paris"]);
});

test("a text of 1 MB is tagged from end to end", async () => {
  const text = `${sentence} `.repeat(Math.ceil(1e6 / 38)).slice(0, 1e6);
  const found = await ner(text, simple);
  expect(found[0]).toMatchObject({ word: "Angela Merkel", start: 0, end: 13 });
  expect(found.at(-1).start).toBeGreaterThan(1e6 - 200);
}, 240_000);

test("a text above the limit is refused with what was expected and found", async () => {
  const long = "a".repeat(2 ** 20 + 1);
  await expect(ner(long)).rejects.toMatchObject({
    name: "TextTooLongError",
    code: "text_too_long",
    message: expect.stringMatching(/expected at most 1048576 .*found/),
  });
  expect(await ner(sentence)).not.toEqual([]);
});

test("unknown options, strategies and texts reject with what was expected and found", async () => {
  const invalid = (message) => ({ name: "InvalidArgumentError", message });
  await expect(ner(sentence, { agregation: "none" })).rejects.toMatchObject(
    invalid(expect.stringContaining("found 'agregation'")),
  );
  await expect(ner(sentence, { aggregation_strategy: "last" })).rejects.toMatchObject(
    invalid(expect.stringMatching(/^aggregation_strategy: expected 'none' or .*, found 'last'$/)),
  );
  await expect(ner(7)).rejects.toMatchObject(
    invalid("text: expected a string or a list of strings, found 7"),
  );
});

test("a stream gives one list for each text, and the first before there is a second", async () => {
  let next;
  async function* texts() {
    yield "Emma";
    yield await new Promise((resolve) => (next = resolve));
    yield* ["", sentence, sentence];
  }
  const results = [];
  for await (const entities of ner.stream(texts(), simple)) {
    results.push(entities);
    if (results.length === 1) next(sentence);
  }
  expect(results).toEqual(await ner(["Emma", sentence, "", sentence, sentence], simple));
});

test("a stream that fails has given what was before", async () => {
  const results = [];
  const read = async () => {
    for await (const entities of ner.stream([sentence, "Emma", 7, "Emma"], simple)) {
      results.push(entities);
    }
  };
  await expect(read()).rejects.toMatchObject({
    code: "invalid_argument",
    message: "text: expected a string or a list of strings, found 7",
  });
  expect(results).toEqual(await ner([sentence, "Emma"], simple));
  await expect(ner.stream("Emma").next()).rejects.toMatchObject({
    code: "invalid_argument",
    message: "texts: expected an iterable of strings, found 'Emma'",
  });
});

test("info names what was loaded and cannot be changed through its copy", () => {
  const info = ner.info();
  expect(info).toMatchObject({
    model: tiny,
    weights: "model.safetensors",
    backend: "xnnpack",
    dtype: "fp32",
    kernel: expect.stringMatching(/^4x/),
    core: expect.stringMatching(/^(simd|relaxed)$/),
    threads: 1,
    max_tokens: 128,
  });
  expect(info.labels).toHaveLength(9);
  info.labels.length = 0;
  expect(ner.info().labels).toHaveLength(9);
});
