// SPDX-License-Identifier: Apache-2.0
// A server in this process, with what tests do to it and to the workers of its models.

import { connect } from "node:net";

import { createPipeline } from "#js/client/pipeline.js";
import { pipeline } from "../../dist/node/index.js";
import { platform } from "../../dist/node/platform.js";
import { loadLibraries } from "../../dist/node/server/libraries.js";
import { startServer } from "../../dist/node/server/server.js";
import { tiny } from "./support.js";

const open = [];

/** The usual settings, and those of a test. */
export const settingsOf = (settings = {}) => ({
  host: "127.0.0.1",
  port: 0,
  models: [{ id: "tests/tiny", source: tiny }],
  anyHubModel: false,
  load: loader().load,
  jobs: 1,
  maxMemory: 1e9,
  maxBatch: 64,
  maxQueue: 100,
  maxBody: 4e6,
  timeout: 60,
  bodyTimeout: 60,
  token: undefined,
  origins: [],
  log: { write: () => {} },
  version: "0.0.0",
  ...settings,
});

/** Starts one; closeServers() ends it. `lines` is its log. */
export async function serveModels(settings = {}) {
  const lines = [];
  const log = { write: (line) => lines.push(JSON.parse(line)) };
  const server = await startServer(settingsOf({ log, ...settings }), await loadLibraries());
  open.push(server);
  const model = `${server.url}/models/tests/tiny`;
  return Object.assign(server, { lines, model });
}

export async function closeServers() {
  await Promise.all(open.splice(0).map((server) => server.close()));
}

/** What loads models, and ends the worker of the newest one as the system would. */
export function loader() {
  const ports = [];
  const spawnWorker = (assets) => {
    ports.push(platform.spawnWorker(assets));
    return ports.at(-1);
  };
  const load = (source, { signal, onProgress }) =>
    createPipeline({ ...platform, spawnWorker }, "ner", source, {
      threads: 1,
      signal,
      progress_callback: onProgress,
    });
  return { load, kill: () => ports.at(-1).terminate() };
}

/** A loader whose models are held back until `go()`. */
export function heldLoader() {
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  let loads = 0;
  const load = async (source, { signal }) => {
    loads++;
    await gate;
    return pipeline("ner", source, { threads: 1, signal });
  };
  return { load, go, loads: () => loads };
}

/** A model whose texts are held back until `go()`. */
export function heldModel() {
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  const passes = [];
  const ner = async (texts, { signal }) => {
    passes.push({ texts, signal });
    await Promise.race([
      gate,
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    ]);
    return texts.map(() => []);
  };
  const load = async () => Object.assign(ner, { info: () => ({}), dispose: async () => {} });
  return { load, go, passes };
}

/** Posts JSON, or a body as it is: status, headers and body. */
export async function post(url, body, { headers = {}, ...init } = {}) {
  const response = await fetch(url, {
    method: "POST",
    body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...headers },
    ...init,
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== "" ? JSON.parse(text) : text,
  };
}

/** What a socket gets for a request that no client would send. */
export async function raw(url, line, body, headers = []) {
  const { hostname, port } = new URL(url);
  const socket = connect(port, hostname).on("error", () => {});
  const head = [line, "Host: x", "Connection: close", ...headers];
  if (!headers.some((each) => /^transfer/i.test(each))) {
    head.push(`Content-Length: ${Buffer.byteLength(body)}`);
  }
  socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  let text = "";
  for await (const chunk of socket.setEncoding("utf8")) text += chunk;
  const [, status, rest] = /^HTTP\/1.1 (\d+)[^]*?\r\n\r\n([^]*)$/.exec(text) ?? [];
  return { status: Number(status), body: rest };
}
