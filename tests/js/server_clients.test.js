// SPDX-License-Identifier: Apache-2.0
// @huggingface/inference as it is published, told an endpoint and nothing else; and the request of the Hugging Face
// widget, with the checks that it makes of the answer.

import {
  InferenceClient,
  InferenceClientProviderApiError,
  InferenceClientProviderOutputError,
} from "@huggingface/inference";
import { afterEach, beforeAll, afterAll, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { closeServers, heldLoader, heldModel, loader, serveModels } from "./served.js";
import { golden, sentence, until } from "./support.js";

const id = "default";
const models = [{ id, source: undefined }];

let ner;
beforeAll(async () => (ner = await pipeline("ner", undefined, { threads: 1 })));
afterAll(() => ner.dispose());
afterEach(closeServers);

/** A server with the embedded model, and a client of it. */
async function serve(settings) {
  const server = await serveModels({ models, ...settings });
  const endpointUrl = `${server.url}/models/${id}`;
  const client = new InferenceClient(settings?.accessToken, { endpointUrl });
  return { server, client, endpointUrl };
}

/** What a call throws: its class, and the status and body that the client has of the answer. */
const problem = (call) =>
  call.then(
    (value) => ({ value }),
    (error) => ({
      isApi: error instanceof InferenceClientProviderApiError,
      message: error.message,
      status: error.httpResponse?.status,
      body: error.httpResponse?.body,
      requestId: error.httpResponse?.requestId,
    }),
  );

describe("@huggingface/inference", () => {
  test("gets entities, by every strategy that it takes", async () => {
    const { client } = await serve();
    const texts = [sentence, ...golden.cases.slice(0, 5).map(({ text }) => text)];
    for (const inputs of texts) {
      expect(await client.tokenClassification({ inputs })).toEqual(
        await ner(inputs, { aggregation_strategy: "simple", compat: "hf" }),
      );
      for (const aggregation_strategy of ["simple", "first", "average", "max"]) {
        const parameters = { aggregation_strategy };
        expect(await client.tokenClassification({ inputs, parameters })).toEqual(
          await ner(inputs, { ...parameters, compat: "hf" }),
        );
      }
    }
  });

  test("takes no answer of the strategy none, of whoever; a request without a task does", async () => {
    const { client } = await serve();
    const call = { inputs: sentence, parameters: { aggregation_strategy: "none" } };
    await expect(client.tokenClassification(call)).rejects.toThrow(
      InferenceClientProviderOutputError,
    );
    const records = await client.request(call);
    expect(records).toEqual(await ner(sentence, { aggregation_strategy: "none", compat: "hf" }));
  });

  test("gets what labels and stride it asks for", async () => {
    const { client } = await serve();
    const inputs = `${sentence} `.repeat(60);
    const parameters = { ignore_labels: ["LOC", "O"], stride: 32, aggregation_strategy: "first" };
    expect(await client.tokenClassification({ inputs, parameters })).toEqual(
      await ner(inputs, { ...parameters, compat: "hf" }),
    );
  });

  test("is told of a model that is not there: 404", async () => {
    const { server } = await serve();
    const client = new InferenceClient(undefined, { endpointUrl: `${server.url}/models/a/b` });
    expect(await problem(client.tokenClassification({ inputs: sentence }))).toMatchObject({
      isApi: true,
      status: 404,
      message: "Failed to perform inference: Model a/b does not exist",
      body: { error: "Model a/b does not exist" },
      requestId: expect.stringMatching(/^[\w-]{36}$/),
    });
  });

  test.each([
    ["bad JSON", { inputs: [sentence, 1] }, /inputs\[1\]: expected a string/],
    [
      "another strategy",
      { inputs: "x", parameters: { aggregation_strategy: "x" } },
      /expected none or/,
    ],
    ["a text that is too long", { inputs: "x".repeat(2 ** 20 + 1) }, /1048576/],
  ])("is told of %s: 400", async (_, call, message) => {
    const { client } = await serve();
    const found = await problem(client.tokenClassification(call));
    expect(found).toMatchObject({ isApi: true, status: 400 });
    expect(found.message).toMatch(message);
  });

  test("is told of JSON that is none: 400", async () => {
    const { client } = await serve();
    const spoil = (url, init) => fetch(url, { ...init, body: init.body.slice(0, -1) });
    const call = client.tokenClassification({ inputs: sentence }, { fetch: spoil });
    expect(await problem(call)).toMatchObject({
      status: 400,
      body: { error: "body: expected JSON, found something else" },
    });
  });

  test("is told of a token that is wrong: 401", async () => {
    const token = "secret";
    const { client } = await serve({ token, accessToken: "hf_other" });
    expect(await problem(client.tokenClassification({ inputs: sentence }))).toMatchObject({
      status: 401,
      body: { error: "Invalid credentials in Authorization header" },
    });
    const { client: right } = await serve({ token, accessToken: token });
    expect(await right.tokenClassification({ inputs: "" })).toEqual([]);
  });

  test("is told of a body that is too large: 413", async () => {
    const { client } = await serve({ maxBody: 1000 });
    for (const length of [1000, 3_000_000]) {
      const call = client.tokenClassification({ inputs: "x".repeat(length) });
      expect(await problem(call)).toMatchObject({
        status: 413,
        body: { error: "body: expected at most 1000 bytes, found more" },
      });
    }
  });

  test("is told of a queue that is full: 429", async () => {
    const { load, go, passes } = heldModel();
    const { client } = await serve({ load, maxQueue: 1 });
    const first = client.tokenClassification({ inputs: sentence });
    await until(() => passes.length === 1, "a pass");
    expect(await problem(client.tokenClassification({ inputs: sentence }))).toMatchObject({
      status: 429,
      body: { error: "Too many requests are waiting: try again later" },
    });
    go();
    expect(await first).toEqual([]);
  });

  test("waits for a model; where it does not want to, it repeats 503 until the model is there", async () => {
    const { load, go } = heldLoader();
    const { client } = await serve({ load });
    const expected = await ner(sentence, { aggregation_strategy: "simple", compat: "hf" });
    const waiting = client.tokenClassification({ inputs: sentence });
    const hasty = { inputs: sentence, options: { wait_for_model: false } };
    const once = client.tokenClassification(hasty, { retry_on_error: false });
    expect(await problem(once)).toMatchObject({
      status: 503,
      body: {
        error: `Model ${id} is currently loading`,
        estimated_time: expect.any(Number),
      },
    });
    let tries = 0;
    const counting = (url, init) => {
      if (++tries === 3) go();
      return fetch(url, init);
    };
    expect(await client.tokenClassification(hasty, { fetch: counting })).toEqual(expected);
    expect(tries).toBeGreaterThanOrEqual(3);
    expect(await waiting).toEqual(expected);
  });

  test("is told that a worker died: 500, and the next call is answered", async () => {
    const { load, kill } = loader();
    const { client } = await serve({ load });
    const before = await client.tokenClassification({ inputs: sentence });
    const long = client.tokenClassification({
      inputs: `${sentence} `.repeat(20_000),
      parameters: { stride: 64 },
    });
    let isOver = false;
    const failing = problem(long).finally(() => (isOver = true));
    await until(async () => (await kill(), isOver), "the call to fail");
    const found = await failing;
    expect(found).toMatchObject({ isApi: true, status: 500 });
    expect(found.message).toContain("the worker stopped");
    expect(await client.tokenClassification({ inputs: sentence })).toEqual(before);
  });

  test("that is aborted ends the work", async () => {
    const { load, passes } = heldModel();
    const { client } = await serve({ load });
    const controller = new AbortController();
    const { signal } = controller;
    const call = client
      .tokenClassification({ inputs: sentence }, { signal })
      .catch(({ name }) => name);
    await until(() => passes.length === 1, "a pass");
    controller.abort();
    expect(await call).toBe("AbortError");
    await until(() => passes[0].signal.aborted, "the pass to end");
  });
});

describe("the Hugging Face widget", () => {
  /** TokenClassificationWidget.svelte: whether the answer is one that it draws. */
  const isDrawn = (body) =>
    Array.isArray(body) &&
    body.every(
      (each) =>
        typeof each.word === "string" &&
        typeof each.entity_group === "string" &&
        typeof each.score === "number",
    );

  /** callApi of its shared/helpers.ts, from a page of the hub. */
  const ask = (url, text, headers = {}) =>
    fetch(`${url}/models/${id}`, {
      method: "POST",
      body: JSON.stringify({ inputs: text.trim() }),
      headers: { "Content-Type": "application/json", Origin: "https://huggingface.co", ...headers },
    });

  test("gets an answer that its checks take, and its time", async () => {
    const { server } = await serve({ origins: ["https://huggingface.co"] });
    const text = "My name is Wolfgang and I live in Berlin";
    const response = await ask(server.url, text, { "X-Load-Model": "0", "X-Use-Cache": "false" });
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(isDrawn(body)).toBe(true);
    expect(
      body.map(({ entity_group, start, end }) => [entity_group, text.slice(start, end)]),
    ).toEqual([
      ["PER", "Wolfgang"],
      ["LOC", "Berlin"],
    ]);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://huggingface.co");
    expect(response.headers.get("access-control-expose-headers")).toMatch(/x-compute-time/);
    expect(Number(response.headers.get("x-compute-time"))).toBeGreaterThan(0);
  });

  test("asks again and waits where it was told that the model is being loaded", async () => {
    const { load, go } = heldLoader();
    const { server } = await serve({ load, origins: ["https://huggingface.co"] });
    const first = await ask(server.url, sentence, { "X-Wait-For-Model": "false" });
    expect([first.status, (await first.json()).estimated_time]).toEqual([503, expect.any(Number)]);
    const second = ask(server.url, sentence, { "X-Wait-For-Model": "true" });
    go();
    expect(isDrawn(await (await second).json())).toBe(true);
  });
});
