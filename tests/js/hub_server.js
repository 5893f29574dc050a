// SPDX-License-Identifier: Apache-2.0
// A hub on this machine, with the routes, headers and redirects that huggingface_hub and the hub's
// documentation describe: /api/models/{id}/revision/{revision} and /tree/{revision}, the files at
// /{id}/resolve/{revision}/{file}, and a second host that has the large files, addressed by signed URLs.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

const largeFiles = /\.(safetensors|bin|onnx|model)$/;

export const sha256 = remembering((bytes) => createHash("sha256").update(bytes).digest("hex"));
export const gitHash = remembering((bytes) =>
  createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex"),
);

/** Stands for the hash of a Xet tree, which is not that of the bytes. */
export const xetHash = remembering((bytes) =>
  createHash("sha256").update("xet").update(bytes).digest("hex"),
);

/** Files are hashed for every request, and tests change none in place. */
function remembering(hash) {
  const known = new WeakMap();
  return (bytes) => known.get(bytes) ?? known.set(bytes, hash(bytes)).get(bytes);
}

/** The files of a folder, by their paths. */
export function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true });
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/**
 * Starts it. A model is `{ files, gated, isPrivate, isXet }`, of which the last says that its large files are
 * in Xet storage, too; with `token` a request may read all of them.
 * `requests` has what came, in order: `{ host: 'hub' | 'cdn', method, url, headers }`. With `cors` pages of
 * other origins may use it as they may the hub.
 */
export async function startHub({ models, token = "hf_right", cors = false }) {
  const requests = [];
  const faults = [];
  const sockets = new Set();
  const serve = async (host, handler) => {
    const server = createServer(async (request, response) => {
      const { method, url, headers } = request;
      if (cors && allow(request, response) === "answered") return;
      const seen = { host, method, url, headers };
      requests.push(seen);
      const at = faults.findIndex((fault) => fault.isFor(seen));
      const fault = at < 0 ? undefined : faults[at];
      if (fault !== undefined && --fault.times === 0) faults.splice(at, 1);
      if (fault !== undefined && (await fault.answer(request, response, handler)) !== "go on")
        return;
      handler(request, response);
    });
    server.on("connection", (socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return { server, origin: `http://127.0.0.1:${server.address().port}` };
  };
  const cdn = await serve("cdn", (request, response) => answerCdn(models, request, response));
  const context = { models, token, cdn: cdn.origin };
  const hub = await serve("hub", (request, response) => answerHub(context, request, response));
  return {
    endpoint: hub.origin,
    cdn: cdn.origin,
    requests,
    models,
    /** Answers the next `times` requests to `host` whose URL matches in another way. */
    fault({ host = "hub", url, times = 1, method }, answer) {
      const isFor = (seen) =>
        seen.host === host && url.test(seen.url) && (method ?? seen.method) === seen.method;
      faults.push({ times, answer, isFor });
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([hub, cdn].map(({ server }) => new Promise((done) => server.close(done))));
    },
  };
}

/** What the hub tells browsers about pages of other origins; their questions beforehand are answered. */
function allow({ method }, response) {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader(
    "Access-Control-Expose-Headers",
    "X-Repo-Commit,X-Error-Code,X-Error-Message,ETag,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-Etag",
  );
  if (method !== "OPTIONS") return "go on";
  response.setHeader("Access-Control-Allow-Headers", "authorization,range");
  response.writeHead(204).end();
  return "answered";
}

/** The commit that a model's files are: it changes with them. */
export function commitOf({ files }) {
  const names = Object.keys(files).sort();
  return createHash("sha1")
    .update(names.map((name) => `${name} ${sha256(files[name])}`).join("\n"))
    .digest("hex");
}

function answerHub({ models, token, cdn }, request, response) {
  const { pathname } = new URL(request.url, "http://hub");
  const api = /^\/api\/models\/(.+?)\/(?:revision|tree)\/([^/]+)$/.exec(pathname);
  const file = /^\/(.+?)\/resolve\/([^/]+)\/(.+)$/.exec(pathname);
  const [, id, revision, name] = (api ?? file ?? []).map(decodeURIComponent);
  const model = models[id];
  const isUser = request.headers.authorization !== undefined;
  const isRight = request.headers.authorization === `Bearer ${token}`;
  if (isUser && !isRight && /wrong/.test(request.headers.authorization)) {
    return refuse(response, 401, undefined, "Invalid credentials in Authorization header");
  }
  if (model === undefined || (model.isPrivate && !isRight)) {
    // The hub does not tell who has no account what there is.
    return refuse(response, isUser ? 404 : 401, "RepoNotFound", "Repository not found");
  }
  const commit = commitOf(model);
  if (!["main", "v1.0", "refs/pr/1", commit].includes(revision)) {
    return refuse(response, 404, "RevisionNotFound", `Invalid rev id: ${revision}`);
  }
  if (api !== null && pathname.includes("/tree/")) return listTree(model, response);
  if (api !== null) return describeModel(id, model, commit, response);
  if (model.gated && !isRight) {
    const message = `Access to model ${id} is restricted.`;
    return refuse(response, isUser ? 403 : 401, "GatedRepo", message);
  }
  const bytes = model.files[name];
  if (bytes === undefined) return refuse(response, 404, "EntryNotFound", "Entry not found");
  response.setHeader("X-Repo-Commit", commit);
  if (!largeFiles.test(name)) return sendBytes(request, response, bytes, `"${gitHash(bytes)}"`);
  response.setHeader("X-Linked-Size", bytes.length);
  response.setHeader("X-Linked-Etag", `"${sha256(bytes)}"`);
  if (model.isXet) {
    response.setHeader("X-Xet-Hash", xetHash(bytes));
    response.setHeader("Link", `<${cdn}/xet-read-token>; rel="xet-auth"`);
  }
  response.writeHead(302, { Location: `${cdn}/${sha256(bytes)}?Signature=s3cret` });
  response.end();
}

function describeModel(id, { files, gated = false, isPrivate = false }, commit, response) {
  const siblings = Object.entries(files).map(([rfilename, bytes]) => ({
    rfilename,
    size: bytes.length,
    blobId: gitHash(bytes),
    ...(largeFiles.test(rfilename)
      ? { lfs: { sha256: sha256(bytes), size: bytes.length, pointerSize: 134 } }
      : {}),
  }));
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.end(
    JSON.stringify({ id, modelId: id, sha: commit, gated, private: isPrivate, siblings }),
  );
}

function listTree({ files, isXet }, response) {
  const entries = Object.entries(files).map(([name, bytes]) => ({
    type: "file",
    oid: gitHash(bytes),
    size: bytes.length,
    path: name,
    ...(largeFiles.test(name)
      ? { lfs: { oid: sha256(bytes), size: bytes.length, pointerSize: 134 } }
      : {}),
    ...(largeFiles.test(name) && isXet ? { xetHash: xetHash(bytes) } : {}),
  }));
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.end(JSON.stringify(entries));
}

function answerCdn(models, request, response) {
  const { pathname } = new URL(request.url, "http://cdn");
  const all = Object.values(models).flatMap(({ files }) => Object.values(files));
  const names = (bytes) => [`/${sha256(bytes)}`, `/xet/${xetHash(bytes)}`];
  const bytes = all.find((each) => names(each).includes(pathname));
  if (bytes === undefined) {
    response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
    return;
  }
  // What stores the bytes has an ETag of its own.
  sendBytes(request, response, bytes, `"cdn-${bytes.length}"`);
}

/** Ranges and If-Range as RFC 9110 has them. */
export function sendBytes(request, response, bytes, etag) {
  const { range, "if-range": ifRange } = request.headers;
  response.setHeader("Accept-Ranges", "bytes");
  if (etag !== undefined) response.setHeader("ETag", etag);
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
  const isPart = range !== undefined && (ifRange === undefined || ifRange === etag);
  if (isPart && start >= bytes.length) {
    response.writeHead(416, { "Content-Range": `bytes */${bytes.length}` }).end();
    return;
  }
  const body = isPart ? bytes.subarray(start) : bytes;
  if (isPart) {
    const contentRange = `bytes ${start}-${bytes.length - 1}/${bytes.length}`;
    response.setHeader("Content-Range", contentRange);
  }
  response.writeHead(isPart ? 206 : 200, { "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

function refuse(response, status, code, message) {
  if (code !== undefined) response.setHeader("X-Error-Code", code);
  response.setHeader("X-Error-Message", message);
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ error: message }));
}
