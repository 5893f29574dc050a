// SPDX-License-Identifier: Apache-2.0
// The addresses of the server that mask: what they answer is what the masker gives in this process.

import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { createMasker } from "../../dist/wasm/js/masking/index.js";
import { createRecognizers } from "../../dist/wasm/js/recognizers/public.js";
import { closeServers, heldLoader, heldModel, post, raw, serveModels } from "./served.js";
import { golden, sentence, tiny, until } from "./support.js";

let ner;
beforeAll(async () => (ner = await pipeline("ner", undefined, { threads: 1 })));
afterAll(() => ner.dispose());
afterEach(closeServers);

const recognizers = createRecognizers();
const embedded = [{ id: "default", source: undefined }];

/** A server, and what asks it. */
async function masking(settings) {
  const server = await serveModels({ models: embedded, ...settings });
  return {
    ...server,
    mask: (body, init) => post(`${server.url}/v1/mask`, body, init),
    unmask: (body, init) => post(`${server.url}/v1/unmask`, body, init),
  };
}

/** Offsets in code points, as an oracle that counts them. */
const points = (text, at) => [...text.slice(0, at)].length;
const withPoints = (text, { text: masked, replacements }) => ({
  text: masked,
  replacements: replacements.map((each) => ({
    ...each,
    start: points(text, each.start),
    end: points(text, each.end),
    masked_start: points(masked, each.masked_start),
    masked_end: points(masked, each.masked_end),
  })),
});

const contact = `😀 ${sentence} Mail anna@example.org, Tel. +44 20 7946 0018.`;

describe("a masked text", () => {
  test("is what the masker gives, alone and in a list, with its table", async () => {
    const { mask } = await masking();
    const texts = [contact, ...golden.cases.slice(0, 40).map(({ text }) => text), ""];
    const session = createMasker(ner, { recognizers }).session();
    const expected = [];
    for (const text of texts) expected.push(withPoints(text, await session.mask(text)));
    expect(await mask({ inputs: texts })).toMatchObject({
      status: 200,
      body: { outputs: expected, session: session.toJSON() },
    });
    const alone = createMasker(ner, { recognizers }).session();
    const output = withPoints(contact, await alone.mask(contact));
    expect((await mask({ inputs: contact })).body).toEqual({
      outputs: output,
      session: alone.toJSON(),
    });
    expect(output.text).toBe(
      "😀 [PER_1] besuchte im Juli [LOC_1]. Mail [EMAIL_1], Tel. [PHONE_1].",
    );
    expect(output.replacements[0]).toMatchObject({ start: 2, end: 15, masked_start: 2 });
  });

  test("goes back with its table, which the server does not keep", async () => {
    const { mask, unmask } = await masking();
    const { body: first } = await mask({ inputs: sentence });
    const { session } = first;
    const { body: second } = await mask({ inputs: "Merkel kam aus Paris.", session });
    expect(second.outputs.text).toBe("[PER_1b] kam aus [LOC_1].");
    const { body: back } = await unmask({
      inputs: [second.outputs.text, "Dear 😀 per_1, is [LOC 1] nice? [PER_9]"],
      session: second.session,
    });
    expect(back.outputs.map(({ text }) => text)).toEqual([
      "Merkel kam aus Paris.",
      "Dear 😀 Angela Merkel, is Paris nice? [PER_9]",
    ]);
    expect(back.outputs[1]).toMatchObject({
      replacements: [
        { placeholder: "per_1", value: "Angela Merkel", start: 7, masked_start: 7, masked_end: 12 },
        { placeholder: "[LOC 1]", value: "Paris" },
      ],
      unknown: ["[PER_9]"],
    });
    // Another request without the table begins anew.
    const { body: other } = await unmask({
      inputs: "[PER_1]",
      session: { ...session, claims: [] },
    });
    expect(other.outputs.text).toBe("[PER_1]");
  });

  test("is masked to its end, however long it is", async () => {
    const { mask } = await masking();
    const long = `${"Es regnete sehr lange und alle warteten. ".repeat(200)}${sentence}`;
    const { body } = await mask({ inputs: long });
    expect(body.outputs.text.slice(-60)).toMatch(/warteten\. \[PER_1\] besuchte im .*\[LOC_1\]\.$/);
    expect(body.outputs.text).not.toMatch(/Merkel|Paris/);
  });

  const mail = "Angela Merkel: anna@example.org";
  test.each([
    ["policy", { policy: { PER: "redact", EMAIL: "keep" } }, "[PER]: anna@example.org"],
    ["key", { policy: { "*": "hash" }, key: "k" }, /^\[PER#\w+\]: \[EMAIL#\w+\]$/],
    ["min_score", { min_score: { PER: 1 }, rules: false }, mail],
    ["rules", { rules: false }, "[PER_1]: anna@example.org"],
    ["allow", { allow: ["Angela Merkel"] }, "Angela Merkel: [EMAIL_1]"],
    ["block", { block: ["example"], rules: false }, "[PER_1]: anna@[PRIVATE_1].org"],
    ["block by value", { block: { anna: "NICK" }, rules: false }, "[PER_1]: [NICK_1]@example.org"],
    ["what is null", { allow: null, policy: null, rules: null }, "[PER_1]: [EMAIL_1]"],
  ])("follows %s", async (_, parameters, expected) => {
    const { mask } = await masking();
    const { body } = await mask({ inputs: mail, parameters });
    if (expected instanceof RegExp) expect(body.outputs.text).toMatch(expected);
    else expect(body.outputs.text).toBe(expected);
  });

  test("is by the model that is named, or by the first", async () => {
    const models = [
      { id: "one", source: tiny },
      { id: "two", source: tiny },
    ];
    const { mask, url } = await masking({ models });
    expect((await mask({ inputs: sentence, model: "two" })).status).toBe(200);
    const { models: states } = await (await fetch(`${url}/info`)).json();
    expect(states.map(({ state }) => state)).toEqual(["not loaded", "loaded"]);
    expect((await mask({ inputs: sentence })).status).toBe(200);
    const none = await mask({ inputs: sentence, model: "a/b" });
    expect(none).toMatchObject({ status: 404, body: { error: "Model a/b does not exist" } });
  });
});

describe("what is unmasked", () => {
  test("needs no model", async () => {
    const { load, loads } = heldLoader();
    const { unmask } = await masking({ load });
    const session = {
      version: 1,
      claims: [{ label: "PER", id: "1", value: "Emma" }],
      reserved: [],
    };
    const { status, body } = await unmask({ inputs: "[PER_1]", session });
    expect([status, body.outputs.text, loads()]).toEqual([200, "Emma", 0]);
    expect(body).not.toHaveProperty("session");
  });
});

const claim = (label, id, value) => ({ label, id, value });
const table = (...claims) => ({ version: 1, claims, reserved: [] });

describe("clumsy and hostile bodies", () => {
  test.each([
    ["mask", { inputs: 1 }, /^inputs: expected a string or a list/],
    ["mask", "{", /^body: expected JSON/],
    ["mask", { inputs: "x", session: 1 }, /^version of a session: expected 1, found undefined/],
    [
      "mask",
      { inputs: "x", session: { version: 2 } },
      /^version of a session: expected 1, found 2/,
    ],
    ["mask", { inputs: "x", session: table(1) }, /^label of a claim: expected a string/],
    ["mask", { inputs: "x", session: table(claim("PER", "A!", "v")) }, /^id of a claim/],
    ["mask", { inputs: "x", parameters: { rules: 1 } }, /^rules: expected true or false, found 1/],
    ["mask", { inputs: "x", parameters: { policy: { PER: "x" } } }, /^policy of PER: expected/],
    ["mask", { inputs: "x", parameters: { policy: { PER: "hash" } } }, /^key: expected a secret/],
    ["mask", { inputs: "x", parameters: { min_score: 2 } }, /^min_score.*: expected a number/],
    ["mask", { inputs: "x", parameters: { allow: [{ source: "(a+)+$" }] } }, /^allow: expected/],
    ["mask", { inputs: "x", parameters: { block: [""] } }, /^a value of block: expected/],
    ["mask", { inputs: "x", parameters: { key: "" } }, /^key: expected/],
    ["mask", { inputs: "x".repeat(2 ** 20 + 1) }, /too long|at most/],
    ["unmask", { inputs: "x" }, /^session: expected the table of a masked text, found none/],
    ["unmask", { inputs: "x", session: [] }, /^version of a session: expected 1/],
    ["unmask", { inputs: [1], session: table() }, /^inputs\[0\]: expected a string/],
  ])("%s %#: 400 with what was expected", async (path, body, message) => {
    const server = await masking();
    const answer = await server[path](body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
    expect(Object.keys(answer.body)).toEqual(["error"]);
    expect((await server.mask({ inputs: "" })).status).toBe(200); // and the next one is served
  });

  test("a table that its own values would break restores what it says, and no more", async () => {
    const { unmask } = await masking();
    const odd = [
      claim("__proto__", "1", "one"),
      claim("constructor", "1", "two"),
      claim("(a+)+$", "1", "$&$1"),
      claim("", "1", "[PER_1]"),
    ];
    const { status, body } = await unmask({
      inputs: "[proto_1] [constructor_1] [a_1] [X_1] [PER_1]",
      session: table(...odd),
    });
    expect([status, body.outputs.text]).toEqual([200, "one two $&$1 [PER_1] [PER_1]"]);
  });

  test("JSON that is too deep", async () => {
    const { mask } = await masking();
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const { status } = await mask(`{"inputs": "x", "session": {"version": 1, "claims": ${deep}}}`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await mask({ inputs: "" })).status).toBe(200);
  });
});

/** Takes a minute: as many labels as there may be, and a text that is full of beginnings. */
const slow = {
  inputs: Array(4).fill("[LABEL_".repeat(140_000)),
  session: table(...Array.from({ length: 64 }, (_, i) => claim(`LABEL ${i} x`, "1", `value ${i}`))),
};

describe("guards", () => {
  test("a text that takes long is given up in time, and keeps the server from nothing else", async () => {
    const { unmask, mask, url } = await masking({ timeout: 1, maxBody: 8e6 });
    const held = unmask(slow);
    const health = await fetch(`${url}/health`);
    expect(health.status).toBe(200);
    expect(await held).toMatchObject({
      status: 504,
      body: { error: "The request took more than 1 s" },
    });
    await until(async () => (await mask({ inputs: "" })).status === 200, "another thread");
  });

  test("work that nobody waits for is ended, and the next one is done", async () => {
    const { unmask, lines, url } = await masking({ maxBody: 8e6 });
    const client = new AbortController();
    const left = unmask(slow, { signal: client.signal });
    const figures = async () => (await fetch(`${url}/metrics`)).text();
    await until(async () => (await figures()).includes("xlmr_ner_requests 1"), "a request");
    client.abort();
    await expect(left).rejects.toThrow();
    const next = await unmask({ inputs: "[PER_1]", session: table(claim("PER", "1", "Emma")) });
    expect(next.body.outputs.text).toBe("Emma");
    const line = () => lines.find(({ status }) => status === 499);
    await until(line, "a line of the log");
    expect(line().route).toBe("/v1/unmask");
  });

  test("a request whose model does not answer is ended with it", async () => {
    const { load, passes } = heldModel();
    const { mask } = await masking({ load, timeout: 1 });
    expect((await mask({ inputs: sentence })).status).toBe(504);
    expect(passes[0].signal.aborted).toBe(true);
  });

  test("one that does not wait for its model is told so", async () => {
    const { load, go } = heldLoader();
    const { mask } = await masking({ load });
    const options = { wait_for_model: false };
    const answer = await mask({ inputs: sentence, options });
    expect(answer).toMatchObject({ status: 503, body: { estimated_time: expect.any(Number) } });
    go();
    expect((await mask({ inputs: sentence })).status).toBe(200);
  });

  test("token, origin, method, size and number are checked as everywhere", async () => {
    const { mask, unmask, url } = await masking({ token: "t", maxBody: 1000 });
    const headers = { Authorization: "Bearer t" };
    for (const ask of [mask, unmask]) {
      expect((await ask({ inputs: "x" })).status).toBe(401);
      expect(
        (await ask({ inputs: "x" }, { headers: { ...headers, Origin: "https://example.org" } }))
          .status,
      ).toBe(403);
      expect((await ask({ inputs: "x".repeat(2000) }, { headers })).status).toBe(413);
    }
    for (const path of ["/v1/mask", "/v1/unmask"]) {
      const response = await fetch(url + path, { headers });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
    const many = await masking({ maxQueue: 0 });
    expect((await many.mask({ inputs: "x" })).status).toBe(429);
  });

  test("the log has no texts, values or keys", async () => {
    const { mask, unmask, lines, url } = await masking();
    const session = table(claim("PER", "1", "confidential"));
    const parameters = { key: "confidential", block: ["confidential"] };
    await mask({ inputs: `confidential ${sentence}`, session, parameters });
    await mask({ inputs: "confidential", session, parameters: { allow: [1, "confidential"] } });
    await mask({ inputs: "confidential", parameters: { confidential: 1 } });
    await mask({ inputs: "confidential", session: table(claim("PER", "confidential!", "")) });
    await unmask({ inputs: ["[PER_1]", "confidential"], session });
    await raw(url, "POST /v1/mask HTTP/1.1", '{"inputs": "confidential');
    const requests = () => lines.filter(({ msg }) => msg === "request");
    await until(() => requests().length === 6, "six lines");
    expect(requests().map(({ status }) => status)).toEqual([200, 400, 400, 400, 200, 400]);
    expect(requests()[0]).toMatchObject({
      route: "/v1/mask",
      model: "default",
      texts: 1,
      characters: sentence.length + 13,
    });
    expect(requests()[4]).toMatchObject({ route: "/v1/unmask", texts: 2, characters: 19 });
    expect(JSON.stringify(lines)).not.toContain("confidential");
  });
});

test("entities of the Inference API and masked texts at once are each by their own rules", async () => {
  const { mask, url } = await masking();
  const text = `😀 ${sentence}`;
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, i) =>
      i % 2 === 0 ? mask({ inputs: text }) : post(`${url}/models/default`, { inputs: text }),
    ),
  );
  const entities = await ner(text, { aggregation_strategy: "simple", compat: "hf" });
  const masked = await createMasker(ner, { recognizers }).mask(text);
  for (const [i, { body }] of answers.entries()) {
    if (i % 2 === 0) expect(body.outputs).toEqual(withPoints(text, masked));
    else expect(body).toEqual(entities);
  }
  expect(entities[0].start).toBe(2); // which cuts the text elsewhere, where units are counted
  expect(masked.text).toBe("😀 [PER_1] besuchte im Juli [LOC_1].");
});

test("many requests at once get each its own", async () => {
  const { mask, unmask } = await masking();
  const texts = Array.from({ length: 32 }, (_, i) => golden.cases[i % golden.cases.length]).map(
    ({ text }) => text,
  );
  const back = await Promise.all(
    texts.map(async (text) => {
      const { body } = await mask({ inputs: text });
      const { outputs, session } = body;
      return (await unmask({ inputs: outputs.text, session })).body.outputs.text;
    }),
  );
  expect(back).toEqual(texts);
});
