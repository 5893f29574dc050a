// SPDX-License-Identifier: Apache-2.0
// What the tests share: where things lie, how to wait for what happens, and how the command is run.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { jest } from "@jest/globals";

// A busy machine with two cores takes seconds to start a worker with ONNX Runtime.
jest.setTimeout(60_000);

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const shared = process.env.XLMR_NER_SHARED ?? path.resolve(root, "../shared");
export const tiny = path.join(root, "tests/golden/tiny");
export const golden = JSON.parse(readFileSync(path.join(root, "tests/golden/tiny.json"), "utf8"));

/** A sentence in which the tiny model finds a person and a place. */
export const sentence = "Angela Merkel besuchte im Juli Paris.";

/** Runs a test only where shared data is; elsewhere it shows as skipped, with the reason. */
export function testWith(file, test) {
  const where = path.join(shared, file);
  const isSkipping = test.skip === undefined; // one that another file was missing for
  return existsSync(where) || isSkipping
    ? test
    : (name, ...rest) => test.skip(`${name} (skipped: no ${file} in the shared data)`, ...rest);
}

const { setTimeout: later } = globalThis; // whatever clock a test puts in its place

/**
 * Waits until the condition holds and gives what it gave; where it never does, fails and says what was
 * expected. No test waits for a fixed time: machines are busy.
 *
 *     await until(() => hub.requests.length === 2, "a second request");
 */
export async function until(condition, what, { seconds = 50, interval = 20 } = {}) {
  const end = Date.now() + 1000 * seconds;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > end) throw new Error(`expected ${what}, found none in ${seconds} s`);
    await new Promise((resolve) => later(resolve, interval));
  }
}

/** Resolves when all that could be done at once has been done: promises are through, no event came. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));

const folders = [];

/** A copy of the tiny model to spoil; removeCopies() takes all of them away. */
export function copyOfTiny() {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-test-"));
  folders.push(folder);
  cpSync(tiny, folder, { recursive: true });
  return folder;
}

export function removeCopies() {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** Does something with a pipeline or tokenizer, and disposes it whatever happens. */
export async function use(loading, body) {
  const resource = await loading;
  try {
    return await body(resource);
  } finally {
    await resource.dispose();
  }
}

/** Code-point offsets as UTF-16 offsets, by counting what comes before in the text. */
export function toUtf16(text, codepoints) {
  return [...text].slice(0, codepoints).join("").length;
}

/**
 * Hugging Face ends a piece before the combining marks that its normaliser composed with the
 * letter; ours covers them, so that a slice is whole.
 */
export function withMarks(text, [start, end]) {
  const points = [...text];
  let to = end;
  while (end > 0 && /^[\u0300-\u036f]$/.test(points[to] ?? "")) to++;
  return [start, to];
}

export const main = path.join(root, "dist/node/cli/main.js");

/** Runs the command to its end. With the input null, stdin stays open. */
export function run(args, { input = "", env = {}, nodeArgs = [], onStart = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArgs, main, ...args], {
      env: { ...process.env, NODE_OPTIONS: "", ...env },
    });
    const out = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
      child[name].setEncoding("utf8").on("data", (text) => (out[name] += text));
    }
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ ...out, code, signal }));
    child.stdin.on("error", () => {});
    if (input !== null) child.stdin.end(input);
    onStart(child);
  });
}
