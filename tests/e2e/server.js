// SPDX-License-Identifier: Apache-2.0
// A static server for the tests in a browser: the package as npm has it, and pages.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

export const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
  "style-src 'self'";

const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** What a page needs to share memory between threads. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/**
 * Serves `folders`, by the first part of the path (the one named "" for all others), and `pages`, by
 * their whole path. A function in `answers` may take a request over.
 *
 *     await startServer({ folders: { pkg: '/home/me/xlmr-ner' }, pages: { '/': '<!doctype html>' } })
 */
export async function startServer({ folders = {}, pages = {}, isolated = false, csp, answers }) {
  const requests = [];
  const sockets = new Set();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    if (isolated) for (const [name, value] of Object.entries(isolation)) set(response, name, value);
    if (csp !== undefined) set(response, "Content-Security-Policy", csp);
    if (answers?.(request, response, pathname) === true) return;
    answer(pathname, folders, pages, response).catch(() => response.writeHead(404).end("none"));
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

function set(response, name, value) {
  response.setHeader(name, value);
}

async function answer(pathname, folders, pages, response) {
  if (pages[pathname] !== undefined) {
    const type = types[path.extname(pathname)] ?? types[".html"];
    return response.setHeader("Content-Type", type).end(pages[pathname]);
  }
  const parts = decodeURIComponent(pathname).slice(1).split("/");
  const isNamed = folders[parts[0]] !== undefined;
  const folder = folders[isNamed ? parts[0] : ""];
  if (folder === undefined || parts.includes("..")) return response.writeHead(404).end("none");
  const file = path.join(folder, ...(isNamed ? parts.slice(1) : parts));
  const bytes = await readFile(file);
  const type = types[path.extname(file)];
  if (type !== undefined) response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", bytes.length);
  return response.end(bytes);
}

/** A server whose files pages of any other origin may use, isolated ones too. */
export function startOpenServer(folders) {
  return startServer({
    folders,
    answers: (_, response) => {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      return false;
    },
  });
}
