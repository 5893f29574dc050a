// SPDX-License-Identifier: Apache-2.0
// Serves this folder on this machine, with the two headers that let the package use threads.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const folder = import.meta.dirname;
const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

const server = createServer(async (request, response) => {
  try {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = path.join(folder, pathname === "/" ? "index.html" : decodeURIComponent(pathname));
    if (!file.startsWith(folder + path.sep)) throw new Error("outside of the folder");
    const bytes = await readFile(file);
    response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.end(bytes);
  } catch {
    response.writeHead(404).end("not found\n");
  }
});
server.listen(Number(process.env.PORT ?? 8080), "127.0.0.1", () => {
  console.log(`http://localhost:${server.address().port}/`);
});
