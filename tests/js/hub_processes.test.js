// SPDX-License-Identifier: Apache-2.0
// Processes that share a cache: one that was killed, and several at once.

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync, renameSync, utimesSync, writeSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";

import { sha256 } from "./hub_server.js";
import * as support from "./hub_support.js";
import { context, id, largeRequests, load, untilKept, useHub } from "./hub_support.js";

useHub();

const child = fileURLToPath(new URL("hub_pull.child.js", import.meta.url));
const large = randomBytes(8 * 2 ** 20);
const half = large.length >> 1;
const name = sha256(large);

function pull() {
  const process_ = spawn(process.execPath, [child, "acme/large"], {
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => process_.on("close", (code, by) => resolve(code ?? by)));
  return { kill: () => process_.kill("SIGKILL"), ended };
}

/** Sends the first half of the weights and nothing more. */
function sendHalf() {
  context.hub.fault({ host: "cdn", url: new RegExp(name) }, (_, response) => {
    response.writeHead(200, { "Content-Length": large.length });
    response.write(large.subarray(0, half));
  });
}

const partials = () => support.partials(name);
const ranges = () => largeRequests().map(({ headers }) => headers.range);
const loadLarge = () => load("acme/large");

async function killHalfWay() {
  const { files } = context.hub.models[id];
  context.hub.models["acme/large"] = { files: { ...files, "model.safetensors": large } };
  sendHalf();
  const { kill, ended } = pull();
  await untilKept(half, name);
  kill();
  expect(await ended).toBe("SIGKILL");
  expect(partials()).toHaveLength(1);
}

test("a process that was killed half-way: the next one fetches the other half", async () => {
  await killHalfWay();
  const { "model.safetensors": bytes } = await loadLarge();
  expect(bytes.equals(large)).toBe(true);
  expect(ranges()).toEqual([undefined, undefined, `bytes=${half}-`]);
  expect(partials()).toEqual([]);
});

test("what a killed process left is judged by its hash", async () => {
  await killHalfWay();
  const [{ file }] = partials();
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.from([large[100] ^ 1]), 0, 1, 100);
  closeSync(handle);
  const { "model.safetensors": bytes } = await loadLarge();
  expect(bytes.equals(large)).toBe(true);
  expect(ranges()).toEqual([undefined, undefined, `bytes=${half}-`, undefined]);
});

test("what another machine's process writes is left alone while it is young", async () => {
  await killHalfWay();
  const [{ file }] = partials();
  const theirs = path.join(path.dirname(file), `${name}.01234567-1-x.incomplete`);
  renameSync(file, theirs);
  expect((await loadLarge())["model.safetensors"].equals(large)).toBe(true);
  expect(ranges().at(-1)).toBeUndefined();
  expect(partials()).toEqual([{ file: theirs, size: half }]);
});

test("and gone on with when it is old, huggingface_hub's own, too", async () => {
  await killHalfWay();
  const [{ file }] = partials();
  const theirs = path.join(path.dirname(file), `${name}.incomplete`);
  renameSync(file, theirs);
  const old = new Date(Date.now() - 120_000);
  utimesSync(theirs, old, old);
  expect((await loadLarge())["model.safetensors"].equals(large)).toBe(true);
  expect(ranges().at(-1)).toBe(`bytes=${half}-`);
  expect(partials()).toEqual([]);
});

test("three processes at once, and this one, end with the right file", async () => {
  context.hub.models["acme/large"] = {
    files: { ...context.hub.models[id].files, "model.safetensors": large },
  };
  const children = [pull(), pull(), pull()];
  const here = await Promise.all([loadLarge(), loadLarge()]);
  for (const { "model.safetensors": bytes } of here) expect(bytes.equals(large)).toBe(true);
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  expect(partials()).toEqual([]);
  await context.hub.close();
  expect((await loadLarge())["model.safetensors"].equals(large)).toBe(true);
});
