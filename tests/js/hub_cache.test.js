// SPDX-License-Identifier: Apache-2.0
// The cache in the layout of the Hugging Face tools: what is in it, without the network, and damaged.

import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

import { describe, expect, test } from "@jest/globals";

import { listModels } from "../../dist/node/hub/cached_models.js";
import { removeModel } from "../../dist/node/hub/remove_model.js";
import { commitOf, gitHash, sha256 } from "./hub_server.js";
import {
  blobs,
  context,
  expectRight,
  failure,
  id,
  load,
  pointer,
  snapshotFolder,
  tinyFiles,
  useHub,
  weights,
} from "./hub_support.js";

useHub();

const folder = () => path.join(context.cache, "models--acme--tiny-ner");
const commit = () => commitOf(context.hub.models[id]);
const local = { local_files_only: true };
const requested = () => context.hub.requests.length;

describe("the layout", () => {
  test("is that of huggingface_hub", async () => {
    const { files } = await expectRight(load());
    expect(files).toMatchObject({ name: id, revision: commit() });
    expect(readFileSync(path.join(folder(), "refs/main"), "utf8")).toBe(commit());
    expect(path.basename(snapshotFolder())).toBe(commit());
    expect(readlinkSync(path.join(snapshotFolder(), weights))).toBe(
      `../../blobs/${sha256(tinyFiles[weights])}`,
    );
    expect(readlinkSync(path.join(snapshotFolder(), "config.json"))).toBe(
      `../../blobs/${gitHash(tinyFiles["config.json"])}`,
    );
  });

  test("a file in a folder points up to its blob", async () => {
    delete context.hub.models[id].files[weights];
    const { files } = await load();
    expect(readlinkSync(path.join(snapshotFolder(), "onnx/model.onnx"))).toMatch(
      /^\.\.\/\.\.\/\.\.\/blobs\/[0-9a-f]{64}$/,
    );
    expect(await files.has(weights)).toBe(false);
  });

  test("a commit has no ref, a branch with slashes has one in folders", async () => {
    await expectRight(load(id, { revision: commit() }));
    expect(existsSync(path.join(folder(), "refs"))).toBe(false);
    await expectRight(load(id, { revision: "refs/pr/1" }));
    expect(readFileSync(path.join(folder(), "refs/refs/pr/1"), "utf8")).toBe(commit());
    await expectRight(load(id, { revision: "refs/pr/1", ...local }));
  });

  test("a new commit fetches what changed and shares the rest", async () => {
    await load();
    const before = requested();
    const config = Buffer.from(tinyFiles["config.json"].toString().replace("{", "{ "));
    context.hub.models[id].files["config.json"] = config;
    const { files, ...loaded } = await load();
    expect(files.revision).toBe(commit());
    expect(loaded.config.equals(config)).toBe(true);
    expect(requested() - before).toBe(2);
    expect(blobs()).toHaveLength(4);
  });

  test("a commit whose files do not all come leaves the old one to be used", async () => {
    await load();
    const old = commit();
    const { files } = context.hub.models[id];
    files["config.json"] = Buffer.from(tinyFiles["config.json"].toString().replace("{", "{ "));
    files[weights] = Buffer.concat([tinyFiles[weights], Buffer.from(" ")]);
    context.hub.fault({ host: "cdn", url: /./, times: 9 }, (_, response) => response.destroy());
    await failure(load());
    expect((await expectRight(load(id, local))).files.revision).toBe(old);
  });
});

describe("what lies in place of a file of the cache", () => {
  const blobOf = (file, hash) => path.join(folder(), "blobs", hash(tinyFiles[file]));
  const pipe = (file) => execFileSync("mkfifo", [file]);
  const places = {
    "a small blob": () => blobOf("config.json", gitHash),
    "a large blob": () => blobOf(weights, sha256),
    "a link": () => path.join(snapshotFolder(), "config.json"),
    "the branch": () => path.join(folder(), "refs/main"),
    "a record": () => path.join(folder(), ".xlmr-ner", sha256(tinyFiles[weights])),
  };
  const damages = {
    "a folder": (file) => mkdirSync(file),
    "a named pipe": pipe,
    "an empty file": (file) => writeFileSync(file, ""),
    zeros: (file, size) => writeFileSync(file, Buffer.alloc(size)),
  };
  const cases = Object.keys(places).flatMap((place) =>
    Object.keys(damages).map((damage) => [damage, place]),
  );

  test.each(cases)("%s as %s is replaced", async (damage, place) => {
    await load();
    const file = places[place]();
    const { size } = statSync(file);
    rmSync(file);
    damages[damage](file, size);
    await expectRight(load());
    const before = requested();
    await expectRight(load(id, local));
    expect(requested()).toBe(before);
  });
});

describe("without the network", () => {
  test("local_files_only uses the cache and asks nobody", async () => {
    await load();
    const before = requested();
    const { files } = await expectRight(load(id, local));
    expect(files).toMatchObject({ name: id, revision: commit() });
    await expectRight(load(id, { ...local, revision: commit() }));
    expect(requested()).toBe(before);
  });

  test.each(["1", "true", "ON", "yes"])("HF_HUB_OFFLINE=%s does, too", async (value) => {
    await load();
    process.env.HF_HUB_OFFLINE = value;
    const before = requested();
    await expectRight(load());
    expect(requested()).toBe(before);
  });

  test("a hub that is not there is no obstacle", async () => {
    await load();
    await context.hub.close();
    await expectRight(load());
    expect(context.waits).toHaveLength(1);
  });

  test("an empty cache is an OfflineError that says so", async () => {
    const error = await failure(load(id, local));
    expect(error).toMatchObject({ name: "OfflineError", code: "offline" });
    expect(error.message).toBe(
      `expected ${id} at revision main in the cache ${folder()}, found nothing, and ` +
        "local_files_only forbids the network: load it once with the network",
    );
    expect(requested()).toBe(0);
  });

  test("so is another revision, and a file that was never needed", async () => {
    const { files } = await load();
    expect(await files.has("onnx/model.onnx")).toBe(true);
    expect((await failure(load(id, { ...local, revision: "v1.0" }))).code).toBe("offline");
    const { files: cached } = await load(id, local);
    const options = { signal: new AbortController().signal, onProgress: () => {} };
    const error = await failure(cached.read("onnx/model.onnx", options));
    expect(error.code).toBe("offline");
    expect(error.message).toMatch(/expected onnx\/model\.onnx in the cache .*, found no such file/);
  });

  test("weights that are not in the cache are one", async () => {
    await load();
    rmSync(path.join(snapshotFolder(), weights));
    const error = await failure(load(id, local));
    expect(error.code).toBe("offline");
    expect(error.message).toMatch(/found none of .*; local_files_only forbids the network$/);
  });

  test("a ref that is no commit leads nowhere", async () => {
    await load();
    cpSync(snapshotFolder(), path.join(context.cache, "outside"), {
      recursive: true,
      dereference: true,
    });
    writeFileSync(path.join(folder(), "refs/main"), "../../outside");
    expect((await failure(load(id, local))).code).toBe("offline");
  });
});

describe("a cached file that is damaged", () => {
  const flip = (file) => {
    const bytes = readFileSync(file);
    bytes[1000] ^= 1;
    writeFileSync(file, bytes);
  };
  const damages = {
    "is one byte short": (file) => truncateSync(file, tinyFiles[weights].length - 1),
    "is empty": (file) => truncateSync(file, 0),
    "has a flipped bit": flip,
    "has a flipped bit and nobody ever looked at its hash": (file) => {
      flip(file);
      rmSync(path.join(folder(), ".xlmr-ner"), { recursive: true });
    },
    "is a folder": (file) => {
      rmSync(file);
      mkdirSync(file);
      rmSync(file, { recursive: true });
    },
  };

  test.each(Object.entries(damages))("that %s is fetched again", async (_, damage) => {
    await load();
    damage(pointer(weights));
    const before = requested();
    await expectRight(load());
    expect(requested() - before).toBe(3);
    await expectRight(load(id, local));
  });

  test.each(Object.entries(damages))(
    "that %s is not used without the network",
    async (_, damage) => {
      await load();
      damage(pointer(weights));
      const error = await failure(load(id, local));
      expect(error.code).toBe("offline");
      await expectRight(load());
    },
  );

  test("is found again by the hash once, and then by size and time", async () => {
    await load();
    const record = path.join(folder(), ".xlmr-ner", sha256(tinyFiles[weights]));
    const first = readFileSync(record, "utf8");
    const time = new Date(Date.now() + 5000);
    utimesSync(pointer(weights), time, time);
    const before = requested();
    await expectRight(load());
    expect(requested() - before).toBe(1);
    expect(readFileSync(record, "utf8")).not.toBe(first);
    expect(readFileSync(record, "utf8")).toBe(
      `${tinyFiles[weights].length} ${statSync(pointer(weights)).mtimeMs}`,
    );
  });
});

describe("the list of what is there", () => {
  const { signal } = new AbortController();
  const caches = () => ({ cacheDir: context.cache, urlCacheDir: path.join(context.cache, "urls") });

  test("has each model with revisions, size and files", async () => {
    context.hub.models["tiny"] = context.hub.models[id];
    await load();
    await load("tiny", { revision: commit() });
    const files = ["config.json", weights, "sentencepiece.bpe.model"];
    const bytes = files.reduce((sum, file) => sum + tinyFiles[file].length, 0);
    expect(await listModels(caches())).toEqual([
      { id, revisions: ["main"], bytes, files, folder: folder(), quantized: [] },
      {
        id: "tiny",
        revisions: [commit()],
        bytes,
        files,
        folder: path.join(context.cache, "models--tiny"),
        quantized: [],
      },
    ]);
  });

  test("is empty where there is no cache", async () => {
    expect(await listModels({ cacheDir: "/nowhere", urlCacheDir: "/nowhere" })).toEqual([]);
  });

  test("a removed model is gone, and no other", async () => {
    await load();
    context.hub.models["acme/other"] = context.hub.models[id];
    await load("acme/other");
    const { bytes } = await removeModel(id, caches(), signal);
    expect(bytes).toBeGreaterThan(300_000);
    expect((await listModels(caches())).map((each) => each.id)).toEqual(["acme/other"]);
    expect((await failure(load(id, local))).code).toBe("offline");
  });

  test.each(["acme/none", "..", "../..", "models--acme"])("%s cannot be removed", async (name) => {
    await load();
    expect((await failure(removeModel(name, caches(), signal))).code).toBe("model_not_found");
    expect(await listModels(caches())).toHaveLength(1);
  });
});

test("a cache that cannot be written is a ModelFileError that says what to do", async () => {
  const file = path.join(context.cache, "file");
  writeFileSync(file, "");
  const error = await failure(load(id, { cache_dir: file }));
  expect(error.code).toBe("model_file");
  expect(error.message).toMatch(
    /found ENOTDIR: the folder .* can be chosen \(option cache_dir, or HF_HUB_CACHE\)/,
  );
});

test.each(["blobs", "snapshots", "refs", ".xlmr-ner"])(
  "a file in place of its folder %s is one, too",
  async (name) => {
    const place = path.join(context.cache, "models--acme--tiny-ner", name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, "");
    const error = await failure(load());
    expect(error.code).toBe("model_file");
    expect(error.message).toMatch(/^expected to write .*models--acme--tiny-ner/);
    rmSync(place);
    await expectRight(load());
    await expectRight(load(id, local));
  },
);
