// SPDX-License-Identifier: Apache-2.0
// File systems without symbolic links: as huggingface_hub does there, a snapshot has the bytes themselves.

import { execFile, spawnSync } from "node:child_process";
import {
  copyFileSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { beforeEach, describe, expect, test } from "@jest/globals";

import { listModels } from "../../dist/node/hub/cached_models.js";
import {
  blobs,
  context,
  expectRight,
  filesUnder,
  id,
  largeRequests,
  load,
  snapshotFolder,
  tinyFiles,
  useHub,
  weights,
} from "./hub_support.js";
import { blobOf } from "./shared_cache.js";

useHub();

const local = { local_files_only: true };
const bytes = tinyFiles[weights];
const files = ["config.json", weights, "sentencepiece.bpe.model"];
const size = files.reduce((sum, file) => sum + tinyFiles[file].length, 0);
const caches = () => ({ cacheDir: context.cache, urlCacheDir: path.join(context.cache, "urls") });
const inSnapshot = () => path.join(snapshotFolder(), weights);
/** Copies of the weights, wherever in the cache. */
const copies = () =>
  filesUnder(context.cache).filter((file) => lstatSync(file).size === bytes.length);

describe("with HF_HUB_DISABLE_SYMLINKS", () => {
  beforeEach(() => (process.env.HF_HUB_DISABLE_SYMLINKS = "1"));

  test("four loads leave one copy, which is not touched again", async () => {
    await expectRight(load());
    const { ino, mtimeMs } = lstatSync(inSnapshot());
    const count = largeRequests().length;
    for (let i = 0; i < 3; i++) await expectRight(load());
    await expectRight(load(id, local));
    expect(lstatSync(inSnapshot())).toMatchObject({ ino, mtimeMs });
    expect(largeRequests()).toHaveLength(count);
    expect(copies()).toEqual([inSnapshot()]);
    expect(blobs()).toEqual([]);
    expect((await listModels(caches()))[0]).toMatchObject({ bytes: size, files });
  });

  test("a copy that is damaged is fetched again", async () => {
    await load();
    const wrong = Buffer.from(readFileSync(inSnapshot()));
    wrong[1000] ^= 1;
    writeFileSync(inSnapshot(), wrong);
    await expectRight(load());
    expect(copies()).toEqual([inSnapshot()]);
  });

  test("a model by URL has one copy, too", async () => {
    const url = `${context.hub.endpoint}/${id}/resolve/main`;
    for (let i = 0; i < 3; i++) await expectRight(load(url, { cache_dir: context.cache }));
    expect(copies()).toHaveLength(1);
    await expectRight(load(url, { cache_dir: context.cache, ...local }));
  });

  test("loads at once end with one copy", async () => {
    await Promise.all([expectRight(load()), expectRight(load()), expectRight(load())]);
    expect(copies()).toEqual([inSnapshot()]);
  });

  test("a blob that is there is copied once, and stays for whoever has a link to it", async () => {
    delete process.env.HF_HUB_DISABLE_SYMLINKS;
    await load();
    process.env.HF_HUB_DISABLE_SYMLINKS = "1";
    await expectRight(load());
    expect(copies()).toEqual([blobOf(id, bytes)]);
    const next = Buffer.from(tinyFiles["config.json"].toString().replace("{", "{ "));
    context.hub.models[id].files["config.json"] = next;
    for (let i = 0; i < 3; i++) await load();
    expect(copies()).toHaveLength(2);
  });

  test("a copy beside its blob, as an earlier version left it, is used", async () => {
    delete process.env.HF_HUB_DISABLE_SYMLINKS;
    await load();
    const pointer = inSnapshot();
    copyFileSync(pointer, `${pointer}.copy`);
    renameSync(`${pointer}.copy`, pointer);
    for (let i = 0; i < 3; i++) await expectRight(load());
    expect(copies()).toHaveLength(2);
  });
});

/** Makes symlink() fail as on such a file system; undefined where there is no C compiler. */
function withoutLinks() {
  const source = path.join(context.cache, "no_links.c");
  const library = path.join(context.cache, "no_links.so");
  writeFileSync(
    source,
    `#include <errno.h>
int symlink(const char *a, const char *b) { (void)a, (void)b; errno = EPERM; return -1; }
int symlinkat(const char *a, int f, const char *b) { (void)a, (void)f, (void)b; errno = EPERM; return -1; }
`,
  );
  spawnSync("cc", ["-shared", "-fPIC", "-o", library, source]);
  return library;
}

const canPreload = process.platform === "linux" && spawnSync("cc", ["--version"]).status === 0;
const testPreloaded = canPreload
  ? test
  : (name, ...rest) => test.skip(`${name} (skipped: no C compiler on Linux)`, ...rest);

testPreloaded("four processes leave one copy, and quantise once", async () => {
  const child = fileURLToPath(new URL("quantizing.child.js", import.meta.url));
  const folder = path.join(context.cache, "quantized");
  const env = { ...process.env, NODE_OPTIONS: "", LD_PRELOAD: withoutLinks() };
  const phases = [];
  for (let i = 0; i < 4; i++) {
    const { stdout } = await promisify(execFile)(process.execPath, [child, id, folder], { env });
    phases.push(stdout.includes("quantize"));
  }
  expect(phases).toEqual([true, false, false, false]);
  expect(copies()).toEqual([inSnapshot()]);
  expect(readdirSync(folder).filter((name) => name.endsWith(".safetensors"))).toHaveLength(1);
});
