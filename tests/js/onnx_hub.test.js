// SPDX-License-Identifier: Apache-2.0
// An ONNX file at a hub, with its weights in files beside it.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { startHub } from "./hub_server.js";
import { filesOf, forms, texts } from "./onnx_exports.js";
import { run, use } from "./support.js";

const id = "acme/onnx-ner";
const form = "several_files";
const weights = [...filesOf(form).keys()].filter((name) => name.startsWith("onnx/"));

let hub;
let cache;
beforeEach(async () => {
  hub = await startHub({ models: { [id]: { files: Object.fromEntries(filesOf(form)) } } });
  cache = mkdtempSync(path.join(tmpdir(), "xlmr-ner-onnx-hub-"));
});
afterEach(async () => {
  await hub.close();
  rmSync(cache, { recursive: true });
});

const labelsOf = async (options) =>
  use(pipeline("ner", id, { cache_dir: cache, threads: 1, ...options }), async (ner) => {
    const found = await ner(texts, { ignore_labels: [] });
    return found.map((records) => records.map(({ entity }) => entity));
  });

test("each file is downloaded once, told in the progress, and read from the cache afterwards", async () => {
  const downloaded = new Set();
  const progress_callback = ({ phase, file }) => {
    if (phase === "download") downloaded.add(file);
  };
  const { endpoint } = hub;
  expect(await labelsOf({ endpoint, progress_callback })).toEqual(forms[form].labels);
  expect([...downloaded]).toEqual(expect.arrayContaining(weights));
  const { length } = hub.requests;
  expect(await labelsOf({ endpoint, local_files_only: true })).toEqual(forms[form].labels);
  expect(hub.requests).toHaveLength(length);
});

test("`models pull` has all of them in the cache", async () => {
  const env = { HF_ENDPOINT: hub.endpoint, HF_HUB_CACHE: cache };
  const { stdout, code } = await run(["models", "pull", id], { env });
  expect(code).toBe(0);
  expect(stdout).toContain("onnx/model.onnx");
  const { length } = hub.requests;
  expect(await labelsOf({ endpoint: hub.endpoint, local_files_only: true })).toEqual(
    forms[form].labels,
  );
  expect(hub.requests).toHaveLength(length);
});
