// SPDX-License-Identifier: Apache-2.0
// `xlmr-ner serve` as a process: what it prints, how it ends, and what it refuses.

import { createServer } from "node:net";
import { once } from "node:events";

import { describe, expect, test } from "@jest/globals";

import { parseCommand } from "../../dist/node/cli/args.js";
import { loadLibraries } from "../../dist/node/server/libraries.js";
import { post } from "./served.js";
import { run, sentence, tiny, until } from "./support.js";

/** Starts the command; `use` gets its address and the process. What it gives is `result`. */
async function serve(args, use, options = {}) {
  let result;
  const ended = await run(["serve", "--port", "0", ...args], {
    ...options,
    onStart: async (child) => {
      let stdout = "";
      child.stdout.on("data", (text) => (stdout += text));
      result = until(() => stdout.includes("\n"), "an address")
        .then(() => use(JSON.parse(stdout).listening, child))
        .catch((error) => {
          child.kill("SIGKILL");
          return error;
        });
    },
  });
  return { ...ended, result: await result };
}

const linesOf = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("the process", () => {
  test("prints its address, answers, logs JSON, and ends with status 0 at SIGTERM", async () => {
    const { code, stdout, stderr, result } = await serve(
      [`mine=${tiny}`, "default", "--threads", "1", "--jobs", "2"],
      async (url, child) => {
        const answers = await Promise.all(
          ["mine", "default", "other"].map((id) =>
            post(`${url}/models/${id}`, { inputs: sentence }),
          ),
        );
        child.kill("SIGTERM");
        return { url, answers };
      },
    );
    expect(stdout).toBe(`{"listening":"${result.url}"}\n`);
    expect(result.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(result.answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect(result.answers[0].body.map(({ word }) => word)).toEqual(["Angela Merkel", "Paris"]);
    expect(code).toBe(0);
    const requests = linesOf(stderr).filter(({ msg }) => msg === "request");
    expect(requests).toHaveLength(3);
    expect(stderr).not.toContain("Merkel");
  });

  test("answers what is running when it is interrupted", async () => {
    const inputs = Array(3000).fill(sentence);
    const { code, result } = await serve([`mine=${tiny}`], async (url, child) => {
      const running = post(`${url}/models/mine`, { inputs });
      await until(async () => {
        const metrics = await (await fetch(`${url}/metrics`)).text();
        return /xlmr_ner_pass_texts_count [1-9]/.test(metrics);
      }, "a pass");
      child.kill("SIGINT");
      return running;
    });
    expect(code).toBe(0);
    expect(result.status).toBe(200);
    expect(result.body).toHaveLength(3000);
  });

  test("ends at once at a second signal", async () => {
    const { code, result } = await serve([`mine=${tiny}`], async (url, child) => {
      const running = post(`${url}/models/mine`, { inputs: Array(9000).fill(sentence) });
      running.catch(() => {});
      await until(async () => {
        const metrics = await (await fetch(`${url}/metrics`)).text();
        return /xlmr_ner_pass_texts_count [1-9]/.test(metrics);
      }, "a pass");
      child.kill("SIGINT");
      await until(
        () =>
          fetch(`${url}/health`).then(
            () => false,
            () => true,
          ),
        "no new connection",
      );
      child.kill("SIGINT");
      return running.catch(() => "cut");
    });
    expect([code, result]).toEqual([130, "cut"]);
  });

  test("says that anybody may ask where it listens to others without a token", async () => {
    const stop = async (url, child) => void child.kill("SIGTERM");
    const open = await serve(["--host", "0.0.0.0"], stop);
    expect(open.stderr).toContain("anybody who can reach 0.0.0.0 may ask");
    const env = { XLMR_NER_TOKEN: "secret" };
    const closed = await serve(
      ["--host", "0.0.0.0"],
      async (url, child) => {
        const { status } = await fetch(`http://127.0.0.1:${new URL(url).port}/info`);
        child.kill("SIGTERM");
        return status;
      },
      { env },
    );
    expect(closed.stderr).not.toContain("anybody");
    expect(closed.result).toBe(401);
  });

  test("fails where its address is taken, with status 1", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { code, stdout, stderr } = await run(["serve", "--port", String(other.address().port)]);
    other.close();
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("EADDRINUSE");
  });
});

describe("without its libraries", () => {
  const missing = Object.assign(new Error("no"), { code: "ERR_MODULE_NOT_FOUND" });

  test("it says what to type", async () => {
    const refuse = () => Promise.reject(missing);
    await expect(loadLibraries(refuse)).rejects.toMatchObject({
      code: "environment",
      message: expect.stringMatching(/: npm install fastify prom-client$/),
    });
  });

  test("another failure of theirs is theirs", async () => {
    const broken = new SyntaxError("broken");
    await expect(loadLibraries(() => Promise.reject(broken))).rejects.toBe(broken);
  });
});

describe("the arguments", () => {
  const parse = (...args) => parseCommand(["serve", ...args]);

  test("have these defaults", () => {
    expect(parse()).toEqual({
      name: "serve",
      models: [{ id: "default", source: undefined }],
      anyHubModel: false,
      host: "127.0.0.1",
      port: 8080,
      token: undefined,
      origins: [],
      maxMemory: 4e9,
      maxBody: 4e6,
      maxQueue: 1000,
      maxBatch: 64,
      timeout: 300,
      cacheDir: undefined,
      headers: {},
      offline: false,
      jobs: 1,
      dtype: "auto",
      threads: "auto",
    });
  });

  test.each([
    ["default", "default", undefined],
    ["owner/name", "owner/name", "owner/name"],
    ["./models/mine", "mine", "./models/mine"],
    ["./models/mine/", "mine", "./models/mine/"],
    ["https://example.org/models/ner/", "ner", "https://example.org/models/ner/"],
    ["my-ner=./models/a b", "my-ner", "./models/a b"],
    ["me/ner=owner/name", "me/ner", "owner/name"],
    ["ner=https://example.org/m?a=b", "ner", "https://example.org/m?a=b"],
    ["own=default", "own", undefined],
  ])("name a model: %s is %s", (text, id, source) => {
    expect(parse(text).models).toEqual([{ id, source }]);
  });

  test("are read", () => {
    const options = ["--max-memory", "1.5GB", "--max-body", "100kB", "--cors", "https://a.example"];
    const more = ["--cors", "*", "--hub", "--token", "t", "--timeout", "5", "--jobs", "2"];
    expect(parse("a/b", "default", ...options, ...more)).toMatchObject({
      maxMemory: 1.5e9,
      maxBody: 1e5,
      origins: ["https://a.example", "*"],
      anyHubModel: true,
      token: "t",
      timeout: 5,
      jobs: 2,
    });
  });

  test.each([
    [["--port", "65536"], "--port: expected a whole number from 0 to 65535, found 65536"],
    [["--port", "x"], "--port: expected a whole number from 0 to 65535, found x"],
    [["--max-memory", "4"], undefined],
    [["--max-memory", "4 TB"], "--max-memory: expected a size as 512MB, found 4 TB"],
    [["--max-body", "0"], "--max-body: expected a size as 512MB, found 0"],
    [["--max-queue", "0"], "--max-queue: expected a whole number from 1 to 100000, found 0"],
    [["--timeout", "1.5"], "--timeout: expected a whole number from 1 to 86400, found 1.5"],
    [
      ["--cors", "example.org"],
      "--cors: expected an origin as https://example.org, or *, found example.org",
    ],
    [
      ["--cors", "https://a.example/"],
      "--cors: expected an origin as https://example.org, or *, found https://a.example/",
    ],
    [["--token", "a b"], "--token: expected characters that a header may have, found others"],
    [["default", "default"], "serve: expected models with ids of their own, found default again"],
    [["./a/ner", "./b/ner"], "serve: expected models with ids of their own, found ner again"],
    [["./a b"], "serve: expected NAME=MODEL for a model without a name, found ./a b"],
    [["/"], "serve: expected NAME=MODEL for a model without a name, found /"],
  ])("%j: %s", (args, message) => {
    let found;
    try {
      parse(...args);
    } catch (error) {
      found = `${error.message}`;
    }
    expect(found).toBe(message);
  });
});
