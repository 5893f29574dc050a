// SPDX-License-Identifier: Apache-2.0
// The server over HTTP, as its clients and others see it; server_clients.test.js has the real clients.

import { connect } from "node:net";
import { gzipSync } from "node:zlib";

import { afterEach, beforeAll, afterAll, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { closeServers, heldModel, post, raw, serveModels } from "./served.js";
import { golden, sentence, tiny, until } from "./support.js";

let ner;
beforeAll(async () => (ner = await pipeline("ner", tiny, { threads: 1 })));
afterAll(() => ner.dispose());
afterEach(closeServers);

/** What Python's pipeline gives, by the package's own account. */
const expected = (inputs, options = {}) =>
  ner(inputs, { aggregation_strategy: "simple", compat: "hf", ...options });

describe("entities", () => {
  test("are those of the pipeline, for each strategy, alone and in a list", async () => {
    const { model } = await serveModels();
    const texts = golden.cases.slice(0, 40).map(({ text }) => text);
    for (const aggregation_strategy of ["none", "simple", "first", "average", "max"]) {
      const parameters = { aggregation_strategy };
      const list = await post(model, { inputs: texts, parameters });
      expect(list).toMatchObject({ status: 200, body: await expected(texts, parameters) });
      const one = await post(model, { inputs: sentence, parameters });
      expect(one.body).toEqual(await expected(sentence, parameters));
      expect(one.body.length).toBeGreaterThan(0);
    }
  });

  test("are simple ones unless asked otherwise, with the labels and the stride that are asked for", async () => {
    const { model } = await serveModels();
    expect((await post(model, { inputs: sentence })).body).toEqual(await expected(sentence));
    const ignore_labels = ["PER", "O"];
    const places = await post(model, { inputs: sentence, parameters: { ignore_labels } });
    expect(places.body).toEqual(await expected(sentence, { ignore_labels }));
    const long = `${sentence} `.repeat(40);
    const cut = await post(model, { inputs: long });
    const whole = await post(model, { inputs: long, parameters: { stride: 16 } });
    expect(whole.body).toEqual(await expected(long, { stride: 16 }));
    expect(whole.body.length).toBeGreaterThan(cut.body.length);
  });

  test("of a text behind an emoji have Python's offsets", async () => {
    const { model } = await serveModels();
    const [first] = (await post(model, { inputs: `😀 ${sentence}` })).body;
    expect(first).toMatchObject({ start: 2, end: 15 });
  });

  test("of no text are none, as a list of texts gives a list of lists", async () => {
    const { model } = await serveModels();
    expect((await post(model, { inputs: "" })).body).toEqual([]);
    expect((await post(model, { inputs: [sentence] })).body).toEqual([await expected(sentence)]);
  });

  test("are at every address of a model", async () => {
    const { url } = await serveModels();
    const records = await expected(sentence);
    for (const path of [
      ...["/", "/models/tests/tiny", "/models/tests/tiny/", "/models/tests%2Ftiny"],
      "/pipeline/token-classification/tests/tiny",
      "/models/tests/tiny?x=1",
    ]) {
      expect(await post(`${url}${path}`, { inputs: sentence })).toMatchObject({
        status: 200,
        body: records,
      });
    }
  });

  test("of many requests at once are each its own", async () => {
    const { model, url } = await serveModels();
    const texts = Array.from({ length: 64 }, (_, i) => golden.cases[i % golden.cases.length]).map(
      ({ text }) => text,
    );
    const answers = await Promise.all(texts.map((inputs) => post(model, { inputs })));
    expect(answers.map(({ body }) => body)).toEqual(await expected(texts));
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const [, count] = /xlmr_ner_pass_texts_count (\d+)/.exec(metrics);
    expect(Number(count)).toBeLessThan(64); // some went through the model together
    expect(metrics).toContain("xlmr_ner_pass_texts_sum 64");
  });
});

describe("headers", () => {
  test("say how long it took, and which request it was", async () => {
    const { model, lines } = await serveModels();
    const { headers } = await post(model, { inputs: sentence });
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("x-compute-type")).toBe("cpu");
    expect(Number(headers.get("x-compute-time"))).toBeGreaterThan(0);
    const line = await until(() => lines.find(({ msg }) => msg === "request"), "a line");
    expect(line.id).toBe(headers.get("x-request-id"));
  });
});

describe("errors", () => {
  test.each([
    ["another model", "/models/a/b", "{}", 400], // the body is read first
    ["no such model", "/models/a/b", '{"inputs": "x"}', 404],
    ["a path", "/models/../../etc/passwd", '{"inputs": "x"}', 404],
    ["an encoded path", "/models/..%2F..%2Fetc", '{"inputs": "x"}', 404],
    ["a NUL", "/models/tests/tiny%00", '{"inputs": "x"}', 404],
    ["an address that is none", "/models/%ZZ", '{"inputs": "x"}', 400],
    ["an id of 10,000 letters", `/models/${"a".repeat(10_000)}`, '{"inputs": "x"}', 404],
    ["another address", "/v2/models", '{"inputs": "x"}', 404],
    ["bad JSON", "/models/tests/tiny", '{"inputs": ', 400],
    ["no body", "/models/tests/tiny", "", 400],
    [
      "a stride that is too large",
      "/models/tests/tiny",
      '{"inputs": "x", "parameters": {"stride": 9999}}',
      400,
    ],
    [
      "a text that is too long",
      "/models/tests/tiny",
      JSON.stringify({ inputs: "x".repeat(2 ** 20 + 1) }),
      400,
    ],
  ])("%s: status and message", async (_, path, body, status) => {
    const { url } = await serveModels();
    const answer = await raw(url, `POST ${path} HTTP/1.1`, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({ error: expect.any(String) });
    expect((await post(`${url}/models/tests/tiny`, { inputs: "" })).status).toBe(200);
  });

  test("a long text among others fails its own request alone", async () => {
    const { model } = await serveModels();
    const inputs = [sentence, "x".repeat(2 ** 20 + 1), sentence];
    const answers = await Promise.all(inputs.map((text) => post(model, { inputs: text })));
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 200]);
  });

  test("other methods are told the right one", async () => {
    const { model, url } = await serveModels();
    for (const [method, address] of [
      ...["GET", "HEAD", "PUT", "DELETE", "OPTIONS"].map((name) => [name, model]),
      ["GET", url],
    ]) {
      const response = await fetch(address, { method });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  test("a body of another type or compressed is refused, and the next one is read", async () => {
    const { model } = await serveModels();
    const body = JSON.stringify({ inputs: sentence });
    const type = { "Content-Type": "application/octet-stream" };
    expect((await post(model, body, { headers: type })).status).toBe(415);
    const gzip = { "Content-Encoding": "gzip" };
    expect((await post(model, gzipSync(body), { headers: gzip })).status).toBe(415);
    expect((await post(model, Buffer.from([0x22, 0xff, 0x22]))).status).toBe(400);
    expect((await post(model, body)).status).toBe(200);
  });

  test("a body that is too large is 413, whether it says so or not", async () => {
    const { model } = await serveModels({ maxBody: 1000 });
    const body = JSON.stringify({ inputs: "x".repeat(2_000_000) });
    const message = "body: expected at most 1000 bytes, found more";
    expect(await post(model, body)).toMatchObject({ status: 413, body: { error: message } });
    const stream = new Blob([body]).stream();
    const chunked = await post(model, undefined, { body: stream, duplex: "half" });
    expect(chunked).toMatchObject({ status: 413, body: { error: message } });
    expect((await post(model, { inputs: sentence })).status).toBe(200);
  });
});

describe("clumsy and hostile clients", () => {
  test("what is no HTTP gets an error as JSON", async () => {
    const { url } = await serveModels();
    const { status, body } = await raw(url, "nonsense", "");
    expect([status, JSON.parse(body)]).toEqual([
      400,
      { error: "Expected HTTP, found something else" },
    ]);
    const large = await raw(url, "GET /health HTTP/1.1", "", [`X: ${"x".repeat(100_000)}`]);
    expect([large.status, JSON.parse(large.body)]).toEqual([
      431,
      { error: "The request's headers are too large" },
    ]);
  });

  test("a body that does not come is given up, others are served meanwhile", async () => {
    const { url, model } = await serveModels({ bodyTimeout: 1 });
    const head = "POST /models/tests/tiny HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{";
    const { hostname, port } = new URL(url);
    const socket = connect(port, hostname).on("error", () => {});
    socket.write(head);
    expect((await post(model, { inputs: sentence })).status).toBe(200);
    let text = "";
    for await (const chunk of socket.setEncoding("utf8")) text += chunk;
    expect(text).toMatch(/^HTTP\/1.1 408 [^]*"error":"The request took too long to come"/);
  });

  test("work that nobody waits for is ended", async () => {
    const { load, passes } = heldModel();
    const { model, lines } = await serveModels({ load });
    const controller = new AbortController();
    const left = post(model, { inputs: sentence }, { signal: controller.signal });
    await until(() => passes.length === 1, "a pass");
    controller.abort();
    await expect(left).rejects.toThrow();
    await until(() => passes[0].signal.aborted, "the pass to end");
    const line = await until(() => lines.find(({ msg }) => msg === "request"), "a line");
    expect(line.status).toBe(499);
  });

  test("a request whose time is over is 504, and its work ends", async () => {
    const { load, passes } = heldModel();
    const { model } = await serveModels({ load, timeout: 1 });
    expect(await post(model, { inputs: sentence })).toMatchObject({
      status: 504,
      body: { error: "The request took more than 1 s" },
    });
    expect(passes[0].signal.aborted).toBe(true);
  });

  test("requests in one go on one connection are answered in their order", async () => {
    const { url } = await serveModels();
    const one = (text, last) => {
      const body = JSON.stringify({ inputs: text });
      const head = [
        "POST /models/tests/tiny HTTP/1.1",
        "Host: x",
        `Content-Length: ${body.length}`,
      ];
      return `${[...head, ...(last ? ["Connection: close"] : [])].join("\r\n")}\r\n\r\n${body}`;
    };
    const { hostname, port } = new URL(url);
    const socket = connect(port, hostname);
    socket.write(one(sentence) + one("") + one("Paris", true));
    let text = "";
    for await (const chunk of socket.setEncoding("utf8")) text += chunk;
    const bodies = text.match(/^\[.*\]/gm).map((body) => JSON.parse(body));
    expect(bodies).toEqual(await expected([sentence, "", "Paris"]));
  });

  test("the texts of a request that was left are not computed, and its room is free again", async () => {
    const { load, go, passes } = heldModel();
    const { model, url } = await serveModels({ load, maxQueue: 3 });
    const stays = post(model, { inputs: "stays" });
    await until(() => passes.length === 1, "a pass");
    const controller = new AbortController();
    const left = [0, 1].map(() =>
      post(model, { inputs: "left" }, { signal: controller.signal }).catch(() => "left"),
    );
    const waiting = async () =>
      /xlmr_ner_requests (\d)/.exec(await (await fetch(`${url}/metrics`)).text())[1];
    await until(async () => (await waiting()) === "3", "three requests");
    expect(await post(model, { inputs: "full" })).toMatchObject({
      status: 429,
      body: { error: "Too many requests are waiting: try again later" },
    });
    controller.abort();
    expect(await Promise.all(left)).toEqual(["left", "left"]);
    await until(async () => (await waiting()) === "1", "one request");
    const next = post(model, { inputs: "next" });
    go();
    expect([(await stays).status, (await next).status]).toEqual([200, 200]);
    expect(passes.map(({ texts }) => texts)).toEqual([["stays"], ["next"]]);
  });

  test("bodies have a bound together, however many requests may wait", async () => {
    const { url, model } = await serveModels({ maxBody: 1000 });
    const { hostname, port } = new URL(url);
    const head = "POST /models/tests/tiny HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n";
    const sockets = Array.from({ length: 16 }, () => connect(port, hostname));
    for (const socket of sockets) socket.on("error", () => {}).write(head);
    const status = async () => (await post(model, { inputs: "" })).status;
    await until(async () => (await status()) === 429, "no room");
    for (const socket of sockets) socket.destroy();
    await until(async () => (await status()) === 200, "room");
  });
});

describe("reports", () => {
  test("/health, /info and /openapi.json", async () => {
    const { url, model } = await serveModels();
    const get = async (path) => (await fetch(`${url}${path}`)).json();
    expect(await get("/health")).toEqual({ status: "ok" });
    expect((await get("/info")).models).toEqual([{ id: "tests/tiny", state: "not loaded" }]);
    await post(model, { inputs: sentence });
    const [info] = (await get("/info")).models;
    expect(info).toMatchObject({ state: "loaded", dtype: "q8", labels: expect.any(Array) });
    expect(JSON.stringify(info)).not.toContain(tiny); // no folder of this machine
    const session = { version: 1, claims: [], reserved: [] };
    const bodyOf = (path) => ({ inputs: "", ...(path === "/v1/unmask" ? { session } : {}) });
    const { openapi, paths } = await get("/openapi.json");
    expect(openapi).toBe("3.1.0");
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods).filter((name) => name !== "parameters")) {
        const { status } = await fetch(`${url}${path.replace("{id}", "tests/tiny")}`, {
          method: method.toUpperCase(),
          headers: { "Content-Type": "application/json" },
          ...(method === "post" ? { body: JSON.stringify(bodyOf(path)) } : {}),
        });
        expect([path, status]).toEqual([path, 200]);
      }
    }
  });

  test("/metrics counts requests and texts, and has nothing that a client chose", async () => {
    const { url, model } = await serveModels();
    await post(model, { inputs: [sentence, "Paris"] });
    await post(`${url}/models/a/chosen`, { inputs: sentence });
    await fetch(`${url}/chosen`);
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    expect(text).toContain('xlmr_ner_request_seconds_count{route="/models/*",status="200"} 1');
    expect(text).toContain('xlmr_ner_request_seconds_count{route="/models/*",status="404"} 1');
    expect(text).toContain('xlmr_ner_request_seconds_count{route="none",status="404"} 1');
    expect(text).toContain("xlmr_ner_models_loaded 1");
    expect(text).toMatch(/process_resident_memory_bytes \d/);
    expect(text).not.toContain("chosen");
  });

  test("two servers of one process count for themselves", async () => {
    const [one, two] = [await serveModels(), await serveModels()];
    await post(one.model, { inputs: "" });
    const text = await (await fetch(`${two.url}/metrics`)).text();
    expect(text).toContain("xlmr_ner_models_loaded 0");
  });

  test("the log has a line for each request, without texts, tokens and addresses", async () => {
    const { lines, model, url } = await serveModels({ token: "secret-token" });
    const headers = { Authorization: "Bearer secret-token" };
    await post(model, { inputs: `${sentence} confidential` }, { headers });
    await post(model, '{"inputs": "confidential', { headers });
    await post(model, { inputs: ["confidential", 1] }, { headers });
    await post(`${url}/models/confidential`, { inputs: "x" }, { headers });
    await post(
      `${model}?confidential=1`,
      { inputs: "x" },
      { headers: { Authorization: "Bearer confidential" } },
    );
    await raw(url, "POST /confidential HTTP/7", "confidential");
    const requests = () => lines.filter(({ msg }) => msg === "request");
    await until(() => requests().length === 5, "five lines");
    expect(requests().map(({ status }) => status)).toEqual([200, 400, 400, 404, 401]);
    expect(requests()[0]).toMatchObject({
      level: "info",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      id: expect.stringMatching(/^[\w-]{36}$/),
      method: "POST",
      route: "/models/*",
      model: "tests/tiny",
      texts: 1,
      characters: sentence.length + 13,
      milliseconds: expect.any(Number),
    });
    expect(JSON.stringify(lines)).not.toMatch(/confidential|secret-token/);
  });
});
