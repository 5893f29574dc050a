// SPDX-License-Identifier: Apache-2.0
//
// Serves the repository's modules and one file of weights to a page that may share memory between
// threads (COOP, COEP). Imports by package name become paths, as a bundler would have them.
import { once } from "node:events";
import { createReadStream, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const served = ["dist", "tests/bench", "node_modules"];
const packages = {
  "onnxruntime-web": "/node_modules/onnxruntime-web/dist/ort.wasm.min.mjs",
  "wasm-feature-detect": "/node_modules/wasm-feature-detect/dist/esm/index.js",
};
const types = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const page = `<!doctype html><script type="module" src="/tests/bench/engine_page.mjs"></script>`;

export async function serve(weights) {
  const server = createServer((request, response) => {
    answer(new URL(request.url, "http://localhost").pathname, weights, response).catch((error) => {
      response.writeHead(404, { "Content-Type": "text/plain" }).end(String(error));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function answer(path, weights, response) {
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  if (path === "/") return response.setHeader("Content-Type", "text/html").end(page);
  if (path === "/weights") {
    response.setHeader("Content-Length", statSync(weights).size);
    return createReadStream(weights).pipe(response);
  }
  const file = join(root, decodeURIComponent(path));
  const inside = relative(root, file).split(sep).join("/");
  if (!served.some((folder) => inside.startsWith(`${folder}/`))) {
    throw new Error(`expected a path in ${served.join(", ")}, found ${path}`);
  }
  const type = types[extname(file)];
  const bytes = await readFile(file);
  if (type !== undefined) response.setHeader("Content-Type", type);
  return response.end(type === "text/javascript" ? withPaths(bytes.toString()) : bytes);
}

function withPaths(source) {
  return Object.entries(packages).reduce(
    (text, [name, path]) => text.replaceAll(`"${name}"`, `"${path}"`),
    source,
  );
}
