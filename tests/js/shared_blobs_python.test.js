// SPDX-License-Identifier: Apache-2.0
// The same cache, with huggingface_hub itself: what it made we load, count and delete as it does, and what
// we made of it, it loads, scans and deletes.

import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import { beforeEach, expect } from "@jest/globals";

import { listModels } from "../../dist/node/hub/cached_models.js";
import { removeModel } from "../../dist/node/hub/remove_model.js";
import { withSharedBlobLock } from "../../dist/node/hub/shared_blob_lock.js";
import { isBefore, overXet, testWithHub } from "./hub_pythons.js";
import {
  blobs,
  context,
  expectRight,
  filesUnder,
  id,
  largeRequests,
  load,
  tinyFiles,
  useHub,
  weights,
} from "./hub_support.js";
import { folderOf, payloadOf, referenceOf, referencesTo } from "./shared_cache.js";

useHub();

const sharedSince = "1.32";
const other = "acme/other";
const local = { local_files_only: true };
const bytes = tinyFiles[weights];
const vocabulary = tinyFiles["sentencepiece.bpe.model"];
const caches = () => ({ cacheDir: context.cache, urlCacheDir: path.join(context.cache, "urls") });
const remove = (model) => removeModel(model, caches(), new AbortController().signal);

beforeEach(() => {
  context.hub.models[id].isXet = true;
  // Another commit: it deletes by commits.
  const files = { ...tinyFiles, "README.md": Buffer.from("another model") };
  context.hub.models[other] = { files, isXet: true };
});

const files = ["config.json", weights, "sentencepiece.bpe.model"];

/** It downloads models over Xet. */
const download = (run, ...models) =>
  run(
    `${overXet}
for model in ${JSON.stringify(models)}: snapshot_download(model, allow_patterns=${JSON.stringify(files)})
`,
    { XET: `${context.hub.cdn}/xet` },
  );

/** It scans the cache: the models with their sizes, and its warnings. */
const scan = async (run) =>
  JSON.parse(
    await run(`
import json
from huggingface_hub import scan_cache_dir
info = scan_cache_dir()
sizes = {repo.repo_id: repo.size_on_disk for repo in info.repos}
print(json.dumps({"sizes": sizes, "warnings": [str(each) for each in info.warnings]}))
`),
  );

/** It deletes a model: the bytes that it says will be free. */
const removeWith = async (run, model) =>
  Number(
    await run(`
from huggingface_hub import scan_cache_dir
info = scan_cache_dir()
commits = [r.commit_hash for repo in info.repos if repo.repo_id == "${model}" for r in repo.revisions]
strategy = info.delete_revisions(*commits)
print(strategy.expected_freed_size)
strategy.execute()
`),
  );

const loadsWith = (run, model) =>
  run(`
from huggingface_hub import hf_hub_download
for file in ${JSON.stringify(files)}:
    print(len(open(hf_hub_download("${model}", file, local_files_only=True), "rb").read()))
`);
const lengths = files.map((file) => tinyFiles[file].length).join("\n");

testWithHub(
  "what it downloaded over Xet loads, with and without the network",
  async ({ run, version }) => {
    await download(run, id);
    expect(existsSync(payloadOf(bytes))).toBe(!isBefore(version, sharedSince));
    const count = largeRequests().length;
    await expectRight(load(id, local));
    await expectRight(load());
    await expectRight(load(id, local));
    expect(largeRequests()).toHaveLength(count);
    expect(await loadsWith(run, id)).toBe(lengths);
  },
);

testWithHub("sizes are those of its scan", async ({ run }) => {
  await download(run, id, other);
  const expected = await scan(run);
  expect(expected.warnings).toEqual([]);
  const models = await listModels(caches());
  expect(Object.fromEntries(models.map((each) => [each.id, each.bytes]))).toEqual(expected.sizes);
});

/** Every file that is left in the cache, but what either of the two keeps for itself. */
const remains = () =>
  filesUnder(context.cache)
    .map((file) => path.relative(context.cache, file))
    .filter((file) => !/^home|^\.locks|\.xlmr-ner|CACHEDIR\.TAG|\.lock$/.test(file))
    .sort();

testWithHub(
  "what is free after deleting a model is what it says, and so is what is left",
  async ({ run }) => {
    const outcomes = [];
    for (const removing of [
      (model) => removeWith(run, model),
      async (model) => (await remove(model)).freed,
    ]) {
      await download(run, id, other);
      const first = await removing(id);
      const between = remains();
      outcomes.push([first, between, await removing(other), remains()]);
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[1][3].filter((file) => !/huggingface-shared-blobs$/.test(file))).toEqual([]);
  },
);

testWithHub(
  "it finds, scans and deletes what we linked to",
  async ({ run }) => {
    await download(run, id);
    const count = largeRequests().length;
    await expectRight(load(other));
    expect(largeRequests()).toHaveLength(count);
    expect(referencesTo(bytes)).toEqual([referenceOf(id, bytes), referenceOf(other, bytes)]);
    expect(await loadsWith(run, other)).toBe(lengths);
    const { sizes, warnings } = await scan(run);
    expect(warnings).toEqual([]);
    expect(sizes[other]).toBe(sizes[id]);
    const config = tinyFiles["config.json"].length;
    expect(await removeWith(run, id)).toBe(config);
    expect(referencesTo(bytes)).toEqual([referenceOf(other, bytes)]);
    await expectRight(load(other, local));
    expect(await removeWith(run, other)).toBe(config + bytes.length + vocabulary.length);
    expect(existsSync(payloadOf(bytes))).toBe(false);
  },
  sharedSince,
);

testWithHub(
  "what we download stays a blob of its own, as what it downloads over HTTP",
  async ({ run }) => {
    await load();
    const ours = blobs().sort();
    expect((await scan(run)).warnings).toEqual([]);
    await download(run, id, other);
    expect(readdirSync(path.join(folderOf(id), "blobs")).sort()).toEqual(ours);
    expect(await loadsWith(run, id)).toBe(lengths);
    await remove(other);
    await expectRight(load(id, local));
    expect(await loadsWith(run, id)).toBe(lengths);
  },
);

testWithHub(
  "we wait while it has the lock",
  async ({ run }) => {
    await download(run, id, other);
    // It holds the lock while the link of another model goes, and we want to collect.
    const holding = run(`
import os, shutil, sys, time
from pathlib import Path
from huggingface_hub.utils._shared_blobs import _shared_blob_lock
with _shared_blob_lock(Path("${payloadOf(bytes)}")):
    shutil.rmtree("${folderOf(other)}")
    Path("${context.cache}/held").touch()
    while os.path.exists("${folderOf(id)}"): time.sleep(0.01)
    print(os.path.exists("${payloadOf(bytes)}"))
`);
    while (!existsSync(path.join(context.cache, "held"))) await new Promise(setImmediate);
    const removed = await remove(id);
    expect(await holding).toBe("True");
    expect(removed.freed).toBe(tinyFiles["config.json"].length + bytes.length + vocabulary.length);
    expect(existsSync(payloadOf(bytes))).toBe(false);
  },
  sharedSince,
);

testWithHub(
  "it cannot have the lock while we do",
  async ({ run }) => {
    await download(run, id);
    const { signal } = new AbortController();
    const tryLock = () =>
      run(`
from filelock import FileLock, Timeout
try:
    with FileLock("${payloadOf(bytes)}.lock", timeout=0): print("had it")
except Timeout: print("waited")
`);
    expect(await withSharedBlobLock(payloadOf(bytes), signal, tryLock)).toBe("waited");
    expect(await tryLock()).toBe("had it");
  },
  sharedSince,
);
