// SPDX-License-Identifier: Apache-2.0
// What `tag` shows on a terminal while it works, and what is left there.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, test } from "@jest/globals";

import { main, run, sentence, tiny, until } from "./support.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-progress-"));
afterAll(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL("terminal.py", import.meta.url));
const hasTerminals = spawnSync("python3", ["-c", "import pty"]).status === 0;
const testIn = hasTerminals ? test : test.skip;
const why = hasTerminals ? "" : " (skipped: no python3 with pty)";

/** Starts the command with stderr, or both, on one terminal. */
function start(which, args) {
  const child = spawn(
    "python3",
    [script, which, process.execPath, main, "--model", tiny, ...args],
    {
      env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "" },
    },
  );
  const out = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name].setEncoding("utf8").on("data", (text) => (out[name] += text));
  }
  const ended = new Promise((resolve) => child.on("close", resolve));
  return { child, out, ended };
}

/** What a terminal shows in the end; columns beyond its width are no lines of their own here. */
function screenOf(written) {
  const lines = [""];
  let at = 0;
  // eslint-disable-next-line no-control-regex -- what terminals understand
  for (const [, move, one] of written.matchAll(/\x1b\[([\d;]*[A-Za-z])|([^])/g)) {
    const line = lines.at(-1);
    if (move === "1G" || one === "\r") at = 0;
    else if (move === "K" || move === "0K") lines[lines.length - 1] = line.slice(0, at);
    else if (move === "2K") lines[lines.length - 1] = "";
    else if (one === "\n") at = lines.push("") && 0;
    else if (one !== undefined)
      lines[lines.length - 1] = line.slice(0, at++) + one + line.slice(at);
  }
  return lines.join("\n");
}

const texts = Array.from({ length: 3000 }, (_, i) => `${sentence} ${i}`);
const file = path.join(folder, "texts.txt");
writeFileSync(file, `${texts.join("\n")}\n`);

describe("on a terminal", () => {
  testIn(`how many texts, how fast, how much of the input, and the time left${why}`, async () => {
    const { out, ended } = start("stderr", ["--file", file, "--to", "json"]);
    expect(await ended).toBe(0);
    expect(out.stderr).toMatch(
      /\[#{1,23}-+\] [1-9]\d?% {2}\d+ texts {2}\d+ texts\/s {2}0:\d\d left/,
    );
    expect(screenOf(out.stderr)).toBe("");
    expect(out.stdout.trimEnd().split("\n")).toHaveLength(texts.length);
    expect(out.stdout).not.toContain("\x1b");
  });

  testIn(`how many texts, where nobody knows how many will come${why}`, async () => {
    const { child, out, ended } = start("stderr", ["--json"]);
    child.stdin.write(`${sentence}\n`);
    await until(() => /1 text {2}[\d.]+ texts\/s/.test(out.stderr), "a count of texts");
    child.stdin.end();
    expect(await ended).toBe(0);
    expect(out.stderr).not.toContain("%  ");
    expect(screenOf(out.stderr)).toBe("");
    expect(JSON.parse(out.stdout)).toHaveLength(2);
  });

  testIn(`results and errors on the same terminal stand above it${why}`, async () => {
    const isWrong = (i) => i % 500 === 250;
    const mixed = path.join(folder, "mixed.txt");
    const lines = texts.map((text, i) => (isWrong(i) ? `${text} \xff` : text));
    writeFileSync(mixed, Buffer.from(`${lines.join("\n")}\n`, "latin1"));
    const { out, ended } = start("both", ["--file", mixed]);
    expect(await ended).toBe(1);
    expect(out.stderr).toContain("texts/s");
    const shown = screenOf(out.stderr).split("\n");
    expect(shown.pop()).toBe("");
    const found = shown.map((line) => {
      const [, good] =
        /^Angela Merkel\[PER\] besuchte im Juli Paris\[LOC\]\. (\d+)$/.exec(line) ?? [];
      const [, bad] = /^xlmr-ner: text (\d+): .* the byte 0xFF /.exec(line) ?? [];
      return good === undefined ? `wrong ${bad - 1}` : good;
    });
    expect(found).toEqual(texts.map((_, i) => (isWrong(i) ? `wrong ${i}` : String(i))));
    expect(out.stderr).toContain("\x1b[1;35mAngela Merkel\x1b[0m");
  });
});

test("elsewhere there is nothing of it", async () => {
  const { stderr } = await run(["--model", tiny, "--file", file, "--json"]);
  expect(stderr).toBe("");
});
