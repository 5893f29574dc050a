// SPDX-License-Identifier: Apache-2.0
// Headers of the caller's go to the host that has the model, and to no other; a query to each of its files.

import { once } from "node:events";
import { createServer } from "node:http";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { listModels } from "../../dist/node/hub/cached_models.js";
import { checkRemoteOptions } from "#js/options/remote_options.js";
import { sendBytes } from "./hub_server.js";
import {
  context,
  expectRight,
  failure,
  filesUnder,
  id,
  largeRequests,
  load,
  tinyFiles,
  useHub,
} from "./hub_support.js";
import { run, sentence } from "./support.js";

useHub();

const key = { "X-Api-Key": "s3cret" };

let servers;
/** A host with the model below /ner, to whoever has the key or the signature; or one that redirects there. */
async function startHost({ needs = () => true, redirectsTo } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const { url, headers } = request;
    requests.push({ url, headers });
    if (redirectsTo !== undefined) {
      return response.writeHead(302, { Location: `${redirectsTo}${url}` }).end();
    }
    const { pathname, searchParams } = new URL(url, "http://host");
    if (!needs(headers, searchParams)) return response.writeHead(403).end();
    const bytes = tinyFiles[pathname.slice("/ner/".length)];
    if (bytes === undefined) return response.writeHead(404).end();
    sendBytes(request, response, bytes, `"${bytes.length}"`);
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { origin: `http://127.0.0.1:${server.address().port}`, requests };
}
beforeEach(() => {
  servers = [];
  process.env.XDG_CACHE_HOME = path.join(context.cache, "xdg");
});
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe("headers", () => {
  test("go with each request to the host", async () => {
    const host = await startHost({ needs: (headers) => headers["x-api-key"] === "s3cret" });
    const url = `${host.origin}/ner`;
    expect(await failure(load(url))).toMatchObject({ code: "hub", status: 403 });
    host.requests.length = 0;
    await expectRight(load(url, { headers: key }));
    expect(host.requests.every(({ headers }) => headers["x-api-key"] === "s3cret")).toBe(true);
    await expectRight(load(url, { headers: new globalThis.Headers(key) }));
  });

  test("and not to another that it redirects to", async () => {
    const other = await startHost();
    const host = await startHost({ redirectsTo: other.origin });
    const headers = { ...key, Authorization: "Basic abc", Cookie: "session=1" };
    await expectRight(load(`${host.origin}/ner`, { headers }));
    expect(host.requests[0].headers).toMatchObject({
      "x-api-key": "s3cret",
      authorization: "Basic abc",
      cookie: "session=1",
    });
    for (const { headers: seen } of other.requests) {
      for (const name of ["x-api-key", "authorization", "cookie"])
        expect(seen).not.toHaveProperty(name);
    }
  });

  test("go to the hub, in place of the token where they say so, and not to where it has its files", async () => {
    await expectRight(load(id, { token: "hf_right", headers: key }));
    const hub = context.hub.requests.filter(({ host }) => host === "hub");
    expect(hub[0].headers).toMatchObject({
      "x-api-key": "s3cret",
      authorization: "Bearer hf_right",
    });
    expect(largeRequests().length).toBeGreaterThan(0);
    for (const { headers } of largeRequests()) {
      expect(headers["x-api-key"] ?? headers.authorization).toBeUndefined();
    }
    context.hub.requests.length = 0;
    await load(id, { token: "hf_right", headers: { authorization: "Basic abc" } });
    expect(context.hub.requests[0].headers.authorization).toBe("Basic abc");
  });

  test("do not go to the hub with a model of another host", async () => {
    const host = await startHost({ redirectsTo: context.hub.endpoint });
    await failure(load(`${host.origin}/ner`, { headers: key, token: "hf_right" }));
    for (const { headers } of host.requests) expect(headers.authorization).toBeUndefined();
    for (const { headers } of context.hub.requests) expect(headers["x-api-key"]).toBeUndefined();
  });

  test.each([
    [new Map([["x-api-key", "s3cret"]]), /^headers: expected an object of strings by name/],
    [[["x-api-key", "s3cret"]], /^headers: expected an object of strings by name/],
    ["x-api-key: s3cret", /^headers: expected an object of strings by name, found 'x-api/],
    [[["x", "s3cret"]], /^headers: expected an object .*, found a list$/],
    [{ "x y": "s3cret" }, /^headers: expected names and values that HTTP allows, found 'x y'$/],
    [{ x: "s3cret\r\nHost: b" }, /^headers: expected names and values .*, found 'x'$/],
    [{ x: undefined }, /^headers: expected names and values .*, found 'x'$/],
    [{ Range: "bytes=s3cret" }, /^headers: expected none of .*range, found 'Range'$/],
  ])("that cannot be sent are refused, and not printed: %j", (headers, message) => {
    const check = () => checkRemoteOptions({ headers });
    expect(check).toThrow(expect.objectContaining({ code: "invalid_argument" }));
    expect(check).toThrow(message);
    if (typeof headers !== "string") expect(check).not.toThrow(/s3cret/);
  });

  test("are those of --header", async () => {
    const needs = (headers) => headers["x-api-key"] === "a: b" && headers["x-other"] === "";
    const host = await startHost({ needs });
    const env = { XDG_CACHE_HOME: process.env.XDG_CACHE_HOME };
    const flags = ["--header", "X-Api-Key: a: b ", "--header", "X-Other:"];
    const args = ["--model", `${host.origin}/ner`, ...flags, "--json", sentence];
    const { stdout, stderr } = await run(args, { env });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout).length).toBeGreaterThan(0);
    const pulled = await run(["models", "pull", `${host.origin}/ner`, ...flags], { env });
    expect(pulled).toMatchObject({ code: 0 });
    const wrong = await run(["--header", "s3cret", sentence]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(
      /^xlmr-ner: --header: expected 'NAME: VALUE', found something else/,
    );
    const useless = await run(["models", "list", "--header", "a: b"]);
    expect(useless).toMatchObject({ code: 2 });
  });
});

describe("a query", () => {
  const signed = (host, signature) => `${host.origin}/ner/?sig=${signature}&x=a%20b`;

  test("goes to each file, and is no part of the model's name, its errors and its cache", async () => {
    const needs = (_, query) => /^s3cret\d$/.test(query.get("sig")) && query.get("x") === "a b";
    const host = await startHost({ needs });
    const { files: model } = await expectRight(load(signed(host, "s3cret1")));
    expect(model.name).toBe(`${host.origin}/ner`);
    const { length } = host.requests;
    await expectRight(load(signed(host, "s3cret2")));
    // HEAD for each; not one of the files again, although the signature is another.
    expect(host.requests.slice(length).every(({ url }) => url.includes("s3cret2"))).toBe(true);
    expect(host.requests.length).toBeLessThan(2 * length);
    await expectRight(load(`${host.origin}/ner`, { local_files_only: true }));
    const error = await failure(load(signed(host, "wrong_s3cret")));
    expect(error).toMatchObject({
      code: "hub",
      status: 403,
      url: `${host.origin}/ner/config.json`,
    });
    expect(error.message).not.toContain("s3cret");
    const urlCacheDir = path.join(context.cache, "xdg/xlmr-ner/urls");
    expect(
      (await listModels({ cacheDir: "/nowhere", urlCacheDir })).map((each) => each.id),
    ).toEqual([`${host.origin}/ner`]);
    const names = filesUnder(context.cache).map((file) => path.basename(file));
    expect(names.filter((name) => name === "source")).toHaveLength(1);
  });

  test("is not added to where a redirect leads", async () => {
    const other = await startHost();
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url, "http://host");
      response.writeHead(302, { Location: `${other.origin}${pathname}` }).end();
    });
    servers.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    await expectRight(load(`http://127.0.0.1:${server.address().port}/ner?sig=s3cret`));
    for (const { url } of other.requests) expect(url).not.toContain("s3cret");
  });
});
