// SPDX-License-Identifier: Apache-2.0
// Files that are read as a whole have a most size, which is checked before anything is read or fetched.

import { once } from "node:events";
import { openAsBlob, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

import { afterAll, afterEach, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { checkFileSize, mostBytesOf } from "#js/base/file_limits.js";
import { context, failure, filesUnder, id, load, tinyFiles, useHub } from "./hub_support.js";
import { copyOfTiny, removeCopies } from "./support.js";

afterAll(removeCopies);

const mebibyte = 2 ** 20;
const huge = 600 * mebibyte;
const refused = (file, most) => ({
  name: "ModelFileError",
  code: "model_file",
  message: expect.stringMatching(
    new RegExp(`expected ${file} of at most ${most} MiB in the model`),
  ),
});

test.each([
  ["config.json", 16],
  ["adapter_config.json", 16],
  ["verification.json", 16],
  ["model.safetensors.index.json", 8],
  ["tokenizer_config.json", 64],
  ["sub/added_tokens.json", 64],
  ["sentencepiece.bpe.model", 64],
  ["tokenizer.json", 256],
  ["model.safetensors", Infinity],
  ["onnx/model.onnx", Infinity],
])("%s has at most %d MiB", (file, most) => {
  expect(mostBytesOf(file)).toBe(most * mebibyte);
  expect(() => checkFileSize(file, most * mebibyte, "m")).not.toThrow();
  if (most < Infinity) expect(() => checkFileSize(file, most * mebibyte + 1, "m")).toThrow();
});

test("every file of the embedded model and of the tests has less than a tenth of that", () => {
  for (const [file, bytes] of Object.entries(tinyFiles)) {
    expect(bytes.length).toBeLessThan(mostBytesOf(file) / 10);
  }
});

describe("on this machine", () => {
  test.each([
    ["config.json", 16],
    ["sentencepiece.bpe.model", 64],
  ])("%s", async (file, most) => {
    const model = copyOfTiny();
    truncateSync(path.join(model, file), huge); // sparse: it takes no room
    await expect(pipeline("ner", model)).rejects.toMatchObject(refused(file, most));
  });

  test("an index of shards", async () => {
    const model = copyOfTiny();
    rmSync(path.join(model, "model.safetensors"));
    const index = "model.safetensors.index.json";
    writeFileSync(path.join(model, index), "{}");
    truncateSync(path.join(model, index), huge);
    await expect(pipeline("ner", model)).rejects.toMatchObject(refused(index, 8));
  });

  test("a Blob", async () => {
    const model = copyOfTiny();
    const file = path.join(model, "config.json");
    const config = readFileSync(file);
    truncateSync(file, huge);
    const blob = await openAsBlob(file);
    await expect(pipeline("ner", { "config.json": blob })).rejects.toMatchObject(
      refused("config.json", 16),
    );
    expect(config.length).toBeLessThan(mebibyte);
  });
});

describe("at the hub", () => {
  useHub();

  test("what the list says is too long is not fetched, nor is anything else", async () => {
    const files = context.hub.models[id].files;
    files["tokenizer_config.json"] = Buffer.alloc(65 * mebibyte);
    expect(await failure(load())).toMatchObject(refused("tokenizer_config.json", 64));
    expect(context.hub.requests.map(({ url }) => url)).not.toContainEqual(
      expect.stringMatching(/tokenizer_config|safetensors|\.model/),
    );
  });
});

describe("at a plain server", () => {
  useHub();
  let server;
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  /** A server whose config.json never ends; with a length it says so. */
  async function serve(length) {
    let sent = 0;
    server = createServer((request, response) => {
      if (!request.url.endsWith("config.json")) return response.writeHead(404).end();
      response.writeHead(200, {
        ETag: '"1"',
        ...(length === undefined ? {} : { "Content-Length": length }),
      });
      if (request.method === "HEAD") return response.end();
      const part = Buffer.alloc(mebibyte, " ");
      const more = () => {
        while (!response.destroyed && response.write(part)) sent += part.length;
        sent += part.length;
      };
      response.on("drain", more);
      more();
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return { url: `http://127.0.0.1:${server.address().port}/m`, sent: () => sent };
  }

  test("a length that is too much ends it before a byte is asked for", async () => {
    const { url, sent } = await serve(huge);
    expect(await failure(load(url))).toMatchObject(refused("config.json", 16));
    expect(sent()).toBe(0);
  });

  test("without a length it ends where there is too much, and nothing is kept", async () => {
    const { url, sent } = await serve(undefined);
    expect(await failure(load(url))).toMatchObject(refused("config.json", 16));
    expect(sent()).toBeLessThan(64 * mebibyte);
    expect(filesUnder(context.cache)).toEqual([]);
  });
});
