// SPDX-License-Identifier: Apache-2.0
//
// npm run demo: builds the package where it has changed, and serves web/demo with the headers that let
// threads share memory and that allow nothing but the page's own code.
//
//   node web/demo/serve.mjs [--port 8080] [--no-isolation]
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { build } from "esbuild";

import { ensurePackage } from "../../wasm/setup/package.mjs";
import { repository } from "../../wasm/setup/paths.mjs";

const types = {
  ".html": "text/html",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".md": "text/markdown",
};
const hub = "https://huggingface.co https://*.huggingface.co https://*.hf.co";
const policy = [
  ...["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'"],
  ...[`connect-src 'self' ${hub}`, "style-src 'self'", "img-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'"],
];
const pagePolicy = ["require-trusted-types-for 'script'", "trusted-types lit-html default"];

/** Serves the demo; `url` is its page. With port 0 the system chooses one. */
export async function serveDemo({ port = 0, isolated = true } = {}) {
  const files = await demoFiles();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = files.get(pathname);
    const headers = {
      "Content-Security-Policy": policy.join("; "),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-cache",
      ...(isolated && {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
      }),
    };
    if (file === undefined || !["GET", "HEAD"].includes(request.method)) {
      response.writeHead(404, { ...headers, "Content-Type": "text/plain" }).end("not found\n");
      return;
    }
    if (file.type === "text/html") {
      headers["Content-Security-Policy"] = [...policy, ...pagePolicy].join("; ");
    }
    headers.ETag = file.etag;
    if (request.headers["if-none-match"] === file.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    headers["Content-Type"] = /^text/.test(file.type) ? `${file.type}; charset=utf-8` : file.type;
    headers["Content-Length"] = file.bytes.length;
    response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : file.bytes);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

/** All that is served, by path: nothing else is reachable, whatever a request asks for. */
async function demoFiles() {
  const files = new Map();
  const add = (path, bytes) => {
    const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"`;
    const type = types[extname(path)] ?? (path === "/" ? "text/html" : "application/octet-stream");
    files.set(path, { bytes, etag, type });
  };
  add("/", await readFile(join(repository, "web/demo/index.html")));
  for (const name of ["demo.css", "icon.svg"]) {
    add(`/demo/${name}`, await readFile(join(repository, "web/demo", name)));
  }
  add("/demo/main.js", await bundle("web/demo/main.ts"));
  for (const folder of ["dist/web", "dist/wasm", "models/default"]) {
    for (const name of await filesIn(folder)) {
      add(`/${folder}/${name}`, await readFile(join(repository, folder, name)));
    }
  }
  const version = createHash("sha256");
  for (const [path, { etag }] of files) version.update(path + etag);
  const define = {
    FILES: JSON.stringify([...files.keys()]),
    VERSION: JSON.stringify(version.digest("hex").slice(0, 16)),
  };
  add("/sw.js", await bundle("web/demo/sw.ts", define));
  return files;
}

async function filesIn(folder) {
  const entries = await readdir(join(repository, folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.(map|d\.ts)$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

async function bundle(entry, define = {}) {
  const { outputFiles } = await build({
    absWorkingDir: repository,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "error",
    define,
  });
  return Buffer.from(outputFiles[0].contents);
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8080" },
      "no-isolation": { type: "boolean", default: false },
    },
  });
  await ensurePackage();
  const { url } = await serveDemo({
    port: Number(values.port),
    isolated: !values["no-isolation"],
  });
  process.stdout.write(`The demo is at ${url}\n`);
}
