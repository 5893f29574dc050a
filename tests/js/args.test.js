// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { UsageError, parseCommand } from "../../dist/node/cli/args.js";

test("--jobs is a number of workers", () => {
  expect(parseCommand(["--jobs", "3", "Emma"])).toMatchObject({ jobs: 3, threads: "auto" });
  for (const jobs of ["0", "65", "auto", "1.5"]) {
    expect(() => parseCommand(["--jobs", jobs, "Emma"])).toThrow(
      `--jobs: expected a number from 1 to 64, found ${jobs}`,
    );
  }
});

test("without a command the texts are tagged, by simple aggregation", () => {
  const command = {
    name: "tag",
    source: { texts: ["Emma", "Paris"], files: [] },
    format: "text",
    to: undefined,
    column: 1,
    textColumn: "text",
    out: undefined,
    resume: false,
    offsets: "utf16",
    allowErrors: false,
    model: undefined,
    revision: undefined,
    cacheDir: undefined,
    headers: {},
    offline: false,
    aggregation: "simple",
    jobs: 1,
    dtype: "auto",
    threads: "auto",
  };
  expect(parseCommand(["Emma", "Paris"])).toEqual(command);
  expect(parseCommand(["tag", "Emma", "Paris"])).toEqual(command);
});

test("options stand before or after the texts, and -- ends them", () => {
  expect(parseCommand(["--json", "a", "--threads", "2", "--model=m", "--", "--b"])).toMatchObject({
    source: { texts: ["a", "--b"] },
    to: "json",
    threads: 2,
    model: "m",
  });
});

test("tokenize has options of its own", () => {
  expect(parseCommand(["tokenize", "--offsets", "codepoint", "--file", "f"])).toEqual({
    name: "tokenize",
    source: { texts: [], files: ["f"] },
    json: false,
    model: undefined,
    revision: undefined,
    cacheDir: undefined,
    headers: {},
    offline: false,
    offsets: "codepoint",
  });
});

test("convert takes a folder", () => {
  const command = { name: "convert", folder: "m", dtype: "q8", out: undefined, json: false };
  expect(parseCommand(["convert", "m"])).toEqual(command);
  expect(parseCommand(["convert", "--dtype", "q4", "--out", "o", "--json", "m"])).toEqual({
    ...command,
    dtype: "q4",
    out: "o",
    json: true,
  });
});

test("models lists, pulls and removes", () => {
  const command = {
    name: "models",
    action: "list",
    model: undefined,
    revision: undefined,
    cacheDir: undefined,
    headers: {},
    dtype: "auto",
    json: false,
  };
  expect(parseCommand(["models"])).toEqual(command);
  expect(parseCommand(["models", "list", "--json"])).toEqual({ ...command, json: true });
  const pull = ["models", "pull", "a/b", "--revision", "v1.0", "--dtype", "q8", "--cache-dir", "c"];
  expect(parseCommand(pull)).toEqual({
    ...command,
    action: "pull",
    model: "a/b",
    revision: "v1.0",
    dtype: "q8",
    cacheDir: "c",
  });
  const remove = { ...command, action: "remove", model: "a/b" };
  expect(parseCommand(["models", "remove", "a/b"])).toEqual(remove);
});

test("a model from the hub has a revision and a cache", () => {
  const flags = ["--model", "a/b", "--revision", "main", "--cache-dir", "c", "--offline"];
  const model = { model: "a/b", revision: "main", cacheDir: "c", headers: {}, offline: true };
  expect(parseCommand([...flags, "text"])).toMatchObject(model);
  expect(parseCommand(["tokenize", ...flags, "text"])).toMatchObject(model);
});

test("only the first argument names a command", () => {
  expect(parseCommand(["--json", "tokenize"])).toMatchObject({
    name: "tag",
    source: { texts: ["tokenize"] },
  });
});

test.each([["--help"], ["-h"], ["tokenize", "--help"], ["convert", "-h"], ["tag", "-h"]])(
  "%s %s asks for help",
  (...args) => {
    expect(parseCommand(args)).toEqual({ name: "help" });
  },
);

test.each([
  [["--agregation", "none"], /agregation/],
  [["--aggregation", "last"], /--aggregation: expected none or .*max, found last/],
  [["--format", "xml"], /--format: expected text or document or .*, found xml/],
  [["--threads", "0"], /--threads: expected auto or a number from 1 to 64, found 0/],
  [["--threads", "65"], /found 65/],
  [["--threads", "2x"], /found 2x/],
  [["--model"], /model/],
  [["--encoding", "klingon"], /--encoding: expected a name as windows-1252, found klingon/],
  [["a", "--encoding", "latin1"], /--encoding: expected --file or .*, found TEXT arguments/],
  [["a", "--file", "f"], /either TEXT arguments or --file, found both/],
  [["a", "--format", "jsonl"], /expected --file or standard input/],
  [["--to", "xml"], /--to: expected text or json or .*, found xml/],
  [["--json", "--to", "html"], /--json: expected no --to, or json, found html/],
  [["--column", "2"], /--column: expected --format conll, found text/],
  [["--format", "conll", "--column", "0"], /--column: expected a number from 1, found 0/],
  [["--text-column", "t"], /--text-column: expected --format tsv or csv, found text/],
  [["--to", "csv"], /--to csv: expected --format tsv or csv, found text/],
  [["--to", "html", "--aggregation", "none"], /--to html: expected entities, found/],
  [["--resume"], /--resume: expected --out FILE, found none/],
  [
    ["--resume", "--out", "o"],
    /--resume: expected --to json or jsonl or doccano or sparknlp, found tsv/,
  ],
  [["--resume", "--out", "-"], /--resume: expected --out FILE, found none/],
  [["--to", "brat", "--out", "-"], /--out: expected a folder for brat's files, found -/],
  [["--file", "-", "--file", "-"], /--file: expected - once/],
  [["tokenize", "--aggregation", "none"], /aggregation/],
  [["models", "push"], /models: expected list or pull or remove, found push/],
  [["models", "pull"], /models pull: expected one model, found 0/],
  [["models", "list", "a/b"], /models list: expected nothing after it, found 1/],
  [["models", "remove", "a/b", "--revision", "main"], /options of models pull/],
  [["models", "pull", "a/b", "--dtype", "q3"], /--dtype: expected auto or .* found q3/],
  [["tokenize", "--offsets", "bytes"], /--offsets: expected utf16 or codepoint, found bytes/],
])("%j is a usage error", (args, message) => {
  expect(() => parseCommand(args)).toThrow(UsageError);
  expect(() => parseCommand(args)).toThrow(message);
});

test("info takes the options of computing, and no text", () => {
  expect(parseCommand(["info", "--verify", "--dtype", "fp32", "--threads", "1"])).toEqual({
    name: "info",
    model: undefined,
    revision: undefined,
    cacheDir: undefined,
    headers: {},
    offline: false,
    dtype: "fp32",
    threads: 1,
    verify: true,
    json: false,
  });
  expect(() => parseCommand(["info", "text"])).toThrow("info: expected options only");
});

test("a lone - is standard input, among texts it is one", () => {
  expect(parseCommand(["-", "--json"]).source).toMatchObject({ texts: [], files: ["-"] });
  expect(parseCommand(["--encoding", "latin1", "-"]).source).toMatchObject({ files: ["-"] });
  expect(parseCommand(["-", "a"]).source).toMatchObject({ texts: ["-", "a"], files: [] });
  expect(() => parseCommand(["-", "--file", "-"])).toThrow("--file: expected - once");
  expect(parseCommand(["--out", "-", "a"]).out).toBeUndefined(); // standard output
});

test("--file may be given again, and names behind it are files where such files are", () => {
  expect(parseCommand(["--file", "a", "--file", "-"]).source.files).toEqual(["a", "-"]);
  const own = import.meta.filename;
  const { source } = parseCommand(["--file", own, own]);
  expect(source).toMatchObject({ texts: [], files: [own, own] });
});

test("the form of input that brat's output goes with is a whole file", () => {
  expect(parseCommand(["--to", "brat", "--file", "f"]).format).toBe("document");
  expect(parseCommand(["--to", "brat", "--format", "text", "--out", "o"]).format).toBe("text");
});

test("--json is JSON of whatever the input is", () => {
  expect(parseCommand(["--json"]).to).toBe("json");
  expect(parseCommand(["--json", "--format", "jsonl"]).to).toBe("jsonl");
  expect(parseCommand(["--json", "--to", "json"]).to).toBe("json");
});
