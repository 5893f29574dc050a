// SPDX-License-Identifier: Apache-2.0
// The cache is huggingface_hub's: it finds what we downloaded, and we find what it did.

import { rmSync } from "node:fs";
import path from "node:path";

import { expect } from "@jest/globals";

import { testWithHub } from "./hub_pythons.js";
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

useHub();

const plain = { HF_HUB_DISABLE_XET: "1" };

testWithHub("it finds what we downloaded, without the network", async ({ run }) => {
  await load();
  await context.hub.close();
  const out = await run(
    `
from huggingface_hub import hf_hub_download, scan_cache_dir, snapshot_download, try_to_load_from_cache
for file in ["config.json", "${weights}", "sentencepiece.bpe.model"]:
    print(len(open(hf_hub_download("${id}", file, local_files_only=True), "rb").read()))
assert try_to_load_from_cache("${id}", "onnx/model.onnx") is None
folder = snapshot_download("${id}", local_files_only=True)
[repo] = scan_cache_dir().repos
print(repo.repo_id, repo.nb_files, repo.refs.keys(), len(scan_cache_dir().warnings))
`,
    plain,
  );
  const [config, model, vocabulary, scan] = out.split("\n");
  expect([config, model, vocabulary].map(Number)).toEqual(
    ["config.json", weights, "sentencepiece.bpe.model"].map((file) => tinyFiles[file].length),
  );
  expect(scan).toMatch(/^acme\/tiny-ner 3 .*'main'.* 0$/);
});

testWithHub("we find what it downloaded, without the network", async ({ run }) => {
  await run(`from huggingface_hub import snapshot_download; snapshot_download("${id}")`, plain);
  await context.hub.close();
  await expectRight(load(id, { local_files_only: true }));
  await expectRight(load());
});

testWithHub("with the network neither fetches what the other has", async ({ run }) => {
  await run(`from huggingface_hub import snapshot_download; snapshot_download("${id}")`, plain);
  const before = context.hub.requests.filter(({ method }) => method === "GET").length;
  await expectRight(load());
  expect(context.hub.requests.filter(({ method }) => method === "GET")).toHaveLength(before + 1);
  rmSync(path.join(context.cache, "models--acme--tiny-ner"), { recursive: true });

  await load();
  const ours = blobs();
  const count = context.hub.requests.filter(({ host }) => host === "cdn").length;
  await run(
    `from huggingface_hub import hf_hub_download; hf_hub_download("${id}", "${weights}")`,
    plain,
  );
  expect(context.hub.requests.filter(({ host }) => host === "cdn")).toHaveLength(count);
  expect(blobs()).toEqual(ours);
});

testWithHub(
  "without links both leave the same files",
  async ({ run }) => {
    process.env.HF_HUB_DISABLE_SYMLINKS = "1";
    const layout = () =>
      filesUnder(path.join(context.cache, "models--acme--tiny-ner"))
        .map((file) => path.relative(context.cache, file))
        .filter((file) => !/\.xlmr-ner|\/trees\//.test(file))
        .sort();
    const files = ["config.json", weights, "sentencepiece.bpe.model"];
    const script = `from huggingface_hub import hf_hub_download
for file in ${JSON.stringify(files)}: hf_hub_download("${id}", file)`;
    await run(script, plain);
    const theirs = layout();
    const count = largeRequests().length;
    await expectRight(load());
    await expectRight(load(id, { local_files_only: true }));
    expect(largeRequests()).toHaveLength(count);
    expect(layout()).toEqual(theirs);
    rmSync(path.join(context.cache, "models--acme--tiny-ner"), { recursive: true });
    await load();
    expect(layout()).toEqual(theirs);
    await run(script, plain);
    expect(layout()).toEqual(theirs);
  },
  "1.0",
);
