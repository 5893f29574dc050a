// SPDX-License-Identifier: Apache-2.0
// What Git leaves in place of a model's large files where Git LFS is not installed.

import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, describe, expect, test } from "@jest/globals";

import { Tokenizer, pipeline } from "../../dist/node/index.js";
import { openFolder } from "../../dist/node/files/folder.js";
import { BlobAccess, blobFiles } from "#js/files/blob_files.js";
import { refusePointer } from "#js/files/lfs_pointer.js";
import { filesOf, sendBytes } from "./hub_server.js";
import { copyOfTiny, removeCopies, run, use } from "./support.js";

afterEach(removeCopies);

/** The example of Git LFS's specification. */
const pointer = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
`;

const message = (file) =>
  `expected ${file} itself, found a Git LFS pointer to its 12345 bytes: ` +
  "run 'git lfs pull' in its repository";

/** A model folder in which this file is a pointer, and no other has what it has. */
function folderWith(file, without = []) {
  const folder = copyOfTiny();
  for (const each of without) rmSync(path.join(folder, each), { recursive: true });
  writeFileSync(path.join(folder, file), pointer);
  return folder;
}

const errorOf = (loading) =>
  loading.then(
    (loaded) => loaded.dispose(),
    (error) => error,
  );

const isWeights = ["model.safetensors", "onnx"];

describe("a folder with a pointer", () => {
  test.each([
    ["model.safetensors", []],
    ["model.q8.safetensors", isWeights],
    ["pytorch_model.bin", isWeights],
    ["model.safetensors.index.json", isWeights],
    ["pytorch_model.bin.index.json", isWeights],
    ["model.onnx", isWeights],
    ["tokenizer.json", []],
    ["config.json", []],
    ["tokenizer_config.json", []],
  ])("in place of %s", async (file, without) => {
    const folder = folderWith(file, without);
    const error = await errorOf(pipeline("ner", folder, { threads: 1 }));
    expect(error).toMatchObject({ name: "ModelFileError", code: "model_file" });
    expect(error.message).toBe(message(path.join(folder, file)));
  });

  test("in place of a shard", async () => {
    const folder = folderWith("model-00001-of-00001.safetensors", isWeights);
    const index = { weight_map: { "classifier.bias": "model-00001-of-00001.safetensors" } };
    writeFileSync(path.join(folder, "model.safetensors.index.json"), JSON.stringify(index));
    const error = await errorOf(pipeline("ner", folder, { threads: 1 }));
    expect(error.code).toBe("model_file");
    expect(error.message).toBe(message(path.join(folder, "model-00001-of-00001.safetensors")));
  });

  test("in place of the vocabulary, for a tokenizer alone", async () => {
    const folder = folderWith("sentencepiece.bpe.model");
    const error = await errorOf(Tokenizer.load(folder, { threads: 1 }));
    expect(error.code).toBe("model_file");
    expect(error.message).toBe(message(path.join(folder, "sentencepiece.bpe.model")));
  });

  test("is not converted", async () => {
    const folder = folderWith("model.safetensors");
    const { code, stderr } = await run(["convert", folder]);
    expect(code).toBe(1);
    expect(stderr).toBe(`xlmr-ner: ${message(path.join(folder, "model.safetensors"))}\n`);
  });
});

test("a host that serves a clone with pointers", async () => {
  const files = filesOf(folderWith("model.safetensors"));
  const server = createServer((request, response) => {
    const bytes = files[request.url.slice(1)];
    if (bytes === undefined) return response.writeHead(404).end();
    sendBytes(request, response, bytes, `"${bytes.length}"`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cache_dir = mkdtempSync(path.join(tmpdir(), "xlmr-ner-lfs-"));
  try {
    const url = `http://127.0.0.1:${server.address().port}`;
    const error = await errorOf(pipeline("ner", url, { cache_dir, threads: 1 }));
    expect(error.code).toBe("model_file");
    expect(error.message).toBe(message(`${url}/model.safetensors`));
    const offline = { cache_dir, local_files_only: true, threads: 1 };
    expect((await errorOf(pipeline("ner", url, offline))).message).toBe(error.message);
    // Once the real file is there, it is fetched.
    files["model.safetensors"] = readFileSync(path.join(copyOfTiny(), "model.safetensors"));
    await use(pipeline("ner", url, { cache_dir, threads: 1 }), (ner) => {
      expect(ner.info().weights).toBe("model.safetensors");
    });
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(cache_dir, { recursive: true });
  }
});

describe("files that a page has", () => {
  const { signal } = new AbortController();
  const quiet = { signal, onProgress: () => {} };
  const model = blobFiles("mine", new Map([["model.safetensors", new Blob([pointer])]]));

  test("read as a whole", async () => {
    await expect(model.read("model.safetensors", quiet)).rejects.toMatchObject({
      code: "model_file",
      message: message("mine/model.safetensors"),
    });
  });

  test("read from anywhere", async () => {
    const access = await model.open("model.safetensors");
    await expect(access.read(100, 120, signal)).rejects.toMatchObject({
      code: "model_file",
      message: message("mine/model.safetensors"),
    });
  });
});

test("what only begins like one, or is large, is what it is", async () => {
  expect(() => refusePointer("version https://example.org/spec/v1\n", "a")).not.toThrow();
  const large = new Blob([pointer, "x".repeat(1024)]);
  const { signal } = new AbortController();
  expect(await new BlobAccess(large, "a").read(0, 7, signal)).toHaveLength(7);
  const folder = copyOfTiny();
  writeFileSync(path.join(folder, "large.txt"), pointer + "x".repeat(1024));
  writeFileSync(path.join(folder, "empty.txt"), "");
  const files = await openFolder(folder);
  const context = { signal, onProgress: () => {} };
  expect(await files.read("large.txt", context)).toHaveLength(pointer.length + 1024);
  expect(await files.read("empty.txt", context)).toHaveLength(0);
});
