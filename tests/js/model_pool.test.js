// SPDX-License-Identifier: Apache-2.0

import { rmSync } from "node:fs";
import path from "node:path";

import { afterAll, expect, test } from "@jest/globals";

import { parseCommand } from "../../dist/node/cli/args.js";
import { ModelPool } from "../../dist/node/cli/model_pool.js";
import { copyOfTiny, removeCopies, run, sentence, tiny, until } from "./support.js";

afterAll(removeCopies);

const poolOf = (...args) =>
  new ModelPool(parseCommand([...args, "a"]), new AbortController().signal);

test("is full with as many as --jobs says, each of which works until it is disposed", async () => {
  const pool = poolOf("--model", tiny, "--jobs", "2");
  const first = await pool.add();
  expect(pool.isFull).toBe(false);
  const second = await pool.add();
  expect(pool.isFull).toBe(true);
  expect(await second(sentence)).toEqual(await first(sentence));
  await pool.dispose();
  for (const each of [first, second]) {
    await expect(each(sentence)).rejects.toMatchObject({ code: "disposed" });
  }
});

test("one that is being loaded when it is disposed is not", async () => {
  const pool = poolOf("--model", tiny);
  const loading = pool.add();
  await Promise.all([
    expect(loading).rejects.toMatchObject({ name: "AbortError" }),
    pool.dispose(),
  ]);
});

test("the command goes on with those it has where another cannot be loaded, and says so", async () => {
  const model = copyOfTiny();
  const args = ["--model", model, "--jobs", "3", "--json"];
  let out = "";
  const ended = run(args, {
    input: null,
    onStart: (child) => {
      child.stdout.on("data", (text) => (out += text));
      child.stdin.write(`${sentence}\n`);
      void until(() => out.includes("\n"), "a first line").then(() => {
        rmSync(path.join(model, "config.json"));
        child.stdin.end(`${sentence}\n`.repeat(1000));
      });
    },
  });
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(0);
  expect(stdout.trimEnd().split("\n")).toHaveLength(1001);
  expect(stderr).toMatch(
    /^xlmr-ner: --jobs 3: no worker could be added: expected config\.json [^\n]*\n$/,
  );
});
