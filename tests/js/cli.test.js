// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { golden, main, root, run, sentence, tiny } from "./support.js";

const model = ["--model", tiny];
const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

let ner;
beforeAll(async () => (ner = await pipeline("ner", tiny)));
afterAll(() => ner?.dispose());
const expected = (text, aggregation_strategy = "simple") => ner(text, { aggregation_strategy });

describe("xlmr-ner --json", () => {
  test("prints one line with the records of a text, and nothing else", async () => {
    const { code, stdout, stderr } = await run([...model, "--json", sentence]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`${JSON.stringify(await expected(sentence))}\n`);
    expect(stdout).toMatch(
      /^\[\{"entity_group":"PER","score":0\.\d+,"word":"Angela Merkel","start":0,"end":13\},/,
    );
  });

  test("prints a line for each line of stdin, in order, an empty one too", async () => {
    const texts = [...golden.cases.slice(0, 10).map(({ text }) => text), "", "Emma"];
    const { code, stdout } = await run([...model, "--json"], { input: texts.join("\n") });
    expect(code).toBe(0);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(await expected(texts));
  });

  test("reads a file whose lines end in CRLF", async () => {
    const file = path.join(folder, "crlf.txt");
    writeFileSync(file, `\uFEFF${sentence}\r\nEmma\r\n`);
    const { stdout } = await run(["tag", ...model, "--json", "--file", file]);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(await expected([sentence, "Emma"]));
  });

  test("takes the aggregation and the threads that were asked for", async () => {
    const args = [...model, "--json", "--aggregation", "none", "--threads", "2", sentence];
    expect(JSON.parse((await run(args)).stdout)).toEqual(await expected(sentence, "none"));
  });

  test("of JSONL gives each id its entities, a bad line its error, and exit 1", async () => {
    const input = [
      JSON.stringify({ id: "a\u2028b", text: sentence }),
      "{",
      JSON.stringify({ id: 7, text: 8 }),
      JSON.stringify({ text: "" }),
      "[]",
      JSON.stringify({ id: 9, text: "a".repeat(2 ** 20 + 1) }),
      JSON.stringify({ id: { any: "value" }, text: "Emma" }),
    ].join("\n");
    const { code, stdout, stderr } = await run([...model, "--format", "jsonl"], { input });
    const failure = (line, code, message) => ({
      code,
      message: expect.stringMatching(
        new RegExp(`^standard input, line ${line}: ${message.source}`),
      ),
    });
    expect(stderr).toBe("");
    expect(code).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: "a\u2028b", entities: await expected(sentence) },
      { id: null, error: failure(2, "invalid_record", /expected a line of JSON/) },
      { id: 7, error: failure(3, "invalid_record", /text: expected a string/) },
      { id: null, entities: [] },
      { id: null, error: failure(5, "invalid_record", /expected an object {"id", "text"}/) },
      { id: 9, error: failure(6, "text_too_long", /text: expected at most 1048576/) },
      { id: { any: "value" }, entities: await expected("Emma") },
    ]);
  });

  test("answers each line as it comes, before stdin ends", async () => {
    let child;
    const done = run([...model, "--json"], { input: null, onStart: (each) => (child = each) });
    const first = new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdin.write(`${sentence}\n`);
    expect(JSON.parse(await first)).toEqual(await expected(sentence));
    child.stdin.end();
    expect((await done).code).toBe(0);
  });
});

describe("xlmr-ner", () => {
  test("without a terminal prints one line an entity", async () => {
    const { stdout } = await run([...model, sentence]);
    expect(stdout).toMatch(/^PER\t0\.\d{4}\t0\t13\tAngela Merkel\nLOC\t0\.\d{4}\t31\t36\tParis\n$/);
  });

  test("names on stderr a text that is too long, goes on, and exits with 1", async () => {
    const input = `${"a".repeat(2 ** 20 + 1)}\n${sentence}\n`;
    const { code, stdout, stderr } = await run(model, { input });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^xlmr-ner: text 1: .*expected at most 1048576.*\n$/);
    expect(stdout).toContain("Angela Merkel");
  });

  test("names a text that grows too long when it is normalised, and goes on", async () => {
    const input = `${"\uFDFA".repeat(2 ** 20)}\n${sentence}\n`;
    const { code, stdout, stderr } = await run(model, { input });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^xlmr-ner: text 1: .*4194304 bytes of UTF-8 once it is normalised.*\n$/,
    );
    expect(stdout).toContain("Angela Merkel");
  });

  test("--jobs gives the lines of one worker, in their order", async () => {
    const texts = Array.from({ length: 300 }, (_, i) =>
      i % 7 === 0 ? sentence.repeat(i % 5) : `Emma ${i} in Paris`,
    );
    const input = texts.join("\n");
    const [one, two] = await Promise.all(
      ["1", "2"].map((jobs) => run([...model, "--json", "--jobs", jobs], { input })),
    );
    expect(two).toMatchObject({ code: 0, stdout: one.stdout, stderr: "" });
    expect(two.stdout.split("\n")).toHaveLength(301);
  });

  test("--jobs loads no more workers than there are batches", async () => {
    const preload = `
      import { Worker } from "node:worker_threads";
      const { postMessage } = Worker.prototype;
      const workers = new Set();
      Worker.prototype.postMessage = function (...all) {
        workers.add(this);
        postMessage.apply(this, all);
      };
      process.on("exit", () => console.error(workers.size));`;
    const { code, stderr } = await run([...model, "--json", "--jobs", "64", "Emma"], {
      nodeArgs: ["--import", `data:text/javascript,${encodeURIComponent(preload)}`],
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "1\n" });
  });

  test("--help names every option on stdout", async () => {
    const { code, stdout, stderr } = await run(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const options = ["file", "json", "model", "help", "version", "format", "aggregation"];
    for (const option of [
      ...options,
      "threads",
      "offsets",
      "dtype",
      "out",
      "to",
      "column",
      "text-column",
      "resume",
      "jobs",
    ])
      expect(stdout).toContain(`--${option}`);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("--version is the package's", async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    expect((await run(["--version"])).stdout).toBe(`${version}\n`);
  });

  test("an option that does not exist is wrong usage: exit 2, nothing on stdout", async () => {
    const { code, stdout, stderr } = await run(["--jsom", "a"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^xlmr-ner: .*--jsom.*\n/);
    expect(stderr).not.toMatch(/\n +at /);
  });

  test.each([
    ["model", ["--model", "/nowhere", "a"], "expected a model folder at /nowhere, found nothing"],
    ["file", [...model, "--file", "/nowhere"], "ENOENT"],
  ])("a %s that is not there is a failure: exit 1 and one line", async (_, args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^xlmr-ner: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  test("is quiet when its reader goes away", async () => {
    const { code, stderr } = await run([...model, "--json"], {
      input: null,
      onStart: (child) => {
        child.stdin.write(`${sentence}\n`.repeat(20));
        child.stdout.once("data", () => {
          child.stdout.destroy();
          child.stdin.write(`${sentence}\n`.repeat(20));
        });
      },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  // Preloads that send the signal, as only the process knows when its time has come.
  const interrupt = 'setImmediate(() => process.kill(process.pid, "SIGINT"));';
  const whenItWaits = `
    const { stdin } = process;
    const read = stdin.read;
    let took = false;
    stdin.read = function (...size) {
      const bytes = read.apply(this, size);
      if (bytes !== null) took = true;
      else if (took && size.length === 0) {
        stdin.read = read;
        ${interrupt}
      }
      return bytes;
    };`;
  const whenItWorks = `
    import { Worker } from "node:worker_threads";
    const { postMessage } = Worker.prototype;
    let calls = 0;
    Worker.prototype.postMessage = function (message, ...rest) {
      postMessage.call(this, message, ...rest);
      if (message.method === "classify" && ++calls === 2) ${interrupt}
    };`;

  const interruptTwice = `{ ${interrupt} setTimeout(() => { ${interrupt} }, 1); }`;
  const long = `${sentence} `.repeat(10_000);
  test.each([
    ["while it waits for stdin", whenItWaits, [], "Emma\n", 1],
    [
      "while it works, when that is done",
      whenItWorks,
      [sentence, ...Array.from({ length: 300 }, () => "Paris")],
      `Emma\n${sentence}\n${"Paris\n".repeat(300)}`,
      2,
    ],
    [
      "twice while it works, at once",
      whenItWorks.replace(interrupt, interruptTwice),
      [],
      `Emma\n${long}\n`,
      1,
    ],
  ])("exits with 130 when it is interrupted %s", async (_, preload, more, text, least) => {
    const { code, stdout, stderr } = await run([...model, "--json"], {
      input: null,
      nodeArgs: ["--import", `data:text/javascript,${encodeURIComponent(preload)}`],
      onStart: (child) => child.stdin.write(text),
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: "" });
    const lines = (await expected(["Emma", ...more])).map((each) => `${JSON.stringify(each)}\n`);
    // What was begun together with these ends with them; nothing is begun after.
    const found = stdout.split("\n").length - 1;
    expect(stdout).toBe(lines.slice(0, found).join(""));
    expect(found).toBeGreaterThanOrEqual(least);
    expect(found).toBeLessThanOrEqual(Math.max(least, 2 * 64));
  });

  test("eval exits with 130 when it is interrupted while it waits for stdin", async () => {
    const ended = await run(["eval", "-"], {
      input: null,
      nodeArgs: ["--import", `data:text/javascript,${encodeURIComponent(whenItWaits)}`],
      onStart: (child) => child.stdin.write("Emma B-PER B-PER\n"),
    });
    expect(ended).toMatchObject({ code: 130, stdout: "", stderr: "" });
  });
});

describe("a file that is no text in UTF-8", () => {
  const latin = Buffer.concat([
    Buffer.from(`${sentence}\nJos`),
    Buffer.from([0xe9, 0x0a]),
    Buffer.from("Emma\n"),
  ]);
  const put = (name, bytes) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };

  test("is refused by the line with what it looks like, and the next line is read", async () => {
    const file = put("latin.txt", latin);
    const { code, stdout, stderr } = await run([...model, "--json", "--file", file]);
    const message =
      `${file}: expected text in UTF-8, found the byte 0xE9 at offset ` +
      `${sentence.length + 4}, in line 2, where it is none: it looks like windows-1252; ` +
      "--encoding windows-1252 reads it as that";
    const error = { code: "text_format", message };
    const lines = [await expected(sentence), { id: 2, error }, await expected("Emma")];
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toBe(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const table = await run([...model, "--file", file]);
    expect(table).toMatchObject({ code: 1, stderr: `xlmr-ner: text 2: ${message}\n` });
  });

  test("is read in the encoding that is named, from a file and from stdin", async () => {
    const file = put("latin.txt", latin);
    const args = [...model, "--json", "--encoding", "windows-1252"];
    const all = await expected([sentence, "José", "Emma"]);
    const lines = all.map((each) => `${JSON.stringify(each)}\n`).join("");
    expect(await run([...args, "--file", file])).toMatchObject({ code: 0, stdout: lines });
    expect(await run(args, { input: latin })).toMatchObject({ code: 0, stdout: lines });
  });

  test("is read as UTF-16 by its mark", async () => {
    const file = put("wide.txt", Buffer.from(`\uFEFF${sentence}\n`, "utf16le"));
    const { stdout } = await run([...model, "--json", "--file", file]);
    expect(stdout).toBe(`${JSON.stringify(await expected(sentence))}\n`);
  });

  test("is refused by its name where it is a picture", async () => {
    const file = put("picture.txt", Buffer.from("89504e470d0a1a0a0000000d", "hex"));
    const { code, stdout, stderr } = await run([...model, "--file", file]);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: `xlmr-ner: ${file}: expected text, found a PNG image\n`,
    });
  });
});

describe("standard output that is full", () => {
  const full = "/dev/full";
  const testFull = existsSync(full) ? test : test.skip;

  testFull.each([
    ["an entity", [...model, sentence]],
    ["the version", ["--version"]],
  ])(`of %s is said to be (skipped where there is no ${full})`, async (_, args) => {
    const command = [process.execPath, main, ...args].map((each) => `'${each}'`).join(" ");
    const shell = spawnSync("sh", ["-c", `${command} > ${full}`], { encoding: "utf8" });
    expect({ status: shell.status, stderr: shell.stderr }).toEqual({
      status: 1,
      stderr: "xlmr-ner: expected to write to standard output, found no space left on device\n",
    });
  });
});

describe("in a terminal", () => {
  /** A preload that makes stdout and stderr say that they are terminals. */
  const terminal = [
    "--import",
    "data:text/javascript,for (const s of [process.stdout, process.stderr]) s.isTTY = true;",
  ];

  test("entities are coloured and a line shows how loading goes, then is wiped", async () => {
    const { stdout, stderr } = await run([...model, sentence], {
      nodeArgs: terminal,
      env: { NO_COLOR: "" },
    });
    expect(stdout).toBe(
      "\x1b[1;35mAngela Merkel\x1b[0m\x1b[2m[PER]\x1b[0m besuchte im Juli \x1b[1;32mParis\x1b[0m\x1b[2m[LOC]\x1b[0m.\n",
    );
    expect(stderr).toContain("Loading model.safetensors 100 %");
    expect(stderr.endsWith("\r\x1b[K")).toBe(true);
  });

  test("NO_COLOR leaves the labels alone", async () => {
    const { stdout } = await run([...model, sentence], {
      nodeArgs: terminal,
      env: { NO_COLOR: "1" },
    });
    expect(stdout).toBe("[PER Angela Merkel] besuchte im Juli [LOC Paris].\n");
  });
});
