// SPDX-License-Identifier: Apache-2.0
// What a browser has kept and spoiled is found once loading fails, and fetched again.

import { createHash } from "node:crypto";

import { beforeAll, beforeEach, expect, test } from "@jest/globals";

import { nodeTransport } from "../../dist/node/hub/transport.js";
import { HttpClient } from "#js/hub/http.js";
import { RemoteFiles } from "#js/files/remote_files.js";
import { fromSource } from "./from_source.js";

const { signal } = new AbortController();
const quiet = { signal, onProgress: () => {} };
const published = { "config.json": "{}", weights: "eight bytes, and more" };

let BlobStore;
let kept;
let fetched;
beforeAll(async () => ({ BlobStore } = await fromSource("web/blob_store.ts")));
beforeEach(() => {
  kept = new Map();
  fetched = [];
});

const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const fileOf = (path) => {
  const text = published[path];
  const digest = { algorithm: "sha256", hex: sha256(text) };
  return { path, url: `http://host/${path}`, size: text.length, key: digest.hex, digest };
};

/** A page's visit: the model's files, with what earlier ones have kept. */
function visit({ offline } = {}) {
  const transport = {
    ...nodeTransport,
    fetch: async (url) => {
      const path = new URL(url).pathname.slice(1);
      fetched.push(path);
      return new Response(published[path]);
    },
  };
  const subject = (file) => ({ model: "m", file, hasToken: false });
  const repository = { commit: undefined, subject, find: async (path) => fileOf(path) };
  const cache = {
    match: async (key) => kept.get(key),
    put: async (key, blob) => kept.set(key, blob),
    evict: async () => {},
  };
  const http = new HttpClient({ transport, endpoint: "http://host", token: undefined });
  const store = new BlobStore({ name: "m", http, repository, cache });
  return new RemoteFiles({ name: "m", repository, store, transport, offline });
}

const textOf = async (files, path) => new TextDecoder().decode(await files.read(path, quiet));

test("what is right is kept, and found to be so", async () => {
  const first = visit();
  await first.fetch(Object.keys(published), quiet);
  const second = visit();
  expect(await textOf(second, "weights")).toBe(published.weights);
  expect(await second.recheck(signal)).toBe(false);
  expect(fetched).toEqual(Object.keys(published));
});

test.each([
  ["zeros", (blob) => new Blob(["\0".repeat(blob.size)])],
  [
    "what cannot be read",
    (blob) =>
      Object.assign(new Blob(["x".repeat(blob.size)]), {
        stream: () => {
          throw new Error("lost");
        },
      }),
  ],
])("%s in its place are found, fetched again and kept", async (_, damage) => {
  await visit().fetch(Object.keys(published), quiet);
  for (const [key, blob] of kept) if (blob.size > 2) kept.set(key, damage(blob));
  const files = visit();
  await files.fetch(Object.keys(published), quiet);
  expect(await files.recheck(signal)).toBe(true);
  expect(await textOf(files, "weights")).toBe(published.weights);
  expect(await textOf(files, "config.json")).toBe("{}");
  expect(fetched).toEqual([...Object.keys(published), "weights"]);
  const next = visit();
  expect(await textOf(next, "weights")).toBe(published.weights);
  expect(await next.recheck(signal)).toBe(false);
});

test("what is cut is fetched again at once", async () => {
  await visit().fetch(Object.keys(published), quiet);
  for (const [key, blob] of kept) kept.set(key, blob.slice(0, 1));
  expect(await textOf(visit(), "weights")).toBe(published.weights);
});

test("without the network there is nothing to try again", async () => {
  await visit().fetch(Object.keys(published), quiet);
  for (const [key, blob] of kept) kept.set(key, new Blob(["\0".repeat(blob.size)]));
  expect(await visit({ offline: "no network" }).recheck(signal)).toBe(false);
});
