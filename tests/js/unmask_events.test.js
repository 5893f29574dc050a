// SPDX-License-Identifier: Apache-2.0

import { ReadableStream } from "node:stream/web";

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

async function newMasker() {
  const masker = createMasker(null, {
    block: { Emma: "PER", 'Ada "A" Berg': "PER", Paris: "LOC" },
  });
  await masker.mask('Emma met Ada "A" Berg in Paris.');
  return masker;
}

const answer = 'Dear [PER_1], "[PER_2]" is in person_1\'s house in [LOC_1]. [PER_9]';
const restored = 'Dear Emma, "Ada "A" Berg" is in Emma\'s house in Paris. [PER_9]';

/** A text in pieces of these lengths. */
function cut(text, lengths) {
  const parts = [];
  let at = 0;
  for (const length of lengths) {
    parts.push(text.slice(at, at + length));
    at += length;
  }
  parts.push(text.slice(at));
  return parts;
}

const event = (data, name) =>
  `${name === undefined ? "" : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;

/** How each API sends the parts of an answer, and what a client reads of them; two answers where there may be. */
const apis = {
  "Chat Completions": {
    write: (parts) => [
      ...parts.map((content, at) =>
        event({ id: "x", choices: [{ index: at % 2, delta: { content: parts[at] } }] }),
      ),
      event({ id: "x", choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }),
      event({ id: "x", choices: [{ index: 1, delta: {}, finish_reason: "stop" }] }),
      "data: [DONE]\n\n",
    ],
    read: (events, choice) =>
      events
        .flatMap(({ choices = [] }) => choices)
        .filter(({ index }) => index === choice)
        .map(({ delta }) => delta.content ?? "")
        .join(""),
    of: (parts, choice) => parts.filter((_, at) => at % 2 === choice).join(""),
  },
  Responses: {
    write: (parts) => [
      event({ type: "response.created" }, "response.created"),
      ...parts.map((delta) =>
        event(
          { type: "response.output_text.delta", output_index: 0, content_index: 0, delta },
          "response.output_text.delta",
        ),
      ),
      event(
        {
          type: "response.output_text.done",
          output_index: 0,
          content_index: 0,
          text: parts.join(""),
        },
        "response.output_text.done",
      ),
    ],
    read: (events) => events.map(({ delta }) => delta ?? "").join(""),
    done: (events) => events.at(-1).text,
  },
  Messages: {
    write: (parts) => [
      event(
        { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
        "content_block_start",
      ),
      ...parts.map((text) =>
        event(
          { type: "content_block_delta", index: 0, delta: { type: "text_delta", text } },
          "content_block_delta",
        ),
      ),
      event({ type: "content_block_stop", index: 0 }, "content_block_stop"),
      event({ type: "message_stop" }, "message_stop"),
    ],
    read: (events) => events.map(({ delta }) => delta?.text ?? "").join(""),
  },
  Gemini: {
    write: (parts) =>
      parts.map((text, at) =>
        event({
          candidates: [
            {
              content: { parts: [{ text }] },
              index: 0,
              ...(at === parts.length - 1 ? { finishReason: "STOP" } : {}),
            },
          ],
        }),
      ),
    read: (events) =>
      events
        .flatMap(({ candidates }) => candidates[0].content.parts.map(({ text }) => text))
        .join(""),
  },
};

/** The events of a stream that comes in pieces. */
async function pass(masker, text, lengths) {
  let out = "";
  for await (const part of ReadableStream.from(cut(text, lengths)).pipeThrough(
    masker.unmaskEvents(),
  ))
    out += part;
  return out;
}

function dataOf(text) {
  return text
    .split("\n\n")
    .filter((each) => each !== "")
    .map((each) =>
      each
        .split("\n")
        .find((line) => line.startsWith("data: "))
        .slice(6),
    )
    .filter((data) => data !== "[DONE]")
    .map((data) => JSON.parse(data));
}

const lengths = fc.array(fc.nat(6), { maxLength: 30 });

describe("unmaskEvents", () => {
  test.each(Object.entries(apis))(
    "%s: the parts are those of the whole answer, unmasked, however cut",
    async (_, api) => {
      const masker = await newMasker();
      await fc.assert(
        fc.asyncProperty(lengths, lengths, async (parts, pieces) => {
          const sent = cut(answer, parts);
          const out = await pass(masker, api.write(sent).join(""), pieces);
          const events = dataOf(out);
          if (api.of === undefined) expect(api.read(events)).toBe(restored);
          else {
            for (const choice of [0, 1]) {
              expect(api.read(events, choice)).toBe(masker.unmask(api.of(sent, choice)).text);
            }
            expect(out.endsWith("data: [DONE]\n\n")).toBe(true);
          }
          if (api.done !== undefined) expect(api.done(events)).toBe(restored);
        }),
        { numRuns: 500 },
      );
    },
  );

  test("nothing of an answer comes behind the event that says that it is over", async () => {
    const masker = await newMasker();
    const text = apis.Messages.write(["Dear [PER", "_1]", ", I"]).join("");
    const types = dataOf(await pass(masker, text, [])).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(["content_block_stop", "message_stop"]);
    expect(types.indexOf("content_block_stop")).toBe(types.lastIndexOf("content_block_delta") + 1);
  });

  test("values in a tool's arguments stay a string of JSON", async () => {
    const masker = await newMasker();
    const json = '{"to":"[PER_2]","at":"[LOC_1]"}';
    await fc.assert(
      fc.asyncProperty(lengths, async (parts) => {
        const events = cut(json, parts).map((part) =>
          event({
            choices: [
              { index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: part } }] } },
            ],
          }),
        );
        events.push(event({ choices: [{ index: 0, delta: {}, finish_reason: "tool_calls" }] }));
        const out = dataOf(await pass(masker, events.join(""), []));
        const all = out
          .map(({ choices }) => choices[0].delta.tool_calls?.[0].function.arguments ?? "")
          .join("");
        expect(JSON.parse(all)).toEqual({ to: 'Ada "A" Berg', at: "Paris" });
      }),
      { numRuns: 300 },
    );
  });

  test("what is no JSON, comments, ids and unknown events stay; line ends may be CR or CRLF", async () => {
    const masker = await newMasker();
    const text =
      ': ping\r\n\r\nid: 7\rdata: [PER_1]\r\rdata: {\r\ndata: }\r\n\r\nevent: x\ndata: {"a":"[PER_1]"}';
    expect(await pass(masker, text, [1, 2, 3])).toBe(
      ': ping\n\nid: 7\ndata: [PER_1]\n\ndata: {}\n\nevent: x\ndata: {"a":"Emma"}\n\n',
    );
  });

  test("a stream that breaks off gives what was held back", async () => {
    const masker = await newMasker();
    const text = apis["Chat Completions"].write(["Dear [PER_1"])[0];
    const out = dataOf(await pass(masker, text, []));
    expect(apis["Chat Completions"].read(out, 0)).toBe("Dear [Emma");
  });
});

describe("maskJson and unmaskJson", () => {
  test("messages of a chat, by the path of their texts; keys and other values stay", async () => {
    const masker = createMasker(null, { block: { Emma: "PER", user: "PER" } });
    const messages = [
      { role: "user", content: "I am Emma.", n: 1, none: null, Emma: true },
      {
        role: "user",
        content: [
          { type: "text", text: "Emma?" },
          { type: "image", url: "Emma" },
        ],
      },
    ];
    const masked = await masker.maskJson(messages, {
      only: (path) => /^(?:content|text)$/.test(path.at(-1)),
    });
    expect(masked).toEqual([
      { role: "user", content: "I am [PER_1].", n: 1, none: null, Emma: true },
      {
        role: "user",
        content: [
          { type: "text", text: "[PER_1]?" },
          { type: "image", url: "Emma" },
        ],
      },
    ]);
    expect(masker.unmaskJson(masked)).toEqual(messages);
    expect(messages[0].content).toBe("I am Emma.");
  });

  test("any JSON comes back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const masker = createMasker(null, { block: { a: "PER", b: "LOC" } });
        expect(masker.unmaskJson(await masker.maskJson(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test("a value 2,000 deep is no problem, and one that cannot be copied a typed error", async () => {
    const masker = createMasker(null, { block: { Emma: "PER" } });
    let deep = ["Emma"];
    for (let i = 0; i < 2_000; ++i) deep = [deep];
    let found = await masker.maskJson(deep);
    while (Array.isArray(found)) found = found[0];
    expect(found).toBe("[PER_1]");
    await expect(masker.maskJson({ f: () => 1 })).rejects.toMatchObject({
      code: "invalid_argument",
    });
    await expect(masker.maskJson("x", { only: 1 })).rejects.toMatchObject({
      code: "invalid_argument",
    });
  });
});
