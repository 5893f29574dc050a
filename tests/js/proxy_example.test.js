// SPDX-License-Identifier: Apache-2.0
// The example of a proxy, between a client and an endpoint that keeps what reaches it: the whole of it as its
// README says, with the model, and its server alone with values that are blocked, for what may go wrong. What is masked
// of a body is in chat_body.test.js.

import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

import { InferenceClient } from "@huggingface/inference";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";

import { createProxy } from "../../examples/proxy/proxy.mjs";
import { answerChat } from "../../examples/chat/mock_chat.mjs";
import { runExample } from "./docs/example.js";
import { installPacked } from "./docs/packed.js";
import { fromSource } from "./from_source.js";
import { until } from "./support.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

const block = { "Sarah Connor": "PER", 'Ada "A" Berg': "PER", London: "LOC" };
const blocking = () => [createMasker(null, { block }), createMasker(null)];
const secret = /Sarah|Connor|Ada|Berg|London/;

const open = [];
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

async function listen(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push(server);
  return `http://127.0.0.1:${server.address().port}`;
}

/** An endpoint that answers as `answer` does: `requests` has what reached it. */
async function endpoint(answer) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const text = Buffer.concat(chunks).toString();
    requests.push({ text, headers: request.headers, response });
    await answer(JSON.parse(text), response);
  });
  return { url: await listen(server), requests };
}

const proxyOf = (upstream, settings = {}) =>
  listen(createProxy({ maskers: blocking(), upstream, ...settings }));

const post = (url, body, init = {}) =>
  fetch(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: "Bearer key", ...init.headers },
    body: typeof body === "object" && !Buffer.isBuffer(body) ? JSON.stringify(body) : body,
    ...(init.signal && { signal: init.signal }),
  });

const user = (content) => ({ role: "user", content });
const json = (response, body, { status = 200, headers = {} } = {}) =>
  response
    .writeHead(status, { "Content-Type": "application/json", ...headers })
    .end(JSON.stringify(body));
const says = (message) => ({ object: "chat.completion", choices: [{ index: 0, message }] });

/** The answer in server-sent events. */
const contentOf = (events) =>
  events
    .split("\n\n")
    .filter((event) => event.startsWith("data: {"))
    .map((event) => JSON.parse(event.slice(6)).choices[0].delta.content ?? "")
    .join("");

describe("as its README says, with the model", () => {
  let packed;
  let run;
  const seen = [];
  const mock = createServer(async (request, response) => {
    request.on("data", (chunk) => seen.push(String(chunk)));
    await answerChat(request, response);
  });
  beforeAll(async () => {
    mock.listen(0, "127.0.0.1");
    await once(mock, "listening");
    packed = installPacked();
    run = await runExample("proxy", packed.tarball, {
      UPSTREAM: `http://127.0.0.1:${mock.address().port}`,
    });
  }, 300_000);
  afterAll(async () => {
    await run?.close();
    mock.close();
    rmSync(packed.folder, { recursive: true });
  });

  test("a streamed conversation reaches the endpoint without its values, and comes back with them", async () => {
    expect(run.problems).toEqual([]);
    const url = run.url.replace(/\/$/, "");
    const messages = [user("Sarah Connor of London writes from sarah.connor@example.org.")];
    const one = contentOf(await (await post(url, { stream: true, messages })).text());
    expect(one).toBe(
      "Thank you. I noted Sarah Connor, London, sarah.connor@example.org. " +
        "Shall I write to Sarah Connor?",
    );
    messages.push({ role: "assistant", content: one }, user("Yes, Connor may be in London."));
    const two = contentOf(await (await post(url, { stream: true, messages })).text());
    expect(two).toBe(
      "Thank you. I noted Connor, London. Shall I write to Connor? " +
        "Is Sarah Connor to know of it, too?",
    );
    expect(seen.join("")).not.toMatch(/sarah|connor|london|example\.org/i);
    const [first, second] = seen.map((each) =>
      JSON.parse(each).messages.map(({ content }) => content),
    );
    expect(second.slice(0, 1)).toEqual(first); // the same placeholders in the next request
    expect(second[1]).toContain("[PER_1]");
  });
});

test("a client of Hugging Face's, told another address, is masked without knowing it", async () => {
  const { url, requests } = await endpoint(({ stream }, response) => {
    if (!stream) {
      json(response, says({ role: "assistant", content: "Dear per_1, is LOC_1 nice?" }));
      return;
    }
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    for (const content of ["Dear [P", "ER_1", "], is LO", "C_1 nice?"]) {
      const data = { object: "chat.completion.chunk", choices: [{ index: 0, delta: { content } }] };
      response.write(`data: ${JSON.stringify(data)}\n\n`);
    }
    response.end("data: [DONE]\n\n");
  });
  const endpointUrl = `${await proxyOf(url)}/v1/chat/completions`;
  const client = new InferenceClient("hf_key", { endpointUrl });
  const asked = { messages: [user("Sarah Connor is in London.")] };
  const { choices } = await client.chatCompletion(asked);
  expect(choices[0].message.content).toBe("Dear Sarah Connor, is London nice?");
  let streamed = "";
  for await (const chunk of client.chatCompletionStream(asked)) {
    streamed += chunk.choices[0]?.delta?.content ?? "";
  }
  expect(streamed).toBe("Dear Sarah Connor, is London nice?");
  expect(requests.map(({ headers }) => headers.authorization)).toEqual(
    Array(2).fill("Bearer hf_key"),
  );
  for (const { text } of requests) expect(text).not.toMatch(secret);
});

describe("an answer", () => {
  test("that is whole has its values, escaped in a tool's arguments", async () => {
    const { url, requests } = await endpoint((_, response) =>
      json(response, {
        ...says({
          role: "assistant",
          content: "Dear per_1, **[PER_2]** is in LOC_1.",
          tool_calls: [
            { id: "c", type: "function", function: { name: "f", arguments: '{"to": "[PER_2]"}' } },
            { id: "d", type: "function", function: { name: "f", arguments: '{"to": "[PER_1' } },
          ],
        }),
        usage: { total_tokens: 7 },
      }),
    );
    const proxy = await proxyOf(url);
    const response = await post(proxy, {
      model: "m",
      messages: [user('Sarah Connor met Ada "A" Berg in London.')],
    });
    const { choices, usage } = await response.json();
    const [{ message }] = choices;
    expect(message.content).toBe('Dear Sarah Connor, **Ada "A" Berg** is in London.');
    const [{ function: call }, { function: broken }] = message.tool_calls;
    expect(JSON.parse(call.arguments)).toEqual({ to: 'Ada "A" Berg' });
    expect(broken.arguments).toBe('{"to": "[Sarah Connor');
    expect(usage).toEqual({ total_tokens: 7 });
    expect(requests.map(({ text }) => JSON.parse(text).messages[0].content)).toEqual([
      "[PER_1] met [PER_2] in [LOC_1].",
    ]);
  });

  test("keeps status and headers, also of an error and where it was compressed", async () => {
    const { url } = await endpoint((_, response) => {
      const body = gzipSync(JSON.stringify({ error: { message: "[PER_1] asks too often" } }));
      response
        .writeHead(429, {
          "Content-Type": "application/json; charset=utf-8",
          "Content-Encoding": "gzip",
          "Retry-After": "7",
          "X-Request-Id": "r",
          "Set-Cookie": ["a=1", "b=2"],
        })
        .end(body);
    });
    const response = await post(await proxyOf(url), { messages: [user("Sarah Connor")] });
    expect(response.status).toBe(429);
    expect(await response.json()).toEqual({ error: { message: "Sarah Connor asks too often" } });
    const { headers } = response;
    expect(
      ["retry-after", "x-request-id", "content-encoding"].map((each) => headers.get(each)),
    ).toEqual(["7", "r", null]);
    expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  test("that is no JSON comes as it is", async () => {
    const { url } = await endpoint((_, response) =>
      response.writeHead(503, { "Content-Type": "text/html" }).end("<p>[PER_1]</p>"),
    );
    const response = await post(await proxyOf(url), { messages: [user("Sarah Connor")] });
    expect([response.status, await response.text()]).toEqual([503, "<p>[PER_1]</p>"]);
  });

  test("that leads elsewhere is not followed", async () => {
    const other = await endpoint((_, response) => json(response, {}));
    const { url } = await endpoint((_, response) =>
      response.writeHead(307, { Location: `${other.url}/v1/chat/completions` }).end(),
    );
    const proxy = await proxyOf(url);
    const { status } = await fetch(`${proxy}/v1/chat/completions`, {
      method: "POST",
      body: JSON.stringify({ messages: [user("x")] }),
      redirect: "manual",
    });
    expect([status, other.requests.length]).toEqual([307, 0]);
  });

  test("that breaks off breaks off for the client, too", async () => {
    const { url } = await endpoint((_, response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write('data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n');
      setImmediate(() => response.destroy());
    });
    const response = await post(await proxyOf(url), { stream: true, messages: [user("x")] });
    await expect(response.text()).rejects.toThrow();
  });
});

describe("a request", () => {
  test("has its headers but those of its connection", async () => {
    const { url, requests } = await endpoint((_, response) => json(response, says({})));
    const proxy = await proxyOf(url);
    await post(
      proxy,
      { messages: [user("x")] },
      { headers: { "OpenAI-Organization": "org", Accept: "application/json" } },
    );
    const [{ headers, text }] = requests;
    expect(headers).toMatchObject({
      authorization: "Bearer key",
      "openai-organization": "org",
      accept: "application/json",
      host: new URL(url).host,
      "content-length": String(Buffer.byteLength(text)),
    });
  });

  test("whose client hangs up is ended at the endpoint", async () => {
    const { url, requests } = await endpoint((_, response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write('data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n');
    });
    const proxy = await proxyOf(url);
    const client = new AbortController();
    const { signal } = client;
    const response = await post(proxy, { stream: true, messages: [user("x")] }, { signal });
    const reader = response.body.getReader();
    await reader.read();
    expect(requests[0].response.destroyed).toBe(false);
    client.abort();
    await until(() => requests[0].response.destroyed, "the end at the endpoint");
  });

  test("whose client hangs up while it is masked is not sent", async () => {
    const { url, requests } = await endpoint((_, response) => json(response, {}));
    const signals = [];
    const ner = (_, { signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    };
    const proxy = await proxyOf(url, { maskers: [createMasker(ner)] });
    const client = new AbortController();
    const sent = post(proxy, { messages: [user("x")] }, { signal: client.signal });
    await until(() => signals.length === 1, "a masker at work");
    client.abort();
    await expect(sent).rejects.toThrow();
    await until(() => signals[0].aborted, "the masker's end");
    expect(requests).toEqual([]);
  });

  test("that is for a server which is not there is 502", async () => {
    const { url } = await endpoint(() => {});
    const gone = open.pop();
    gone.close();
    await once(gone, "close");
    const response = await post(await proxyOf(url), { messages: [user("x")] });
    expect([response.status, await response.json()]).toEqual([
      502,
      { error: { message: "the endpoint cannot be reached", type: "masking_proxy" } },
    ]);
  });

  const image = { type: "image_url", image_url: { url: "data:image/png;base64,AA" } };
  const deep = `{"messages": [], "x": ${"[".repeat(1e6)}${"]".repeat(1e6)}}`;
  test.each([
    ["another address", 404, "{}", { path: "/v1/embeddings" }],
    ["another address with a query", 404, "{}", { path: "/v1/chat/completions?q=Sarah" }],
    ["another method", 404, undefined, { method: "GET" }],
    ["what is no JSON", 400, '{"messages": [', {}],
    ["no messages", 400, '{"prompt": "Sarah"}', {}],
    ["messages that are none", 400, '{"messages": ["Sarah"]}', {}],
    ["null", 400, "null", {}],
    ["a picture", 400, JSON.stringify({ messages: [user([image])] }), {}],
    [
      "sound",
      400,
      JSON.stringify({ messages: [{ role: "assistant", audio: { data: "AA" } }] }),
      {},
    ],
    ["bytes that are no UTF-8", 400, Buffer.from([0x7b, 0xff, 0x7d]), {}],
    ["a compressed body", 415, gzipSync("{}"), { headers: { "Content-Encoding": "gzip" } }],
    ["a body that is too large", 413, JSON.stringify({ messages: [user("x".repeat(2000))] }), {}],
    ["one that does not say so", 413, new Blob(["x".repeat(2000)]).stream(), { duplex: "half" }],
    ["JSON that is too deep", 500, deep, { maxBody: 1e7 }],
  ])(
    "of %s gets %i, and nothing is sent",
    async (_, status, body, { path, maxBody = 1000, ...init }) => {
      const { url, requests } = await endpoint((__, response) => json(response, {}));
      const proxy = await proxyOf(url, { maxBody });
      const response = await fetch(`${proxy}${path ?? "/v1/chat/completions"}`, {
        method: "POST",
        body,
        ...init,
      });
      expect([response.status, await response.json()]).toEqual([
        status,
        { error: { message: expect.any(String), type: "masking_proxy" } },
      ]);
      expect(requests).toEqual([]);
    },
  );

  test("that cannot be masked is 500 without a word of it, and nothing is sent", async () => {
    const { url, requests } = await endpoint((_, response) => json(response, {}));
    const ner = (text) => Promise.reject(new Error(`no entities in ${text}`));
    const proxy = await proxyOf(url, { maskers: [createMasker(ner)] });
    const response = await post(proxy, { messages: [user("Sarah Connor")] });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(secret);
    expect(requests).toEqual([]);
  });
});
