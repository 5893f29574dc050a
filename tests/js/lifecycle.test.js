// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from "node:child_process";
import { Worker } from "node:worker_threads";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { createPipeline } from "#js/client/pipeline.js";
import { compileCore } from "#js/core/compile.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { Tokenizer, pipeline } from "../../dist/node/index.js";
import { spawnWorker } from "../../dist/node/spawn.js";
import { root, sentence, tiny, until, use } from "./support.js";

const long = `${sentence} `.repeat(5000);
const codeOf = (promise) =>
  promise.then(
    () => "ok",
    (error) => error.code,
  );

/** A pipeline, and what comes from its worker (watched.worker.js), in order. */
async function watchedPipeline() {
  const heard = [];
  const spawnWatched = () => {
    const url = new URL("watched.worker.js", import.meta.url);
    const worker = new Worker(url, { execArgv: [], env: process.env });
    return {
      post: (request) => worker.postMessage(request),
      listen: (onResponse, onFailure) => {
        worker.on("message", (message) => {
          heard.push(message.event ?? message.type);
          if (message.type !== "watched") onResponse(message);
        });
        worker.on("error", onFailure);
      },
      keepAlive: (needed) => (needed ? worker.ref() : worker.unref()),
      terminate: () => worker.terminate(),
    };
  };
  const compile = () => compileCore(readAsset);
  const platform = { defaultModel: () => tiny, compileCore: compile, spawnWorker: spawnWatched };
  return { ner: await createPipeline(platform, "ner", tiny), heard };
}

describe("an abort", () => {
  let ner;
  let heard;
  beforeAll(async () => ({ ner, heard } = await watchedPipeline()));
  afterAll(() => ner?.dispose());

  /** Begins a long call; it is under way, as its computation has paused. */
  async function begin(signal) {
    heard.length = 0;
    const running = ner(long, { signal });
    await until(() => heard.includes("pause"), "a pause of the computation");
    return { running };
  }

  test("rejects a running call at once with its reason, and the next call works", async () => {
    const expected = await ner(sentence);
    const controller = new AbortController();
    const { running } = await begin(controller.signal);
    const reason = new Error("changed my mind");
    let found;
    running.catch((error) => (found = error));
    controller.abort(reason);
    const before = heard.length;
    // After all promises, and before any event: nothing can have come from the worker.
    await new Promise((resolve) => process.nextTick(resolve));
    expect(found).toBe(reason);
    expect(heard).toHaveLength(before);
    expect(await ner(sentence)).toEqual(expected);
  });

  test("stops the computation, which would pause many times more", async () => {
    heard.length = 0;
    await ner(long);
    expect(heard.filter((event) => event === "pause").length).toBeGreaterThan(100);

    const controller = new AbortController();
    const { running } = await begin(controller.signal);
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    await ner(sentence);
    // The worker ended the call with an error, and computed nothing between the cancel and that.
    const end = heard.slice(heard.indexOf("cancel"));
    expect(end.filter((event) => event !== "pause")).toEqual(["cancel", "error", "result"]);
    expect(end.slice(0, 2)).toEqual(["cancel", "error"]);
  });

  test("before the call rejects it without a word to the worker", async () => {
    await expect(ner(sentence, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  test("ends a stream", async () => {
    const controller = new AbortController();
    const stream = ner.stream([sentence, sentence], { signal: controller.signal });
    await stream.next();
    controller.abort();
    await expect(stream.next()).rejects.toMatchObject({ name: "AbortError" });
  });
});

test("an abort while a model loads rejects and stops the worker", async () => {
  const ports = [];
  const platform = {
    defaultModel: () => tiny,
    compileCore: () => compileCore(readAsset),
    spawnWorker: () => {
      const port = spawnWorker({});
      ports.push({ port, exited: new Promise((resolve) => port.listen(() => {}, resolve)) });
      return port;
    },
  };
  const controller = new AbortController();
  const loading = createPipeline(platform, "ner", tiny, {
    signal: controller.signal,
    progress_callback: () => controller.abort(),
  });
  await expect(loading).rejects.toMatchObject({ name: "AbortError" });
  await ports[0].exited;
});

test.each([
  ["safetensors are read in pieces", {}, ["read model.safetensors", "ready model.safetensors"]],
  [
    "ONNX files are compiled",
    { backend: "onnxruntime" },
    ["read onnx/model.onnx", "compile onnx/model.onnx", "ready onnx/model.onnx"],
  ],
])("progress has all bytes of each file: %s", async (_, options, weights) => {
  const events = [];
  const progress_callback = (event) => events.push(event);
  await use(pipeline("ner", tiny, { ...options, progress_callback }), () => {});
  expect(events.map(({ phase, file }) => `${phase} ${file}`)).toEqual([
    "read config.json",
    "read sentencepiece.bpe.model",
    ...weights,
  ]);
  for (const { loaded, total } of events) expect(loaded).toBe(total);
});

test("dispose rejects what is pending and what comes later", async () => {
  const ner = await pipeline("ner", tiny);
  const pending = [ner(long), ner(sentence), ner([sentence])].map(codeOf);
  await ner.dispose();
  await ner.dispose();
  const later = codeOf(ner(sentence));
  expect(await Promise.all([...pending, later])).toEqual(Array(4).fill("disposed"));
});

test("dispose of a tokenizer rejects what is pending and what comes later", async () => {
  const tokenizer = await Tokenizer.load(tiny);
  const pending = codeOf(tokenizer.encode(long));
  await tokenizer.dispose();
  expect([await pending, await codeOf(tokenizer.encode("a"))]).toEqual(["disposed", "disposed"]);
});

/** Runs a module in a Node of its own. */
function runModule(code) {
  return spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
    timeout: 60_000,
  });
}

test("a program that forgets to dispose ends by itself and prints nothing else", () => {
  const { status, stdout, stderr } = runModule(`
    import { pipeline } from "xlmr-ner";
    const ner = await pipeline("ner", ${JSON.stringify(tiny)}, { threads: 2 });
    console.log((await ner(${JSON.stringify(sentence)})).length);
  `);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "6\n", stderr: "" });
});

test("to import the package does nothing", () => {
  const { status, stdout, stderr } = runModule(`
    const look = () => [Object.keys(globalThis), process.eventNames()].join();
    const before = look();
    await import("xlmr-ner");
    const isSame = look() === before;
    console.log(isSame, process.getActiveResourcesInfo().includes("MessagePort"));
  `);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "true false\n", stderr: "" });
});
