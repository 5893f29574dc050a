// SPDX-License-Identifier: Apache-2.0
// The cache is huggingface_hub's: it finds what we downloaded, and we find what it did. Runs where
// $XLMR_NER_PYTHON (or python3) has that library.

import { execFile, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "@jest/globals";

import {
  blobs,
  context,
  expectRight,
  id,
  load,
  tinyFiles,
  useHub,
  weights,
} from "./hub_support.js";

useHub();

const python = process.env.XLMR_NER_PYTHON ?? "python3";
const hasHub = spawnSync(python, ["-c", "import huggingface_hub"]).status === 0;
const testWithPython = hasHub
  ? test
  : (name, ...rest) => test.skip(`${name} (skipped: no huggingface_hub in ${python})`, ...rest);

async function runPython(script) {
  const { stdout } = await promisify(execFile)(python, ["-c", script], {
    env: { ...process.env, HF_HUB_DISABLE_XET: "1", HF_HUB_DISABLE_TELEMETRY: "1" },
  });
  return stdout.trim();
}

testWithPython("huggingface_hub finds what we downloaded, without the network", async () => {
  await load();
  await context.hub.close();
  const out = await runPython(`
from huggingface_hub import hf_hub_download, scan_cache_dir, snapshot_download, try_to_load_from_cache
for file in ["config.json", "${weights}", "sentencepiece.bpe.model"]:
    print(len(open(hf_hub_download("${id}", file, local_files_only=True), "rb").read()))
assert try_to_load_from_cache("${id}", "onnx/model.onnx") is None
folder = snapshot_download("${id}", local_files_only=True)
[repo] = scan_cache_dir().repos
print(repo.repo_id, repo.nb_files, repo.refs.keys(), len(scan_cache_dir().warnings))
`);
  const [config, model, vocabulary, scan] = out.split("\n");
  expect([config, model, vocabulary].map(Number)).toEqual(
    ["config.json", weights, "sentencepiece.bpe.model"].map((file) => tinyFiles[file].length),
  );
  expect(scan).toMatch(/^acme\/tiny-ner 3 .*'main'.* 0$/);
});

testWithPython("we find what huggingface_hub downloaded, without the network", async () => {
  await runPython(`
from huggingface_hub import snapshot_download
snapshot_download("${id}")
`);
  await context.hub.close();
  await expectRight(load(id, { local_files_only: true }));
  await expectRight(load());
});

testWithPython("with the network neither fetches what the other has", async () => {
  await runPython(`from huggingface_hub import snapshot_download; snapshot_download("${id}")`);
  const before = context.hub.requests.filter(({ method }) => method === "GET").length;
  await expectRight(load());
  expect(context.hub.requests.filter(({ method }) => method === "GET")).toHaveLength(before + 1);
  rmSync(path.join(context.cache, "models--acme--tiny-ner"), { recursive: true });

  await load();
  const ours = blobs();
  const count = context.hub.requests.filter(({ host }) => host === "cdn").length;
  await runPython(
    `from huggingface_hub import hf_hub_download; hf_hub_download("${id}", "${weights}")`,
  );
  expect(context.hub.requests.filter(({ host }) => host === "cdn")).toHaveLength(count);
  expect(blobs()).toEqual(ours);
});
