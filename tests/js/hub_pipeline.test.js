// SPDX-License-Identifier: Apache-2.0
// Models from the hub as callers have them: pipeline(), Tokenizer and the command.

import { rmSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "@jest/globals";

import { createPipeline } from "#js/client/pipeline.js";
import { compileCore } from "#js/core/compile.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { spawnWorker } from "../../dist/node/spawn.js";
import { HubError, OfflineError, Tokenizer, pipeline } from "../../dist/node/index.js";
import { commitOf } from "./hub_server.js";
import { blobs, context, failure, id, snapshotFolder } from "./hub_support.js";
import { untilKept, useHub, weights } from "./hub_support.js";
import { run, sentence, tiny, use } from "./support.js";

useHub();

const simple = { aggregation_strategy: "simple" };
const entitiesOf = (loading) => use(loading, (ner) => ner(sentence, simple));
const commit = () => commitOf(context.hub.models[id]);
const env = () => {
  const names = ["HF_ENDPOINT", "HF_HOME", "HF_HUB_CACHE"];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
};

describe("pipeline()", () => {
  test("of a hub id gives what it gives of the folder, and says what it took", async () => {
    const expected = await entitiesOf(pipeline("ner", tiny));
    expect(expected).toHaveLength(2);
    const phases = [];
    const loading = pipeline("ner", id, { progress_callback: ({ phase }) => phases.push(phase) });
    await use(loading, async (ner) => {
      expect(ner.info()).toMatchObject({ model: id, revision: commit(), weights });
      expect(await ner(sentence, simple)).toEqual(expected);
    });
    expect(phases[0]).toBe("download");
    expect(phases.at(-1)).toBe("ready");
    await context.hub.close();
    expect(await entitiesOf(pipeline("ner", id, { local_files_only: true }))).toEqual(expected);
  });

  test("whose worker is lost loads the same commit from the cache, and asks the hub for nothing", async () => {
    const ports = [];
    const platform = {
      defaultModel: () => tiny,
      compileCore: () => compileCore(readAsset),
      spawnWorker: () => {
        ports.push(spawnWorker({}));
        return ports.at(-1);
      },
    };
    await use(createPipeline(platform, "ner", id), async (ner) => {
      const [expected, info] = [await ner(sentence), ner.info()];
      const { length } = context.hub.requests;
      await ports[0].terminate();
      expect(await ner(sentence)).toEqual(expected);
      expect(ner.info()).toEqual({ ...info, revision: commit() });
      expect(context.hub.requests).toHaveLength(length);
    });
  });

  test("of a base URL gives it, too", async () => {
    const url = `${context.hub.endpoint}/${id}/resolve/main`;
    const cache_dir = path.join(context.cache, "own");
    expect(await entitiesOf(pipeline("ner", url, { cache_dir }))).toHaveLength(2);
    await use(pipeline("ner", url, { cache_dir, local_files_only: true }), (ner) => {
      expect(ner.info()).toMatchObject({ model: url, revision: undefined });
    });
  });

  test("passes errors on with their class, status and address", async () => {
    const error = await failure(pipeline("ner", "acme/none"));
    expect(error).toBeInstanceOf(HubError);
    expect(error).toMatchObject({
      status: 401,
      url: `${context.hub.endpoint}/api/models/acme/none/revision/main`,
    });
    const offline = await failure(pipeline("ner", "acme/none", { local_files_only: true }));
    expect(offline).toBeInstanceOf(OfflineError);
    expect((await failure(pipeline("ner", "no/such/id"))).code).toBe("model_not_found");
  });

  test("sends the token of the option", async () => {
    context.hub.models[id].isPrivate = true;
    expect((await failure(pipeline("ner", id))).status).toBe(401);
    expect(await entitiesOf(pipeline("ner", id, { token: "hf_right" }))).toHaveLength(2);
  });

  test("aborted while it downloads rejects at once, and the next goes on", async () => {
    const controller = new AbortController();
    context.hub.fault({ host: "cdn", url: /./ }, (_, response) => {
      response.writeHead(200).write("x");
      controller.abort();
    });
    const error = await failure(pipeline("ner", id, { signal: controller.signal }));
    expect(error.name).toBe("AbortError");
    expect(await entitiesOf(pipeline("ner", id))).toHaveLength(2);
  });
});

test("a tokenizer alone fetches no weights", async () => {
  const text = "in Londen.";
  const expected = await use(Tokenizer.load(tiny), (tokenizer) => tokenizer.encode(text));
  expect(await use(Tokenizer.load(id), (tokenizer) => tokenizer.encode(text))).toEqual(expected);
  expect(blobs()).toHaveLength(1);
  expect(snapshotFolder()).toMatch(commit());
});

describe("xlmr-ner", () => {
  const terminal = [
    "--import",
    "data:text/javascript,for (const s of [process.stdout, process.stderr]) s.isTTY = true;",
  ];

  test("--model ID downloads once, quietly, and --offline needs no hub", async () => {
    const first = await run(["--model", id, "--json", sentence], { env: env() });
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(first.stdout)).toHaveLength(2);
    await context.hub.close();
    const again = await run(["--model", id, "--offline", "--json", sentence], { env: env() });
    expect(again).toMatchObject({ code: 0, stderr: "", stdout: first.stdout });
  });

  test("shows in a terminal how far the download is", async () => {
    const args = ["tokenize", "--model", id, "--revision", "v1.0", "--json", sentence];
    const { code, stderr } = await run(args, { env: env(), nodeArgs: terminal });
    expect(code).toBe(0);
    expect(stderr).toMatch(/\[#{24}\] 100 % {2}0\.2 of 0\.2 MB {2}\d+\.\d MB\/s {2}sentencepiece/);
    expect(stderr.endsWith("\r\x1b[K")).toBe(true);
  });

  test("fails with one line where there is no such model", async () => {
    const { code, stdout, stderr } = await run(["--model", "acme/none", "a"], { env: env() });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^xlmr-ner: acme\/none: expected [^\n]* found 401 [^\n]+\n$/);
  });

  test("models pull, list and remove", async () => {
    const models = async (...args) => {
      const { code, stdout, stderr } = await run(["models", ...args], { env: env() });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      return stdout;
    };
    expect(await models()).toBe("");
    expect(await models("pull", id)).toBe(`${id}\t${commit()}\t${weights}\n`);
    const files = `config.json, ${weights}, sentencepiece.bpe.model`;
    expect(await models("list")).toBe(`${id}\tmain\t0.4 MB\t${files}\n`);
    expect(JSON.parse(await models("--json"))).toMatchObject([{ id, revisions: ["main"] }]);
    const { stdout } = await run(["--model", id, "--offline", "--json", sentence], { env: env() });
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect(await models("remove", id)).toBe(`removed ${id}: 0.4 MB are free\n`);
    expect(await models("list")).toBe("");
    const { code, stderr } = await run(["models", "remove", id], { env: env() });
    expect(code).toBe(1);
    expect(stderr).toMatch(/expected acme\/tiny-ner in the cache .*, found no such model/);
  });

  test("models pull --cache-dir puts it elsewhere", async () => {
    const folder = path.join(context.cache, "elsewhere");
    const pull = ["models", "pull", id, "--cache-dir", folder, "--json"];
    const { stdout } = await run(pull, { env: env() });
    expect(JSON.parse(stdout)).toEqual({ id, revision: commit(), weights });
    const { code } = await run(["--model", id, "--offline", sentence], { env: env() });
    expect(code).toBe(1);
    const args = ["--model", id, "--offline", "--cache-dir", folder, sentence];
    expect((await run(args, { env: env() })).code).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test("an interrupted pull exits with 130, and the next one goes on", async () => {
    const { hub } = context;
    const bytes = hub.models[id].files[weights];
    let child;
    hub.fault({ host: "cdn", url: /b54e4c/ }, (_, response) => {
      response.writeHead(200, { "Content-Length": bytes.length });
      response.write(bytes.subarray(0, 60_000));
    });
    const options = { env: env(), onStart: (each) => (child = each) };
    const pulling = run(["models", "pull", id], options);
    await untilKept(60_000);
    child.kill("SIGINT");
    expect((await pulling).code).toBe(130);
    expect((await run(["models", "pull", id], { env: env() })).code).toBe(0);
    expect(hub.requests.at(-1).headers.range).toBe("bytes=60000-");
  });
});

test("nothing goes out where no remote model is named", async () => {
  const folder = path.relative(process.cwd(), tiny);
  await entitiesOf(pipeline("ner", folder));
  await entitiesOf(pipeline("ner"));
  const { code } = await run(["--model", path.relative(process.cwd(), tiny), "a"], { env: env() });
  expect({ code, requests: context.hub.requests }).toEqual({ code: 0, requests: [] });
});
