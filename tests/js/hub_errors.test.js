// SPDX-License-Identifier: Apache-2.0
// What a hub refuses, and what it does when it is in trouble: a typed error that says what to do, or,
// where another try may help, another try.

import { describe, expect, test } from "@jest/globals";

import { blobs, context, expectRight, failure, id, load, useHub, weights } from "./hub_support.js";

useHub();

const answer =
  (status, headers = {}) =>
  (_, response) => {
    response.writeHead(status, headers).end();
  };

describe("a refusal says which model, file and status, and what to do", () => {
  test("401: no such model, or a private one", async () => {
    const error = await failure(load("acme/none"));
    expect(error).toMatchObject({ name: "HubError", code: "hub", status: 401 });
    expect(error.url).toBe(`${context.hub.endpoint}/api/models/acme/none/revision/main`);
    expect(error.message).toBe(
      "acme/none: expected its list of files, found 401 (Repository not found): there is no such " +
        "model, or it is private: check the name, or pass a token (option token, HF_TOKEN, or hf auth login)",
    );
  });

  test("401: a wrong token, which is not in the message", async () => {
    const error = await failure(load(id, { token: "hf_wrong" }));
    expect(error).toMatchObject({ code: "hub", status: 401 });
    expect(error.message).toMatch(/there is no such model, or the token is not valid for it$/);
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain("hf_wrong");
  });

  test("404: a private model, with the token of another account", async () => {
    context.hub.models[id].isPrivate = true;
    const error = await failure(load(id, { token: "hf_other" }));
    expect(error).toMatchObject({ code: "hub", status: 404 });
    expect(error.message).toMatch(/there is no such model, check the name$/);
    await expectRight(load(id, { token: "hf_right" }));
  });

  test.each([
    [undefined, 401, /accept its terms at http.*\/acme\/tiny-ner, and pass a token/],
    ["hf_other", 403, /accept its terms at http.*\/acme\/tiny-ner with the token's account$/],
  ])("a gated model, with token %s: %i", async (token, status, advice) => {
    context.hub.models[id].gated = "auto";
    const error = await failure(load(id, { token }));
    expect(error).toMatchObject({ code: "hub", status });
    expect(error.message).toMatch(/^acme\/tiny-ner: expected config.json, found 40[13] \(Access/);
    expect(error.message).toMatch(advice);
    expect(blobs()).toEqual([]);
  });

  test("404: no such revision", async () => {
    const error = await failure(load(id, { revision: "v2" }));
    expect(error).toMatchObject({ code: "hub", status: 404 });
    expect(error.message).toMatch(/found 404 \(Invalid rev id: v2\): there is no revision v2$/);
  });

  test("404: a file that the hub lists and does not have", async () => {
    context.hub.fault({ url: /config\.json$/ }, answer(404, { "X-Error-Code": "EntryNotFound" }));
    const error = await failure(load());
    expect(error).toMatchObject({ code: "hub", status: 404 });
    expect(error.message).toMatch(/expected config\.json, found 404: the model has no such file$/);
  });

  test("a file that the hub does not list", async () => {
    delete context.hub.models[id].files["config.json"];
    const error = await failure(load());
    expect(error).toMatchObject({ code: "model_file" });
    expect(error.message).toBe(`expected config.json in the model ${id}, found no such file`);
  });

  test("403 of the host that has the large files, without its signature", async () => {
    context.hub.fault({ host: "cdn", url: /./, times: 9 }, answer(403));
    const error = await failure(load());
    expect(error).toMatchObject({ code: "hub", status: 403 });
    expect(error.url).toMatch(/\/[0-9a-f]{64}$/);
    expect(`${error.stack} ${error.url}`).not.toContain("s3cret");
  });

  test.each([
    ["no JSON", "<html>", /no commit/],
    ["no commit", '{"siblings":[]}', /no commit/],
    ["a commit that is a path", '{"sha":"../../etc","siblings":[]}', /no commit/],
    ["no files", `{"sha":"${"a".repeat(40)}"}`, /no files/],
    ["nameless files", `{"sha":"${"a".repeat(40)}","siblings":[{}]}`, /a file without a name/],
  ])("an answer that is none of a hub's: %s", async (_, body, message) => {
    context.hub.fault({ url: /^\/api/ }, (_, response) => response.end(body));
    const error = await failure(load());
    expect(error).toMatchObject({ code: "hub" });
    expect(error.message).toMatch(message);
  });

  test("control characters of a server do not reach a terminal", async () => {
    const headers = { "X-Error-Message": Buffer.from("a\x9b31mb").toString("latin1") };
    context.hub.fault({ url: /^\/api/ }, answer(403, headers));
    expect((await failure(load())).message).toContain("found 403 (a 31mb)");
  });
});

describe("what may pass is tried again", () => {
  test.each([500, 502, 503, 504, 408])("%i, then success", async (status) => {
    context.hub.fault({ url: /^\/api/, times: 2 }, answer(status));
    context.hub.fault({ host: "cdn", url: /./, times: 2 }, answer(status));
    await expectRight(load());
    expect(context.waits).toHaveLength(4);
  });

  test("503 for good", async () => {
    context.hub.fault({ url: /^\/api/, times: 99 }, answer(503));
    const error = await failure(load());
    expect(error).toMatchObject({ code: "hub", status: 503 });
    expect(error.message).toMatch(/found 503: the server is in trouble; try again later$/);
    expect(context.hub.requests).toHaveLength(3);
  });

  test("429: after as long as the server says", async () => {
    context.hub.fault({ url: /^\/api/ }, answer(429, { "Retry-After": "1" }));
    await expectRight(load());
    expect(context.waits).toEqual([1000]);
  });

  test("429: with a date", async () => {
    const date = new Date(Date.now() + 1500).toUTCString();
    context.hub.fault({ url: /^\/api/ }, answer(429, { "Retry-After": date }));
    await expectRight(load());
    expect(context.waits[0]).toBeLessThanOrEqual(1500);
  });

  test("429: not for longer than anyone would wait", async () => {
    context.hub.fault({ url: /^\/api/ }, answer(429, { "Retry-After": "3600" }));
    const error = await failure(load());
    expect(error).toMatchObject({ code: "hub", status: 429 });
    expect(error.message).toMatch(/too many requests; try again in 3600 s, or pass a token$/);
    expect(context.waits).toEqual([]);
  });

  test("a hub that is not there", async () => {
    await context.hub.close();
    const error = await failure(load());
    expect(error).toMatchObject({ name: "OfflineError", code: "offline" });
    expect(error.message).toMatch(
      /^acme\/tiny-ner: expected an answer from .*, found ECONNREFUSED: /,
    );
    expect(context.waits).toHaveLength(2);
  });

  test("a connection that never answers", async () => {
    context.hub.fault({ url: /^\/api/, times: 9 }, () => {});
    const error = await failure(load(id, { limits: { stall: 150 } }));
    expect(error).toMatchObject({ code: "offline" });
    expect(error.message).toMatch(/found nothing for 150 ms: /);
  });
});

describe("a redirect that leads nowhere is the server's word, and not asked for again", () => {
  const redirects = (location) =>
    context.hub.fault({ url: /./, times: 999 }, (_, response) => {
      response.writeHead(302, { Location: location }).end();
    });

  test.each([
    ["in circles", "/again", "more than 10 redirects", 11],
    ["to another protocol", "ftp://host/file", "a redirect to ftp://host", 1],
    ["to no address", "http://[", "a redirect to what is no address", 1],
  ])("%s", async (_, location, found, requests) => {
    redirects(location);
    const error = await failure(load());
    expect(error).toMatchObject({ name: "HubError", code: "hub", status: 302 });
    expect(error.message).toContain(`found ${found}: check the connection`);
    expect(context.waits).toEqual([]);
    expect(context.hub.requests).toHaveLength(requests);
  });

  test("a model that is in the cache is loaded from there", async () => {
    await load();
    redirects("/again");
    await expectRight(load());
  });
});

test(`${weights} alone is fetched of the weights`, async () => {
  const { files } = await expectRight(load());
  expect(await files.has("onnx/model.onnx")).toBe(true);
  expect(blobs()).toHaveLength(3);
});
