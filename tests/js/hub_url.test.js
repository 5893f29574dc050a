// SPDX-License-Identifier: Apache-2.0
// A model below any address: a plain server with ETags or dates, and the hub's own resolve address.

import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { listModels } from "../../dist/node/hub/cached_models.js";
import { sendBytes, sha256 } from "./hub_server.js";
import {
  context,
  expectRight,
  failure,
  filesUnder,
  id,
  load,
  partials,
  tinyFiles,
  useHub,
  weights,
} from "./hub_support.js";
import { until } from "./support.js";

useHub();

const date = "Sat, 21 Nov 2026 10:00:00 GMT";

let server;
let base;
let requests;
let files;
let headersOf;
let onGet;
let onHead;
beforeEach(async () => {
  files = { ...tinyFiles };
  requests = [];
  headersOf = (bytes) => ({ ETag: `"${sha256(bytes).slice(0, 8)}"` });
  onGet = undefined;
  onHead = undefined;
  server = createServer((request, response) => {
    requests.push({ method: request.method, url: request.url, headers: request.headers });
    const bytes = files[decodeURIComponent(request.url.replace(/^\/models\/a%20b\//, ""))];
    if (bytes === undefined) return response.writeHead(404).end();
    if (request.method === "HEAD" && onHead?.(request, response, bytes) === true) return;
    if (request.method === "GET" && onGet?.(request, response, bytes) === true) return;
    const { ETag: etag, ...headers } = headersOf(bytes);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    sendBytes(request, response, bytes, etag);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${server.address().port}/models/a%20b`;
  process.env.XDG_CACHE_HOME = path.join(context.cache, "xdg");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const gets = () => requests.filter(({ method }) => method === "GET").map(({ url }) => url);

test("a plain server: HEAD says what there is, and GET only fetches what is needed", async () => {
  const { files: model } = await expectRight(load(base));
  expect(model).toMatchObject({ name: base, revision: undefined });
  expect(gets()).toEqual(
    ["config.json", "sentencepiece.bpe.model", weights].map((file) => `/models/a%20b/${file}`),
  );
  expect(await model.has("onnx/model.onnx")).toBe(true);
  expect(await model.has("tokenizer.json")).toBe(false);
});

test("what has not changed is not fetched again, and used without the network", async () => {
  await load(`${base}/`);
  const { length } = gets();
  await expectRight(load(base));
  expect(gets()).toHaveLength(length);
  const before = requests.length;
  await expectRight(load(base, { local_files_only: true }));
  expect(requests).toHaveLength(before);
  server.closeAllConnections();
  server.close();
  await expectRight(load(base));
});

test("nothing is written where nothing has changed, as the cache may be for reading alone", async () => {
  await load(base);
  const states = () =>
    filesUnder(context.cache).map((file) => [file, statSync(file).ino, statSync(file).mtimeMs]);
  const before = states();
  await expectRight(load(base));
  expect(states()).toEqual(before);
});

test("what has changed is", async () => {
  await load(base);
  files["config.json"] = Buffer.from(tinyFiles["config.json"].toString().replace("{", "{ "));
  const { config } = await load(base);
  expect(config.equals(files["config.json"])).toBe(true);
  expect(gets()).toHaveLength(4);
});

test("a date does for an ETag, and without either nothing is believed to be unchanged", async () => {
  headersOf = () => ({ "Last-Modified": date });
  await load(base);
  await expectRight(load(base));
  expect(gets()).toHaveLength(3);
  headersOf = () => ({ "Last-Modified": date, ETag: 'W/"weak"' });
  await expectRight(load(base));
  expect(gets()).toHaveLength(6);
  headersOf = () => ({});
  await expectRight(load(base));
  await expectRight(load(base));
  expect(gets()).toHaveLength(12);
});

test("what was damaged in the cache is fetched again", async () => {
  await load(base);
  const { length } = tinyFiles[weights];
  const blob = filesUnder(context.cache).find((file) => statSync(file).size === length);
  writeFileSync(blob, Buffer.alloc(length));
  expect((await failure(load(base, { local_files_only: true }))).code).toBe("offline");
  await expectRight(load(base));
});

test.each([
  ["its ETag", { ETag: '"strong"' }, '"strong"'],
  ["its date, where the ETag is weak", { ETag: 'W/"weak"', "Last-Modified": date }, date],
])("a broken connection is continued if the file still has %s", async (_, headers, ifRange) => {
  headersOf = () => headers;
  let broken = false;
  onGet = (request, response, bytes) => {
    if (broken || !request.url.endsWith(weights)) return false;
    broken = true;
    response.writeHead(200, { "Content-Length": bytes.length, ...headers });
    response.write(bytes.subarray(0, 50_000), () => response.destroy());
    return true;
  };
  await expectRight(load(base));
  const last = requests.at(-1);
  expect(last.headers.range).toMatch(/^bytes=[1-9]\d*-$/);
  expect(last.headers["if-range"]).toBe(ifRange);
});

test("a file that changes while it comes is an IntegrityError, not a mixture", async () => {
  onGet = (request, response, bytes) => {
    if (!request.url.endsWith(weights)) return false;
    const other = Buffer.from(bytes).fill(1, 1000);
    response.writeHead(200, { "Content-Length": other.length, ...headersOf(other) }).end(other);
    return true;
  };
  const error = await failure(load(base));
  expect(error).toMatchObject({ code: "integrity" });
  expect(error.message).toMatch(/as it was when it was first asked for .*: load the model again$/);
});

/** Answers GET with at most so many bytes of the weights, as servers do that limit a range. */
const sendPart = (most) => (request, response, bytes) => {
  if (bytes !== files[weights]) return false;
  const start = Number(/\d+/.exec(request.headers.range ?? "0")[0]);
  const end = Math.min(bytes.length, start + most);
  const headers = {
    "Content-Range": `bytes ${start}-${end - 1}/${bytes.length}`,
    ...headersOf(bytes),
  };
  response.writeHead(206, headers).end(bytes.subarray(start, end));
  return true;
};

test("a range that ends early is not the whole, were the length never told but by the range", async () => {
  onHead = (_, response, bytes) => {
    response.writeHead(200, { ...headersOf(bytes), "Transfer-Encoding": "chunked" }).end();
    return true;
  };
  onGet = sendPart(50_000);
  await expectRight(load(base));
  expect(gets().filter((url) => url.endsWith(weights))).toHaveLength(3);
});

test("ranges of compressed bytes are no ranges of the file: it comes anew", async () => {
  let broken = 0;
  const compressed = (request, response, bytes) => {
    const body = gzipSync(bytes);
    const start = Number(/\d+/.exec(request.headers.range ?? "0")[0]);
    response.setHeader("Content-Encoding", "gzip");
    response.setHeader("ETag", headersOf(bytes).ETag);
    if (start > 0) {
      const range = `bytes ${start}-${body.length - 1}/${body.length}`;
      response.writeHead(206, { "Content-Range": range });
    }
    if (request.method === "HEAD") response.end();
    else if (bytes === files[weights] && broken++ === 0) {
      response.write(body.subarray(0, body.length >> 1));
      const isPartKept = () => partials().some(({ size }) => size > 0);
      void until(isPartKept, "a part of the weights").then(() => response.destroy());
    } else response.end(body.subarray(start));
    return true;
  };
  onHead = compressed;
  onGet = compressed;
  await expectRight(load(base));
  const asked = requests.filter(({ method, url }) => method === "GET" && url.endsWith(weights));
  expect(asked.map(({ headers }) => headers.range === undefined)).toEqual([true, false, true]);
});

test("the hub's own resolve address has the hub's hashes", async () => {
  const url = `${context.hub.endpoint}/${id}/resolve/main`;
  await expectRight(load(url));
  const names = filesUnder(context.cache).filter((file) => /blobs/.test(file));
  expect(names.map((file) => path.basename(file)).sort()[2]).toBe(sha256(tinyFiles[weights]));
  const flipped = Buffer.from(tinyFiles[weights]);
  flipped[5000] ^= 1;
  context.hub.models[id].files[weights] = Buffer.concat([tinyFiles[weights], Buffer.from(" ")]);
  context.hub.fault({ host: "cdn", url: /./, times: 9 }, (_, response) => {
    response.writeHead(200).end(Buffer.concat([flipped, Buffer.from(" ")]));
  });
  expect((await failure(load(url))).code).toBe("integrity");
});

test("no token leaves for a server that is not the hub", async () => {
  await load(base, { token: "hf_right" });
  for (const { headers } of requests) expect(headers.authorization).toBeUndefined();
});

test("a server without the model, and one that refuses", async () => {
  files = {};
  const error = await failure(load(base));
  expect(error).toMatchObject({ code: "model_file" });
  expect(error.message).toBe(`expected config.json in the model ${base}, found no such file`);
});

test("is in the list of models by its URL", async () => {
  await load(base);
  const urlCacheDir = path.join(context.cache, "xdg/xlmr-ner/urls");
  const [model] = await listModels({ cacheDir: "/nowhere", urlCacheDir });
  expect(model).toMatchObject({
    id: base,
    files: ["config.json", weights, "sentencepiece.bpe.model"],
  });
});

describe("what is no base address", () => {
  test.each(["http://u:p@host/m", "http://host/m#x", "https://"])("%s", async (url) => {
    const error = await failure(load(url));
    expect(error.code).toBe("invalid_argument");
    expect(error.message).not.toContain("u:p");
  });

  test("and a revision does not go with a URL or a folder", async () => {
    for (const model of [base, "./models"]) {
      const error = await failure(load(model, { revision: "main" }));
      expect(error.message).toMatch(
        /^revision: expected a hub id as the model, found a (URL|folder)$/,
      );
    }
  });
});
