// SPDX-License-Identifier: Apache-2.0
// Blobs that the models of a cache share, as huggingface_hub has them since 1.32: read, linked to, counted
// and collected.

import { spawn } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

import { beforeEach, describe, expect, test } from "@jest/globals";

import { listModels } from "../../dist/node/hub/cached_models.js";
import { removeModel } from "../../dist/node/hub/remove_model.js";
import {
  context,
  expectRight,
  failure,
  id,
  largeRequests,
  load,
  tinyFiles,
  useHub,
  weights,
} from "./hub_support.js";
import { blobOf, folderOf, payloadOf, referenceOf, referencesTo, share } from "./shared_cache.js";
import { until } from "./support.js";

useHub();

const other = "acme/other";
const local = { local_files_only: true };
const bytes = tinyFiles[weights];
const vocabulary = tinyFiles["sentencepiece.bpe.model"];
const caches = () => ({ cacheDir: context.cache, urlCacheDir: path.join(context.cache, "urls") });
const { signal } = new AbortController();
const remove = (model) => removeModel(model, caches(), signal);
const isLink = (file) => lstatSync(file).isSymbolicLink();

beforeEach(async () => {
  context.hub.models[id].isXet = true;
  context.hub.models[other] = { files: { ...tinyFiles }, isXet: true };
  await load();
  share(id, bytes);
});

describe("a file that is shared", () => {
  test("loads without the network, again, and with it", async () => {
    const count = largeRequests().length;
    await expectRight(load(id, local));
    await expectRight(load(id, local));
    await expectRight(load());
    await expectRight(load(id, local));
    expect(largeRequests()).toHaveLength(count);
    expect(isLink(blobOf(id, bytes))).toBe(true);
  });

  test("has the key that its first link names", async () => {
    rmSync(path.join(folderOf(id), ".xlmr-ner"), { recursive: true });
    await expectRight(load(id, local));
    const blob = blobOf(id, bytes);
    const record = path.join(folderOf(id), ".xlmr-ner", path.basename(blob));
    expect(readFileSync(record, "utf8")).toBe(
      `${bytes.length} ${lstatSync(payloadOf(bytes)).mtimeMs}`,
    );
  });

  test("is refused without the network where it was changed, and fetched anew for this model", async () => {
    const wrong = Buffer.from(bytes);
    wrong[1000] ^= 1;
    writeFileSync(payloadOf(bytes), wrong);
    const error = await failure(load(id, local));
    expect(error.message).toMatch(
      /expected model\.safetensors as it was downloaded, found .* changed/,
    );
    await expectRight(load());
    await expectRight(load(id, local));
    expect(isLink(blobOf(id, bytes))).toBe(false);
    expect(readFileSync(payloadOf(bytes)).equals(wrong)).toBe(true);
  });

  test("that is gone is fetched anew", async () => {
    rmSync(payloadOf(bytes));
    expect((await failure(load(id, local))).code).toBe("offline");
    await expectRight(load());
    expect(isLink(blobOf(id, bytes))).toBe(false);
  });
});

describe("a model whose file another one shares already", () => {
  test("gets a link to it, and its line in the list", async () => {
    const count = largeRequests().length;
    await expectRight(load(other));
    const fetched = largeRequests().slice(count);
    expect(fetched.map(({ url }) => url)).not.toContainEqual(
      expect.stringContaining(path.basename(blobOf(other, bytes))),
    );
    expect(readlinkSync(blobOf(other, bytes))).toBe(
      path.relative(path.join(folderOf(other), "blobs"), payloadOf(bytes)),
    );
    expect(referencesTo(bytes)).toEqual([referenceOf(id, bytes), referenceOf(other, bytes)]);
    expect(isLink(blobOf(other, vocabulary))).toBe(false);
    await expectRight(load(other, local));
  });

  const obstacles = {
    "HF_HUB_DISABLE_SHARED_BLOBS is set": () => (process.env.HF_HUB_DISABLE_SHARED_BLOBS = "1"),
    "HF_HUB_DISABLE_XET is set": () => (process.env.HF_HUB_DISABLE_XET = "1"),
    "the server has no Xet hash": () => (context.hub.models[other].isXet = false),
    "the folder is no such store": () =>
      rmSync(path.join(context.cache, "blobs/.huggingface-shared-blobs")),
    "the store has another layout": () =>
      writeFileSync(path.join(context.cache, "blobs/.huggingface-shared-blobs"), "2\n"),
    "its bytes are too few": () => writeFileSync(payloadOf(bytes), bytes.subarray(1)),
    "its bytes are wrong": () => writeFileSync(payloadOf(bytes), Buffer.alloc(bytes.length)),
    "the lock is a link": () => {
      rmSync(`${payloadOf(bytes)}.lock`);
      symlinkSync("elsewhere", `${payloadOf(bytes)}.lock`);
    },
    "the list is a link": () => {
      rmSync(`${payloadOf(bytes)}.refs`);
      symlinkSync("elsewhere", `${payloadOf(bytes)}.refs`);
    },
  };

  test.each(Object.entries(obstacles))("downloads it where %s", async (_, hinder) => {
    hinder();
    await expectRight(load(other));
    expect(isLink(blobOf(other, bytes))).toBe(false);
    expect(referencesTo(bytes) ?? []).not.toContain(referenceOf(other, bytes));
    await expectRight(load(other, local));
  });

  test("waits while another process has the lock", async () => {
    const release = await hold(payloadOf(bytes));
    const loading = load(other);
    await until(() => context.hub.requests.at(-1).method === "HEAD", "the question for the hash");
    expect(existsSync(blobOf(other, bytes))).toBe(false);
    release();
    await expectRight(loading);
    expect(isLink(blobOf(other, bytes))).toBe(true);
  });
});

describe("a model that is removed", () => {
  const own = tinyFiles["config.json"].length + vocabulary.length;

  test("counts what it shares in the list", async () => {
    const names = ["config.json", weights, "sentencepiece.bpe.model"];
    const total = names.reduce((sum, name) => sum + tinyFiles[name].length, 0);
    await load(other);
    expect((await listModels(caches())).map((each) => each.bytes)).toEqual([total, total]);
  });

  test("takes with it what nobody else has", async () => {
    expect(await remove(id)).toMatchObject({ freed: own + bytes.length, left: 0 });
    expect(existsSync(folderOf(id))).toBe(false);
    expect(existsSync(payloadOf(bytes))).toBe(false);
    expect(referencesTo(bytes)).toBeUndefined();
  });

  test("leaves what another one has, which goes with that one", async () => {
    await load(other);
    expect(await remove(id)).toMatchObject({ freed: own, left: 0 });
    expect(referencesTo(bytes)).toEqual([referenceOf(other, bytes)]);
    await expectRight(load(other, local));
    expect((await remove(other)).freed).toBe(own + bytes.length);
    expect(existsSync(payloadOf(bytes))).toBe(false);
  });

  test("leaves what it cannot be sure of", async () => {
    rmSync(`${payloadOf(bytes)}.refs`);
    expect(await remove(id)).toMatchObject({ freed: own, left: 0 });
    expect(existsSync(payloadOf(bytes))).toBe(true);
  });

  test("lines of links that are no links do not count", async () => {
    const lines = [
      "../x/blobs/y",
      "/etc/passwd",
      referenceOf("acme/none", bytes),
      "",
      "models--a/blobs/..",
    ];
    writeFileSync(`${payloadOf(bytes)}.refs`, [referenceOf(id, bytes), ...lines].join("\n"));
    expect((await remove(id)).freed).toBe(own + bytes.length);
    expect(existsSync(payloadOf(bytes))).toBe(false);
  });

  test("waits while another process has the lock, whose new link counts", async () => {
    const release = await hold(payloadOf(bytes));
    const removing = remove(id);
    await until(() => !existsSync(folderOf(id)), "the model's own files to go");
    process.env.HF_HUB_DISABLE_SHARED_BLOBS = "1";
    await load(other);
    rmSync(blobOf(other, bytes));
    symlinkSync(
      path.relative(path.join(folderOf(other), "blobs"), payloadOf(bytes)),
      blobOf(other, bytes),
    );
    writeFileSync(`${payloadOf(bytes)}.refs`, `${referenceOf(other, bytes)}\n`);
    release();
    expect((await removing).freed).toBe(own);
    expect(existsSync(payloadOf(bytes))).toBe(true);
    await expectRight(load(other, local));
  });

  test("says what stays where it cannot be locked", async () => {
    rmSync(`${payloadOf(bytes)}.lock`);
    mkdirSync(`${payloadOf(bytes)}.lock`);
    expect(await remove(id)).toMatchObject({ freed: own, left: bytes.length });
    expect(existsSync(payloadOf(bytes))).toBe(true);
  });
});

/** Another process takes a payload's lock; gives what lets it go. */
async function hold(payload) {
  const child = spawn("flock", ["-x", `${payload}.lock`, "cat"]);
  child.stdin.write("held\n");
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return () => child.stdin.end();
}
