// SPDX-License-Identifier: Apache-2.0
//
// The one direction in which the parts of this repository may use each other, as data.
import { dirname, join } from "node:path/posix";

import { findCircles } from "./circles.mjs";
import { readTree } from "./tree.mjs";

/** What each folder of C++ may include besides its own headers. */
const cppFolders = {
  "src/base": [],
  "src/text/unicode": ["src/base"],
  "src/text": ["src/base", "src/text/unicode"],
  "src/formats": ["src/base"],
  "src/engine": ["src/base", "src/formats"],
  "src/ner": ["src/base", "src/text/unicode", "src/text"],
  "src/eval": ["src/base"],
  "wasm/bind": [
    "src/base",
    "src/text/unicode",
    "src/text",
    "src/formats",
    "src/engine",
    "src/ner",
    "src/eval",
  ],
};

/** The folders of wasm/js, lowest first: each may import those before it. `wasm/js` is public.ts. */
const shared = [
  "wasm/js/base",
  "wasm/js/hub",
  "wasm/js/options",
  "wasm/js/eval",
  "wasm/js/recognizers",
  "wasm/js/names",
  "wasm/js/pseudonyms",
  "wasm/js/masking",
  "wasm/js/forms",
  "wasm/js/files",
  "wasm/js/core",
  "wasm/js/weights",
  "wasm/js/webgpu",
  "wasm/js/backends",
  "wasm/js/rpc",
  "wasm/js/worker",
  "wasm/js/device",
  "wasm/js/client",
  "wasm/js/transformers",
  "wasm/js",
];

/** Each host's folders come after the shared ones; neither host knows the other. */
const hosts = {
  node: [
    ...["node/files", "node/hub", "node/trim", "node/formats", "node/corpus", "node/convert"],
    ...["node", "node/report", "node/server", "node/cli"],
  ],
  web: ["web", "web/element", "web/demo"],
};

/** Only Node's own folders may use its modules. */
const isForbiddenModule = (folder, module) =>
  module.startsWith("node:") && !hosts.node.includes(folder);

/**
 * The breaches of the layering, each as "FILE: uses WHAT", and the circles of TypeScript files, each
 * as "circle: FILE -> FILE -> FILE". An import of types counts as any other.
 */
export async function layerBreaches(repository) {
  return [...(await cppBreaches(repository)), ...(await typeScriptBreaches(repository))];
}

async function cppBreaches(repository) {
  const breaches = [];
  for (const [path, text] of await sourcesOf(repository, ["src", "wasm/bind"], /\.(h|cc)$/)) {
    const folder = dirname(path);
    const allowed = cppFolders[folder];
    if (allowed === undefined) {
      if (folder.startsWith("src/")) breaches.push(`${path}: is in a folder without a layer`);
      continue;
    }
    for (const [, header] of text.matchAll(/#include "([^"]+)"/g)) {
      const used = dirname(join(header.startsWith("bind/") ? "wasm" : "src", header));
      if (!isOurs(used)) continue;
      if (used !== folder && !allowed.includes(used)) breaches.push(`${path}: uses ${header}`);
    }
  }
  return breaches;
}

/** Third parties' headers have folders, too. */
function isOurs(folder) {
  return folder.split("/").slice(0, 2).join("/") in cppFolders;
}

async function typeScriptBreaches(repository) {
  const breaches = [];
  const imports = new Map();
  const sources = await sourcesOf(repository, ["wasm/js", "node", "web"], /\.ts$/);
  for (const [path, text] of sources) {
    const folder = dirname(path);
    const order = [...shared, ...(hosts[folder.split("/")[0]] ?? [])];
    if (!order.includes(folder)) breaches.push(`${path}: is in a folder without a layer`);
    const targets = [];
    for (const [, specifier] of text.matchAll(importPattern)) {
      const isFile = specifier.startsWith(".");
      const target = join(folder, specifier).replace(/\.js$/, ".ts");
      const isFine = isFile
        ? isBelow(order, folder, dirname(target))
        : !isForbiddenModule(folder, specifier);
      if (!isFine) breaches.push(`${path}: uses ${specifier}`);
      // An example in a comment names its own file.
      if (isFile && target !== path) targets.push(target);
    }
    imports.set(path, targets);
  }
  return [...breaches, ...findCircles(imports).map((files) => `circle: ${files.join(" -> ")}`)];
}

const importPattern = /\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

function isBelow(order, folder, used) {
  const at = order.indexOf(used);
  return at >= 0 && at <= order.indexOf(folder);
}

async function sourcesOf(repository, folders, pattern) {
  const sources = [];
  for (const folder of folders) {
    for (const [path, bytes] of await readTree(join(repository, folder))) {
      if (pattern.test(path)) sources.push([join(folder, path), bytes.toString()]);
    }
  }
  return sources;
}
