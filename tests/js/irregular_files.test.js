// SPDX-License-Identifier: Apache-2.0
// What is no regular file is refused by what it is, and never waited for.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { Tokenizer, pipeline } from "../../dist/node/index.js";
import { openFile, openFolder } from "../../dist/node/files/folder.js";
import { openRegular, readSmall } from "../../dist/node/files/regular_file.js";
import { openText } from "../../dist/node/files/text_input.js";
import { copyOfTiny, main, removeCopies, root, run, sentence, tiny, until } from "./support.js";

const pipe = (file) => execFileSync("mkfifo", [file]);
const never = new AbortController().signal;
const quiet = { signal: never, onProgress: () => {} };

let folder;
beforeAll(() => (folder = copyOfTiny()));
afterAll(removeCopies);
const servers = [];
afterAll(() => servers.map((server) => server.close()));

/** What may lie in place of a file, and what it is called. */
const kinds = [
  ["a named pipe", pipe],
  ["a folder", (file) => mkdirSync(file)],
  ["a device", (file) => symlinkSync("/dev/zero", file)],
  [
    "a socket",
    (file) =>
      new Promise((done) => {
        const server = createServer().listen(file, done);
        servers.push(server);
      }),
  ],
];

describe.each(kinds)("%s", (kind, make) => {
  const file = () => path.join(folder, kind.replaceAll(" ", "-"));
  beforeAll(() => make(file()));

  test("is not opened", async () => {
    await expect(openRegular(file())).rejects.toMatchObject({
      name: "IrregularFileError",
      kind,
      message: `expected a file at ${file()}, found ${kind}`,
    });
    await expect(openFile(file())).rejects.toMatchObject({ kind });
    expect(await readSmall(file())).toBeUndefined();
  });

  test("in place of a model's file is named", async () => {
    const files = await openFolder(folder);
    const name = path.basename(file());
    const error = { code: "model_file", message: expect.stringContaining(`found ${kind}`) };
    await expect(files.read(name, quiet)).rejects.toMatchObject(error);
    await expect(files.open(name)).rejects.toMatchObject(error);
  });
});

describe("a model with a named pipe as", () => {
  test.each([
    ["config.json"],
    ["sentencepiece.bpe.model"],
    ["tokenizer_config.json"],
    ["model.safetensors"],
    ["adapter_config.json"],
  ])("%s", async (file) => {
    const model = copyOfTiny();
    rmSync(path.join(model, file), { force: true });
    pipe(path.join(model, file));
    if (file.startsWith("adapter"))
      writeFileSync(path.join(model, "adapter_model.safetensors"), "");
    await expect(pipeline("ner", model)).rejects.toMatchObject({
      code: "model_file",
      message: expect.stringMatching(new RegExp(`${file}.*, found a named pipe`)),
    });
  });

  test("vocabulary of a tokenizer", async () => {
    const model = copyOfTiny();
    rmSync(path.join(model, "sentencepiece.bpe.model"));
    pipe(path.join(model, "tokenizer.json"));
    await expect(Tokenizer.load(model)).rejects.toMatchObject({
      message: expect.stringContaining("found a named pipe"),
    });
  });

  test("shard of the weights", async () => {
    const model = copyOfTiny();
    rmSync(path.join(model, "model.safetensors"));
    const index = { weight_map: { "classifier.bias": "model-1.safetensors" } };
    writeFileSync(path.join(model, "model.safetensors.index.json"), JSON.stringify(index));
    pipe(path.join(model, "model-1.safetensors"));
    await expect(pipeline("ner", model)).rejects.toMatchObject({
      message: expect.stringContaining("found a named pipe"),
    });
  });
});

test("a process ends by itself after such a model was refused", async () => {
  const model = copyOfTiny();
  rmSync(path.join(model, "config.json"));
  pipe(path.join(model, "config.json"));
  const { code, stderr } = await run(["--model", model, "Emma"]);
  expect(code).toBe(1);
  expect(stderr).toContain("found a named pipe");
});

describe("a worker that waits for a disk", () => {
  /** A worker that opens a pipe that nobody writes to, as a stalled mount is waited for. */
  const stuck = (file) => {
    const script = path.join(folder, "stuck.mjs");
    const source = `import { open } from "node:fs/promises"; await open(${JSON.stringify(file)});`;
    writeFileSync(script, source);
    return script;
  };
  /** Lets whoever waits for a pipe go on. */
  const release = (file) => closeSync(openSync(file, constants.O_RDWR | constants.O_NONBLOCK));

  test.each([["pipeline", (options) => pipeline("ner", tiny, options)]])(
    "an abort settles %s",
    async (name, load) => {
      const file = path.join(folder, `${name}.pipe`);
      pipe(file);
      const controller = new AbortController();
      const loading = load({ worker_url: stuck(file), signal: controller.signal });
      const reason = new Error("no longer wanted");
      setImmediate(() => controller.abort(reason));
      try {
        await expect(loading).rejects.toBe(reason);
      } finally {
        release(file);
      }
    },
  );
});

describe("a text", () => {
  const read = async (stream) => {
    let text = "";
    for await (const chunk of stream) text += chunk;
    return text;
  };

  test("is read from a file, and from a pipe once somebody writes to it", async () => {
    const file = path.join(folder, "text.txt");
    writeFileSync(file, "text");
    expect(await read(await openText(file, never))).toBe("text");
    const named = path.join(folder, "text.pipe");
    pipe(named);
    const stream = await openText(named, never);
    const writer = spawn("sh", ["-c", 'printf "%s" "$1" > "$2"', "sh", "a text", named]);
    expect(await read(stream)).toBe("a text");
    expect(await new Promise((done) => writer.on("close", done))).toBe(0);
  });

  test("an abort ends the wait for a pipe", async () => {
    const named = path.join(folder, "abort.pipe");
    pipe(named);
    const controller = new AbortController();
    const reading = read(await openText(named, controller.signal));
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  });

  test("is not read from a folder", async () => {
    await expect(openText(folder, never)).rejects.toMatchObject({ kind: "a folder" });
  });

  test("comes to the command from a pipe; an interrupt ends the wait for one", async () => {
    const named = path.join(folder, "command.pipe");
    pipe(named);
    const args = ["--model", tiny, "--file", named];
    const running = run(args);
    const writer = await until(() => writerTo(named), "the command to read");
    writeSync(writer, `${sentence}\n`);
    closeSync(writer);
    expect(await running).toMatchObject({ code: 0, stdout: expect.stringContaining("PER") });

    let child;
    const interrupted = run(args, { onStart: (started) => (child = started) });
    const silent = await until(() => writerTo(named), "the command to read");
    child.kill("SIGINT");
    expect(await interrupted).toMatchObject({ code: 130, stdout: "" });
    closeSync(silent);
  });

  test("does not come from a folder as standard input", () => {
    const script = `node "${main}" --model "${tiny}" < "${folder}"`;
    const { status, stderr } = spawnSync("sh", ["-c", script], { encoding: "utf8" });
    expect(stderr).toBe("xlmr-ner: expected a file at standard input, found a folder\n");
    expect(status).toBe(1);
  });

  test("comes from another program by <(…)", async () => {
    const script = `node "${main}" --model "${tiny}" --file <(echo "${sentence}")`;
    const out = execFileSync("bash", ["-c", script], { cwd: root }).toString();
    expect(out).toContain("Angela Merkel");
  });
});

/** Opens a pipe to write to it, once somebody reads from it. */
function writerTo(file) {
  try {
    return openSync(file, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}
