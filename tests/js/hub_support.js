// SPDX-License-Identifier: Apache-2.0
// What the tests of remote models share: a hub with the tiny model, short times, a cache of their own,
// and the rule that every one of them ends with: the cache holds no bad file.

import {
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect } from "@jest/globals";

import { openModel } from "../../dist/node/hub/open_model.js";
import { nodeTransport } from "../../dist/node/hub/transport.js";
import { checkRemoteOptions } from "#js/options/remote_options.js";
import { fetchModel } from "#js/weights/fetch_model.js";
import { filesOf, gitHash, sha256, startHub } from "./hub_server.js";
import { tiny, until } from "./support.js";

export const id = "acme/tiny-ner";
export const tinyFiles = filesOf(tiny);
export const weights = "model.safetensors";

/** Times for a server that is in this process, and of which tests choose the one they are about. */
export const limits = {
  ...nodeTransport.limits,
  attempts: 3,
  firstDelay: 1,
  longestDelay: 5,
  longestWait: 2000,
};

/**
 * The hub and the cache of a test. `waits` and `asked` have what downloads waited for, in ms, and the
 * addresses they fetched; `onWait` is called when such a wait has begun.
 */
export const context = {
  hub: undefined,
  cache: undefined,
  waits: [],
  asked: [],
  onWait: undefined,
};

/** Before each test a hub and an empty cache; after it the cache is looked through. */
export function useHub() {
  let variables;
  beforeEach(async () => {
    variables = { ...process.env };
    context.hub = await startHub({ models: { [id]: { files: { ...tinyFiles } } } });
    context.cache = mkdtempSync(path.join(tmpdir(), "xlmr-ner-hub-"));
    Object.assign(context, { waits: [], asked: [], onWait: undefined });
    for (const name of Object.keys(process.env))
      if (/^(HF|XDG)_/.test(name)) delete process.env[name];
    Object.assign(process.env, {
      HF_ENDPOINT: context.hub.endpoint,
      HF_HOME: path.join(context.cache, "home"),
      HF_HUB_CACHE: context.cache,
    });
  });
  afterEach(async () => {
    for (const name of Object.keys(process.env))
      if (/^(HF|XDG)_/.test(name)) delete process.env[name];
    Object.assign(process.env, variables);
    await context.hub.close();
    const problems = badFiles(context.cache);
    rmSync(context.cache, { recursive: true });
    expect(problems).toEqual([]);
  });
}

/** Blobs and snapshots whose bytes are not what their name says. */
export function badFiles(cache) {
  const problems = [];
  for (const file of filesUnder(cache)) {
    const [folder, name] = file.split(path.sep).slice(-2);
    if (folder !== "blobs" || /^url-|^\.|\.incomplete$/.test(name)) continue;
    const bytes = readFileSync(file);
    if ((name.length === 64 ? sha256(bytes) : gitHash(bytes)) !== name) problems.push(file);
  }
  return problems;
}

export function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => lstatSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

export const blobs = () =>
  filesUnder(context.cache)
    .filter((file) => path.basename(path.dirname(file)) === "blobs")
    .map((file) => path.basename(file))
    .filter((name) => !name.startsWith("."));

/** The files whose names begin so and that are not all there yet, and how many bytes of them are. */
export const partials = (start = "") =>
  filesUnder(context.cache)
    .filter((file) => path.basename(file).startsWith(start) && file.endsWith(".incomplete"))
    .map((file) => ({ file, size: statSync(file, { throwIfNoEntry: false })?.size }));

/** Waits until so many bytes of a file are in the cache, and no more. */
export const untilKept = (bytes, start) =>
  until(
    () => partials(start).some(({ size }) => size === bytes),
    `${bytes} bytes of a file in the cache`,
  );

/** Fetches what a pipeline needs of a model, and reads it: the bytes by name. */
export async function load(model = id, options = {}) {
  const { signal = new AbortController().signal, onProgress = () => {}, ...rest } = options;
  const { limits: own, ...remote } = rest;
  const { asked } = context; // this load's, whatever comes later
  const transport = {
    ...nodeTransport,
    limits: { ...limits, ...own },
    fetch: (url, init) => {
      asked.push(url);
      return nodeTransport.fetch(url, init);
    },
    sleep: (milliseconds, by) => {
      context.waits.push(milliseconds);
      const waiting = nodeTransport.sleep(milliseconds, by);
      context.onWait?.();
      return waiting;
    },
  };
  const read = { signal, onProgress };
  const files = await openModel(model, checkRemoteOptions(remote), read, { transport });
  const config = await files.read("config.json", read);
  const { file } = await fetchModel(files, { backend: "auto", dtype: "auto" }, read);
  const source = await files.open(file, read);
  try {
    const bytes = Buffer.from(await source.read(0, source.size, signal));
    return { files, config: Buffer.from(config), [file]: bytes };
  } finally {
    await source.close();
  }
}

/** Loading gives the published bytes. */
export async function expectRight(loading) {
  const loaded = await loading;
  expect(loaded.config.equals(tinyFiles["config.json"])).toBe(true);
  expect(loaded[weights].equals(tinyFiles[weights])).toBe(true);
  return loaded;
}

/** The error that loading ends with. */
export async function failure(loading) {
  return loading.then(
    () => {
      throw new Error("expected a failure, found none");
    },
    (error) => error,
  );
}

/** What was asked of the second host, which has the large files. */
export const largeRequests = () => context.hub.requests.filter(({ host }) => host === "cdn");

export const pointer = (file) => realpathSync(path.join(snapshotFolder(), file));

export function snapshotFolder(model = id) {
  const folder = path.join(context.cache, `models--${model.replace("/", "--")}`, "snapshots");
  return path.join(folder, readdirSync(folder)[0]);
}
