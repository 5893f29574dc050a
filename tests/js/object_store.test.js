// SPDX-License-Identifier: Apache-2.0
// Hosts that say of a file that they have not what others say of one that may not be read: S3 and
// CloudFront answer 403 to whoever may not list a bucket. And hosts that do not answer HEAD.

import { once } from "node:events";
import { createServer } from "node:http";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { sendBytes } from "./hub_server.js";
import { context, expectRight, failure, id, load, tinyFiles, useHub } from "./hub_support.js";

useHub();

let server;
let base;
let requests;
let files;
/** What the host answers for a file that it has not, and to HEAD where it does not know that. */
let host;
beforeEach(async () => {
  files = { ...tinyFiles };
  requests = [];
  host = { missing: 403 };
  server = createServer((request, response) => {
    const { method, url, headers } = request;
    requests.push({ method, url, range: headers.range });
    if (method === "HEAD" && host.head !== undefined) return response.writeHead(host.head).end();
    const bytes = host.isClosed ? undefined : files[url.slice("/ner/".length)];
    if (bytes !== undefined) {
      if (host.ignoresRanges) delete request.headers.range;
      return sendOne(request, response, bytes);
    }
    response.writeHead(host.missing, { "Content-Type": "application/xml" });
    response.end(method === "HEAD" ? undefined : "<Error><Code>AccessDenied</Code></Error>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${server.address().port}/ner`;
  process.env.XDG_CACHE_HOME = path.join(context.cache, "xdg");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** As sendBytes does, which knows ranges without an end only: a host gives one byte where one is asked for. */
function sendOne(request, response, bytes) {
  const etag = `"${bytes.length}"`;
  if (request.headers.range !== "bytes=0-0" || bytes.length === 0) {
    return sendBytes(request, response, bytes, etag);
  }
  const range = { "Content-Range": `bytes 0-0/${bytes.length}`, "Content-Length": 1, ETag: etag };
  response.writeHead(206, range).end(bytes.subarray(0, 1));
}

const asked = (method) => requests.filter((each) => each.method === method);

test.each([403, 401, 404, 410])("a file that is answered with %i is absent", async (missing) => {
  host = { missing };
  const { files: model } = await expectRight(load(base));
  expect(await model.has("tokenizer_config.json")).toBe("tokenizer_config.json" in files);
  expect(await model.has("onnx/none.onnx")).toBe(false);
  // HEAD was answered, so that nobody asks twice for what is refused.
  expect(asked("GET").filter(({ range }) => range === "bytes=0-0")).toEqual([]);
});

describe.each([405, 501, 403, 401, 400])("a host that answers HEAD with %i", (head) => {
  test.each([
    ["one byte is asked for", {}],
    ["one that knows no ranges is asked for all, and not read", { ignoresRanges: true }],
    ["it refuses what it has not, too", { missing: 403 }],
  ])("%s", async (_, more) => {
    host = { missing: 404, head, ...more };
    const { files: model } = await expectRight(load(base));
    expect(await model.has("onnx/none.onnx")).toBe(false);
    // From the first file on it is known not to answer HEAD.
    expect(asked("HEAD")).toHaveLength(1);
  });
});

test("what was fetched is not fetched again, where HEAD is not answered", async () => {
  host = { missing: 404, head: 405 };
  await expectRight(load(base));
  const { length } = asked("GET").filter(({ range }) => range === undefined);
  expect(length).toBe(3);
  await expectRight(load(base));
  expect(asked("GET").filter(({ range }) => range === undefined)).toHaveLength(length);
});

test("an empty file is one, where HEAD is not answered", async () => {
  files["empty.txt"] = Buffer.alloc(0);
  host = { missing: 404, head: 405 };
  const { files: model } = await load(base);
  const { signal } = new AbortController();
  expect(await model.has("empty.txt")).toBe(true);
  expect(await model.read("empty.txt", { signal, onProgress: () => {} })).toHaveLength(0);
});

test.each([403, 401])("a model that is refused as a whole is an error: %i", async (missing) => {
  host = { missing, isClosed: true };
  const error = await failure(load(base, { token: "hf_right" }));
  expect(error).toMatchObject({ code: "hub", status: missing });
  expect(error.message).toBe(
    `${base}: expected config.json, found ${missing}: the host refused it: check the address ` +
      "and the headers",
  );
});

test("weights that are refused are not to be had, and the error has the status", async () => {
  files = { "config.json": files["config.json"], "tokenizer.json": files["tokenizer.json"] };
  const error = await failure(load(base));
  expect(error.code).toBe("model_file");
  expect(error.message).toMatch(
    /^expected weights in .*, found none of .*; the host answered 403$/,
  );
});

test("a server in trouble is no missing file", async () => {
  host = { missing: 503 };
  expect(await failure(load(base))).toMatchObject({ code: "hub", status: 503 });
});

describe("a gated model of the hub by its resolve address", () => {
  test.each([["hf_other"], [undefined]])(
    "is refused with its own message (token %s)",
    async (token) => {
      context.hub.models[id].gated = true;
      const url = `${context.hub.endpoint}/${id}/resolve/main`;
      const error = await failure(load(url, { token }));
      expect(error).toMatchObject({ code: "hub", status: token === undefined ? 401 : 403 });
      expect(error.message).toMatch(/accept its terms/);
      expect(error.message).toMatch(token === undefined ? /pass a token/ : /the token's account/);
      expect(context.hub.requests.map(({ method }) => method)).toEqual(["HEAD"]);
    },
  );

  test("also where it becomes so while it is read", async () => {
    const url = `${context.hub.endpoint}/${id}/resolve/main`;
    const { files: model } = await load(url);
    context.hub.models[id].gated = true;
    expect(await failure(model.has("onnx/other.onnx"))).toMatchObject({ code: "hub", status: 401 });
  });
});
