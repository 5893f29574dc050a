// SPDX-License-Identifier: Apache-2.0
// What the example of a proxy masks of a request's body, and what becomes of an answer's.

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { maskRequest, unmaskAnswer } from "../../examples/proxy/chat_body.mjs";
import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

const block = { "Sarah Connor": "PER", 'Ada "A" Berg': "PER", London: "LOC" };
const blocking = () => [createMasker(null, { block }), createMasker(null)];
const user = (content) => ({ role: "user", content });

describe("what is masked", () => {
  const masked = async (body) => (await maskRequest(blocking(), body)).masked;
  const call = (text) => ({ id: "c", type: "function", function: { name: "f", arguments: text } });

  test("is every text of a message, and names that are people's", async () => {
    const body = {
      model: "m",
      user: "Sarah Connor",
      messages: [
        { role: "system", content: "You work for Sarah Connor." },
        { role: "user", name: "Sarah Connor", content: [{ type: "text", text: "In London?" }] },
        { role: "assistant", content: null, tool_calls: [call('{"who": "Sarah Connor", "n": 1}')] },
        { role: "tool", name: "London", tool_call_id: "c", content: '{"city": "London"}' },
      ],
    };
    expect(await masked(body)).toEqual({
      model: "m",
      user: "[PER_1]",
      messages: [
        { role: "system", content: "You work for [PER_1]." },
        { role: "user", name: "[PER_1]", content: [{ type: "text", text: "In [LOC_1]?" }] },
        { role: "assistant", content: null, tool_calls: [call('{"who":"[PER_1]","n":1}')] },
        { role: "tool", name: "London", tool_call_id: "c", content: '{"city": "[LOC_1]"}' },
      ],
    });
  });

  test("is no schema of a tool, but its description", async () => {
    const tool = (description) => ({
      type: "function",
      function: {
        name: "London",
        description,
        parameters: { type: "object", properties: { a: { enum: ["London"], description } } },
      },
    });
    expect(await masked({ messages: [], tools: [tool("Of London")] })).toEqual({
      messages: [],
      tools: [tool("Of [LOC_1]")],
    });
  });

  test("is in the first message what the last one gives away", async () => {
    const named = [
      createMasker(async (text) =>
        text.includes("called Robin Hood")
          ? [{ entity_group: "PER", score: 1, word: "Robin Hood", start: 10, end: 20 }]
          : [],
      ),
      createMasker(null),
    ];
    const { masked: sent } = await maskRequest(named, {
      messages: [user("Robin Hood is ill."), user("He is called Robin Hood.".slice(3))],
    });
    expect(sent.messages.map(({ content }) => content)).toEqual([
      "[PER_1] is ill.",
      "is called [PER_1].",
    ]);
  });

  test("is what stands in fields that nobody has heard of, whatever the body is", async () => {
    const value = fc.oneof(
      fc.constantFrom("Sarah Connor", "in London", '"Ada \\"A\\" Berg"', "plain", 1, null, true),
      fc.string(),
    );
    const key = fc.oneof(
      fc.constantFrom("content", "name", "arguments", "function", "messages.0.role", "__proto__"),
      fc.string(),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: "small" }, value, fc.array(tie("tree")), tie("object")),
      object: fc.array(fc.tuple(key, tie("tree"))).map((pairs) =>
        // Of JSON, as of a client: `__proto__` is a key as any other.
        JSON.parse(
          `{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join()}}`,
        ),
      ),
    }));
    const message = fc.record({ role: fc.constant("user"), content: value, extra: tree });
    await fc.assert(
      fc.asyncProperty(fc.array(message), tree, async (messages, extra) => {
        const body = JSON.parse(JSON.stringify({ messages, extra }));
        const { masked: sent, session } = await maskRequest(blocking(), body);
        // Values of the generator's own strings may be anything but these, and keys stay.
        expect(valuesOf(sent).join("\n")).not.toMatch(/Sarah Connor|London|Berg/);
        expect(session.unmaskJson(sent)).toEqual(body);
      }),
      { numRuns: 200 },
    );
  });
});

test("an answer in any form stays what it is but for placeholders", async () => {
  const { session } = await maskRequest(blocking(), { messages: [user("Sarah Connor")] });
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect(await unmaskAnswer(session, value)).toEqual(value);
    }),
  );
});

/** All strings of a value that are no keys. */
function valuesOf(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(valuesOf) : [];
}
