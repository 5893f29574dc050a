// SPDX-License-Identifier: Apache-2.0
// The set-up's downloads, from servers that fail in every way a server can.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";

import { download } from "../../wasm/setup/download.mjs";
import { fetchSources, pinnedSources } from "../../wasm/setup/sources.mjs";
import { hashFiles } from "../../wasm/setup/tree.mjs";

const work = mkdtempSync(path.join(tmpdir(), "xlmr-ner-setup-"));
const content = new Map([
  ["LICENSE", Buffer.from("free\n")],
  ["src/a.c", Buffer.from("int a;\n")],
]);
let archive;
let server;
let base;
let requests;
let target;

/** What the server answers, by path. */
const answers = {
  "/good.tar.gz": (response) => response.end(archive),
  "/other.tar.gz": (response) => response.end(archive.subarray(0, -9)),
  "/missing.tar.gz": (response) => response.writeHead(404).end(),
  "/broken.tar.gz": (response) => response.writeHead(503).end(),
  "/silent.tar.gz": () => {},
  "/page.tar.gz": (response) => response.end("<!doctype html>"),
};

beforeAll(async () => {
  const folder = path.join(work, "thing-1.0");
  mkdirSync(path.join(folder, "src"), { recursive: true });
  mkdirSync(path.join(folder, "docs"));
  for (const [file, bytes] of content) writeFileSync(path.join(folder, file), bytes);
  writeFileSync(path.join(folder, "docs/unwanted"), "x");
  execFileSync("tar", ["czf", path.join(work, "good.tar.gz"), "-C", work, "thing-1.0"]);
  archive = readFileSync(path.join(work, "good.tar.gz"));
  server = createServer((request, response) => {
    requests.push(request.url);
    answers[request.url](response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${server.address().port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(work, { recursive: true });
});

beforeEach(() => {
  requests = [];
  target = mkdtempSync(path.join(work, "cache-"));
});

const quick = (url) => download(url, { attempts: 1, silence: 300 });

function fetchFrom(...places) {
  const table = {
    thing: {
      version: "1.0",
      keep: ["LICENSE", "src/"],
      sha256: hashFiles(content),
      places: places.map((place) => (typeof place === "string" ? { url: base + place } : place)),
    },
  };
  return fetchSources(target, table, { url: quick });
}

function expectContent() {
  for (const [file, bytes] of content) {
    expect(readFileSync(path.join(target, "thing", file))).toEqual(bytes);
  }
  expect(() => readFileSync(path.join(target, "thing/docs/unwanted"))).toThrow("ENOENT");
}

test.each([
  ["/missing.tar.gz"],
  ["/broken.tar.gz"],
  ["/silent.tar.gz"],
  ["/other.tar.gz"],
  ["/page.tar.gz"],
])("where the first place gives %s, the second one is used", async (first) => {
  await fetchFrom(first, "/good.tar.gz");
  expect(requests).toEqual([first, "/good.tar.gz"]);
  expectContent();
});

test("where the first place is taken away, the second one is used", async () => {
  await fetchFrom({ url: "http://127.0.0.1:9/good.tar.gz" }, "/good.tar.gz");
  expectContent();
});

test("an archive with another hash than the place's own is refused", async () => {
  const sha256 = createHash("sha256").update("another archive").digest("hex");
  await expect(fetchFrom({ url: `${base}/good.tar.gz`, sha256 })).rejects.toThrow(
    /archive sha256: expected [0-9a-f]{64}, found [0-9a-f]{64}/,
  );
});

test("where no place answers, one sentence names all that were tried", async () => {
  await expect(fetchFrom("/missing.tar.gz", "/page.tar.gz")).rejects.toThrow(
    /^thing 1\.0 could not be fetched .*missing\.tar\.gz \(HTTP 404\), .*page\.tar\.gz \(neither a gzip nor an xz archive\)\.$/,
  );
});

test("what is in the cache is used without a request", async () => {
  await fetchFrom("/good.tar.gz");
  requests = [];
  await fetchFrom("/good.tar.gz");
  expect(requests).toEqual([]);
});

test("a file that was changed in the cache is fetched again", async () => {
  await fetchFrom("/good.tar.gz");
  writeFileSync(path.join(target, "thing/src/a.c"), "int b;\n");
  await fetchFrom("/good.tar.gz");
  expectContent();
});

test("every pinned source has a hash and at least two places", () => {
  for (const [name, source] of Object.entries(pinnedSources)) {
    expect([name, source.sha256]).toEqual([name, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect([name, source.places.length]).toEqual([name, expect.any(Number)]);
    expect(source.places.length).toBeGreaterThanOrEqual(2);
  }
});
