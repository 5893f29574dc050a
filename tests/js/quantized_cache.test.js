// SPDX-License-Identifier: Apache-2.0
// Quantised weights are kept between loads. In a worker of the test's own, whose cache is a folder of
// the test's and takes small files too.

import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";

import { afterEach, beforeEach, expect, test } from "@jest/globals";

import { adapterFolder, editAdapterConfig, folderOf, readGolden } from "./small_model.js";
import { copyOfTiny, removeCopies, sentence } from "./support.js";
import { filesOf, folderWith } from "./torch_forms.js";

let cache;
let model;
beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), "xlmr-ner-cache-"));
  model = copyOfTiny();
});
afterEach(() => {
  rmSync(cache, { recursive: true, force: true });
  removeCopies();
});

/** Loads the model, and tags a sentence: { phases, entities, remarks } or { error }. */
function load({ folder = cache, cacheQuantized = true } = {}) {
  const worker = new Worker(new URL("quantized_cache.worker.js", import.meta.url), {
    workerData: { model, folder, cacheQuantized, sentence },
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  }).finally(() => worker.terminate());
}

const copies = () => readdirSync(cache).filter((name) => name.endsWith(".q8.safetensors"));
const weights = () => path.join(model, "model.safetensors");

test("weights are quantised once, with the same result as on the way in", async () => {
  const without = await load({ cacheQuantized: false });
  expect(without.phases).not.toContain("quantize");
  expect(readdirSync(cache)).toEqual([]);

  const first = await load();
  expect(first.phases).toContain("quantize");
  expect(first.entities).toEqual(without.entities);
  const [kept, source] = readdirSync(cache).sort();
  expect(kept).toMatch(/^[0-9a-f]{64}\.q8\.safetensors$/);
  expect(source).toBe(kept.replace("q8.safetensors", "source"));
  expect(readdirSync(cache)).toHaveLength(2);

  const second = await load();
  expect(second.phases).not.toContain("quantize");
  expect(second.entities).toEqual(without.entities);
});

test("weights that were written again are quantised again", async () => {
  await load();
  const [first] = copies();
  utimesSync(weights(), new Date(), new Date(Date.now() + 5000));
  expect((await load()).phases).toContain("quantize");
  expect(copies()).toEqual([expect.not.stringMatching(first)]);
  expect(readdirSync(cache)).toHaveLength(2);
});

test("weights with an adapter are kept for this adapter", async () => {
  const { adapters, base } = readGolden("adapters.json.gz");
  model = folderOf(base);
  const plain = await load();
  model = adapterFolder(adapters.plain, "", base);
  const first = await load();
  expect(first.phases).toContain("quantize");
  expect(first.entities).not.toEqual(plain.entities);
  const second = await load();
  expect(second.phases).not.toContain("quantize");
  expect(second.entities).toEqual(first.entities);
  editAdapterConfig(model, (config) => (config.lora_alpha = 64));
  const other = await load();
  expect(other.phases).toContain("quantize");
  expect(other.entities).not.toEqual(first.entities);
  const matrices = path.join(model, "adapter_model.safetensors");
  utimesSync(matrices, new Date(), new Date(Date.now() + 5000));
  expect((await load()).phases).toContain("quantize");
});

test.each(["zip", "shards"])("weights in the form of %s are kept, too", async (form) => {
  const expected = await load();
  model = folderWith(filesOf(form));
  const first = await load();
  expect(first.phases).toContain("quantize");
  expect(first.entities).toEqual(expected.entities);
  const second = await load();
  expect(second.phases).not.toContain("quantize");
  expect(second.entities).toEqual(expected.entities);
  const part = readdirSync(model).find((name) => /[0-9l]\.(bin|safetensors)$/.test(name));
  utimesSync(path.join(model, part), new Date(), new Date(Date.now() + 5000));
  expect((await load()).phases).toContain("quantize");
});

/** Writes over a file's bytes, and leaves it as long as it was. */
const overwrite = (file, change) => {
  const bytes = readFileSync(file);
  change(bytes);
  writeFileSync(file, bytes);
};
/** As after a loss of power, or on a disk that fails. */
const keepingTime = (file, act) => {
  const { mtimeNs } = statSync(file, { bigint: true });
  act();
  const set = "import os, sys; os.utime(sys.argv[1], ns=(int(sys.argv[2]),) * 2)";
  execFileSync("python3", ["-c", set, file, String(mtimeNs)]);
};
const sourceOf = (file) => file.replace("q8.safetensors", "source");
const replace = (file, make) => {
  rmSync(file);
  make(file);
};

test.each([
  ["is cut", (file) => truncateSync(file, 1000)],
  ["has a zeroed page", (file) => overwrite(file, (bytes) => bytes.fill(0, bytes.length - 1000))],
  ["is a folder", (file) => replace(file, mkdirSync)],
  ["is a named pipe", (file) => replace(file, (pipe) => execFileSync("mkfifo", [pipe]))],
  ["has no record", (file) => rmSync(sourceOf(file))],
  [
    "is zeroed, its size and time as they were",
    (file) => keepingTime(file, () => overwrite(file, (bytes) => bytes.fill(0))),
  ],
  [
    "has a zeroed page, its size and time as they were",
    (file) =>
      keepingTime(file, () => overwrite(file, (bytes) => bytes.fill(0, bytes.length - 4000))),
  ],
])("a copy that %s is made anew", async (_, damage) => {
  const { entities } = await load();
  const file = path.join(cache, copies()[0]);
  damage(file);
  const second = await load();
  expect(second.error).toBeUndefined();
  expect(second.phases).toContain("quantize");
  expect(second).toMatchObject({ entities, remarks: [] });
  const third = await load();
  expect(third.phases).not.toContain("quantize");
  expect(third.entities).toEqual(entities);
  expect(readdirSync(cache)).toHaveLength(2);
});

test("a damaged copy that cannot be replaced is named, and is no obstacle", async () => {
  const { entities } = await load();
  const file = path.join(cache, copies()[0]);
  replace(file, mkdirSync);
  writeFileSync(path.join(file, "of somebody's"), "");
  const second = await load();
  expect(second.entities).toEqual(entities);
  expect(second.remarks).toEqual([expect.stringContaining(`${file}: found a folder`)]);
  expect(readdirSync(file)).toEqual(["of somebody's"]);
});

test("a copy that was only touched is read, and its hash is not compared again", async () => {
  await load();
  const file = path.join(cache, copies()[0]);
  const times = [new Date(), new Date(Date.now() + 5000)];
  utimesSync(file, ...times);
  const record = readFileSync(sourceOf(file), "utf8");
  expect((await load()).phases).not.toContain("quantize");
  const changed = readFileSync(sourceOf(file), "utf8");
  expect(changed).not.toBe(record);
  expect(changed).toContain(` ${statSync(file).mtimeMs} `);
});

test("a folder that cannot be written is no obstacle", async () => {
  const file = path.join(cache, "a file");
  writeFileSync(file, "");
  const { entities } = await load({ folder: file });
  expect(entities).not.toEqual([]);
});

test("weights that are refused leave nothing behind", async () => {
  writeFileSync(weights(), readFileSync(weights()).subarray(0, -1));
  const { error } = await load();
  expect(error).toMatch(/model\.safetensors: checkpoint: /);
  expect(existsSync(cache)).toBe(true);
  expect(readdirSync(cache)).toEqual([]);
});
